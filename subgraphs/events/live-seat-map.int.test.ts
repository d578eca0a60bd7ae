import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logCursor } from '@parterre/platform/kernel/log-cursor.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { createSeatMapFeed } from './adapters/bus/seat-map-feed.ts';
import { createPostgresSeatMaps } from './adapters/postgres/seat-maps.ts';
import { LiveSeatMaps } from './application/live-seat-maps.ts';
import type { SeatMapMessage, SeatMapWatch } from './application/seat-map-watch.ts';
import {
  type EventsFixture,
  hold,
  openEventsFixture,
  publishTestEvent,
  release,
  seatMap,
  sell,
} from './testing/fixture.ts';

const limits = { gatherMs: 5, lingerMs: 60_000, maps: 100 };
const bus = memoryBus();
let fixture: EventsFixture;
let maps: LiveSeatMaps;
beforeAll(async () => {
  fixture = await openEventsFixture({ bus });
  maps = new LiveSeatMaps(
    createSeatMapFeed(bus, silentLogger),
    createPostgresSeatMaps(fixture.database),
    limits,
  );
});
afterAll(async () => {
  maps.close();
  await fixture.stop();
});

/** What a client that keeps the rules of the schema knows of a map. */
class Client {
  version = '';
  states: string[] = [];
  available: number | null = null;

  apply(message: SeatMapMessage): void {
    if (message.kind === 'snapshot') {
      this.states = [...message.states];
    } else {
      expect(message.fromVersion).toBe(this.version);
      for (const { index, code } of message.changes) this.states[index] = code;
    }
    this.version = message.version;
    for (const { available } of message.standing) this.available = available;
  }
}

async function watch(eventId: string, since: string | null = null): Promise<SeatMapWatch> {
  const watching = await maps.watch(eventId, since);
  if (!watching || watching === 'too-many') throw new Error('expected a watch');
  return watching;
}

/** The version that everything published so far makes. */
async function endOf(eventId: string): Promise<string> {
  return logCursor(await bus.epoch('events'), await bus.endPosition('events', eventId));
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function aRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reads until the client stands at the end of the log. */
async function catchUp(client: Client, watching: SeatMapWatch, eventId: string): Promise<void> {
  const end = await endOf(eventId);
  while (client.version !== end) {
    const step = await watching.next();
    if (step.done) throw new Error('expected the watch to go on');
    client.apply(step.value);
  }
}

describe('watching a seat map', () => {
  it('begins with a snapshot and converges with the rows under concurrent holds', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 60 });
    await fixture.relay();
    const client = new Client();
    const watching = await watch(eventId);
    const buying = Array.from({ length: 80 }, async (_, buyer) => {
      const standing = buyer % 2 ? [{ sectionId: pitId ?? '', quantity: 1 }] : [];
      const { hold: held, bookingId } = await hold(fixture, {
        eventId,
        seatIds: [seatIds[buyer % 40] ?? ''],
        standing,
      });
      if (held && buyer % 3 === 0) await sell(fixture, eventId, bookingId);
      if (held && buyer % 3 === 1) await release(fixture, { eventId, bookingId });
      await fixture.relay();
    });
    await Promise.all(buying);
    await fixture.relay();
    await catchUp(client, watching, eventId);
    const rows = await seatMap(fixture, eventId);
    expect(client.states.join('')).toBe(rows.states);
    expect(client.available).toBe(rows.standing[0]?.available);
    await watching.return();
  });

  it('gives who queried the map the deltas since that version, and never a gap', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await fixture.relay();
    const first = await watch(eventId);
    await first.next();

    const queried = await seatMap(fixture, eventId);
    await hold(fixture, { eventId, seatIds: seatIds.slice(1, 3) });
    await fixture.relay();
    const client = new Client();
    client.version = queried.version;
    client.states = [...queried.states];
    const watching = await watch(eventId, queried.version);
    const step = await watching.next();
    expect(step.value).toMatchObject({ kind: 'delta', fromVersion: queried.version });
    client.apply(step.value as SeatMapMessage);
    expect(client.states.join('')).toBe((await seatMap(fixture, eventId)).states);
    await Promise.all([first.return(), watching.return()]);
  });

  it('tells a hold that was in the queried rows but not yet on the bus, so that versions stay true', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await fixture.relay();
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    const queried = await seatMap(fixture, eventId);
    expect(queried.states[0]).toBe('H');
    const watching = await watch(eventId, queried.version);
    await fixture.relay();
    expect((await watching.next()).value).toMatchObject({
      kind: 'delta',
      fromVersion: queried.version,
      changes: [{ index: 0, code: 'H', seatId: seatIds[0] }],
    });
    await watching.return();
  });

  it('misses nothing that is published while the rows are being read', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await fixture.relay();
    const rows = createPostgresSeatMaps(fixture.database);
    const slow = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      {
        async read(ids) {
          const before = await rows.read(ids);
          await hold(fixture, { eventId, seatIds: seatIds.slice(5, 6) });
          await fixture.relay();
          return before;
        },
      },
      limits,
    );
    const watching = await slow.watch(eventId, null);
    if (!watching || watching === 'too-many') throw new Error('expected a watch');
    const client = new Client();
    await catchUp(client, watching, eventId);
    expect(client.states[5]).toBe('H');
    slow.close();
  });

  it('loses and repeats nothing for clients who are cut at random and go on from their version', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await fixture.relay();
    // A client applies a delta only to the version that it holds; Client throws where one is missing.
    const runs = Array.from({ length: 8 }, (_, index) => ({
      client: new Client(),
      random: aRandom(index + 1),
    }));
    let isSelling = true;
    const reading = runs.map(async ({ client, random }) => {
      let snapshots = 0;
      while (isSelling || client.version !== (await endOf(eventId))) {
        const watching = await watch(eventId, client.version || null);
        const cut = Math.floor(random() * 3);
        for (let read = 0; read <= cut && client.version !== (await endOf(eventId)); read += 1) {
          const { value, done } = await watching.next();
          if (done) throw new Error('expected the watch to go on');
          if (value.kind === 'snapshot') snapshots += 1;
          client.apply(value);
        }
        await watching.return();
        await fixture.relay();
      }
      return snapshots;
    });
    for (const seatId of seatIds) {
      const { hold: held, bookingId } = await hold(fixture, { eventId, seatIds: [seatId] });
      if (held && bookingId.charCodeAt(35) % 2) await release(fixture, { eventId, bookingId });
    }
    await fixture.relay();
    isSelling = false;
    // One snapshot at the very beginning; whoever came back was told what it had missed, and no more.
    expect(await Promise.all(reading)).toEqual(runs.map(() => 1));
    const { states } = await seatMap(fixture, eventId);
    expect(runs.map(({ client }) => client.states.join(''))).toEqual(runs.map(() => states));
  });

  it('answers nothing to watch for a draft and for what does not exist', async () => {
    expect(await maps.watch('0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22', null)).toBeNull();
  });

  it('starts anew, and says so, from a version that nobody can have or that is of another log', async () => {
    const { eventId } = await publishTestEvent(fixture);
    await fixture.relay();
    const { version } = await seatMap(fixture, eventId);
    const [epoch, position] = version.split('.');
    for (const unknown of [
      'nonsense',
      position ?? '',
      `${epoch}.99999999999999999999`,
      `another.${position}`,
    ]) {
      const watching = await watch(eventId, unknown);
      expect((await watching.next()).value).toMatchObject({ kind: 'snapshot', startsAnew: true, version });
      await watching.return();
    }
    const first = await watch(eventId);
    expect((await first.next()).value).toMatchObject({ kind: 'snapshot', startsAnew: false });
    await first.return();
  });

  it('drops a map that nobody watches any more', async () => {
    const { eventId } = await publishTestEvent(fixture);
    const brief = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      createPostgresSeatMaps(fixture.database),
      {
        ...limits,
        lingerMs: 0,
        maps: 1,
      },
    );
    const watching = await brief.watch(eventId, null);
    if (!watching || watching === 'too-many') throw new Error('expected a watch');
    const other = await publishTestEvent(fixture);
    expect(await brief.watch(other.eventId, null)).toBe('too-many');
    await watching.return();
    const next = await brief.watch(other.eventId, null);
    expect(next).not.toBe('too-many');
    expect(brief.size).toBe(1);
    brief.close();
  });
});
