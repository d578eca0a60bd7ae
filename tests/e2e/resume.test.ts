import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import { openShow } from '../reliability/open-show.ts';
import { eventually } from '../support/eventually.ts';
import { jitter } from '../support/live-map/jitter.ts';
import { MapHistory } from '../support/live-map/map-history.ts';
import { MapWatcher, type Return } from '../support/live-map/map-watcher.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { type Show, seatMap } from '../support/shows.ts';

const SEATS = 100;
const WATCHERS = amountOf('mapWatchers');
const CUTS = 8;
const BOOKINGS = 12;
/** One watcher of so many reads nothing while so many bookings are made. */
const SLOW_OF = 5;
const SLOWLY_READ = 3;
/** Long enough that bookings fall between a cut and the return; nothing depends on how long it takes. */
const WITHIN_MS = 4_000;
const AWAY_MS = 500;

// bench/fan-out/jitter.ts is the same with 10,000 watchers, and measures.
describe('watchers whose connections break all the time, or that read slowly', () => {
  let server: SharedServer;
  let show: Show;
  let buyer: Actor;
  const history = new MapHistory();
  /** Rejects with the first fault that any watcher meets: a gap, an error, a connection that the server ended. */
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const watchers: MapWatcher[] = [];

  beforeAll(async () => {
    server = await shareServer();
    show = await openShow(server.client, { seats: SEATS, price: '1.00' });
    buyer = await register(server.client, 'buyer');
    await topUp(buyer, '100.00');
  }, 120_000);
  afterAll(async () => {
    for (const watcher of watchers) watcher.cut('end');
    await server?.leave();
  });

  it('miss no change', async () => {
    for (let index = 0; index < WATCHERS; index += 1) watchers.push(aWatcher(index));
    await Promise.all(watchers.map((watcher) => watcher.connect()));

    const returns: Return[] = [];
    const onReturn = (back: Return) => returns.push(back);
    const cutting = jitter(watchers, { cuts: CUTS, withinMs: WITHIN_MS, awayMs: AWAY_MS, onReturn });
    await Promise.race([Promise.all([cutting, buy(BOOKINGS)]), broken.promise]);

    await Promise.race([untilAllHold('S'.repeat(BOOKINGS)), broken.promise]);
    expect(returns.length).toBeGreaterThanOrEqual(WATCHERS);
    expect(returns.filter(({ by }) => by === 'snapshot')).toEqual([]);
  });

  it('get what they missed as deltas', async () => {
    const [witness, ...others] = watchers;
    for (const other of others) other.cut('reset');
    await buy(1);
    const sold = 'S'.repeat(BOOKINGS + 1);
    await eventually('the booking to be seen', () => witness?.map?.states.startsWith(sold));

    const allBack = Promise.all(others.map((other) => other.connect()));
    const returns = await Promise.race([allBack, broken.promise]);
    expect(returns).toEqual(others.map(() => expect.objectContaining({ missed: true, by: 'deltas' })));
    await Promise.race([untilAllHold(sold), broken.promise]);
  });

  it('keep nobody waiting while some of them do not read, and miss nothing of it', async () => {
    const slow = watchers.filter((_, index) => index % SLOW_OF === 0);
    const quick = watchers.filter((watcher) => !slow.includes(watcher));
    const before = slow.map(({ map }) => map);
    for (const watcher of slow) watcher.pause();
    await buy(SLOWLY_READ);
    const sold = 'S'.repeat(BOOKINGS + 1 + SLOWLY_READ);
    await Promise.race([untilAllHold(sold, quick), broken.promise]);
    expect(slow.map(({ map }) => map)).toEqual(before);

    for (const watcher of slow) watcher.resume();
    await Promise.race([untilAllHold(sold), broken.promise]);
  });

  function aWatcher(index: number): MapWatcher {
    return new MapWatcher({
      host: '127.0.0.1',
      port: server.port,
      eventId: show.eventId,
      id: `watcher-${index}`,
      history,
      onFault: (fault) => broken.reject(fault),
    });
  }

  /** Buys the next free seats, one after another. */
  async function buy(count: number): Promise<void> {
    const { seats } = await seatMap(server.client, show.eventId);
    const free = seats.filter(({ state }) => state === 'FREE').slice(0, count);
    for (const { seat } of free) {
      await buyer.client.act('CreateBooking', {
        eventId: show.eventId,
        seatIds: [seat.id],
        payNow: true,
        idempotencyKey: randomUUID(),
      });
    }
  }

  /**
   * Waits until these watchers hold the map that a newcomer gets, and it begins so, with the rest free. The newcomer's version
   * may be older than the states that it comes with, for a moment: it is asked for again.
   */
  async function untilAllHold(beginning: string, some = watchers): Promise<void> {
    await eventually('all watchers to hold the newest map', async () => {
      const { version, states } = await seatMap(server.client, show.eventId);
      if (states !== beginning.padEnd(SEATS, 'F')) throw new Error(`a newcomer gets ${states}`);
      const behind = some.filter(({ map }) => map?.version !== version || map.states !== states);
      if (behind.length === 0) return true;
      const held = new Set(behind.map(({ map }) => map?.version));
      throw new Error(`${behind.length} of ${some.length} hold ${[...held].join(', ')}, not ${version}`);
    });
  }
});
