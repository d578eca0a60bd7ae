import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client as PostgresClient } from 'pg';
import { databasesOf } from '../../tests/reliability/databases-of.ts';
import { chartOfRows } from '../../tests/reliability/open-show.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { type Actor, logIn, register, registerOrganizer, topUp } from '../../tests/support/people.ts';
import type { ServerProcess } from '../../tests/support/server-process.ts';
import { adminEmail, adminPassword } from '../../tests/support/server-process.ts';
import { putOnSale, seatMap } from '../../tests/support/shows.ts';
import type { FactTimes } from './crowd-worker.ts';

/** Events on sale in one hall, and buyers who buy seat after seat. */
export interface Sale {
  readonly eventIds: readonly string[];
  /**
   * Buys single seats with `payNow`, `perSecond` of them each second, of one event after the other. Resolves
   * when all bookings are answered.
   */
  buy(bookings: number, perSecond: number): Promise<void>;
  /**
   * The maps as a newcomer gets them once every sale is published: before, their rows may hold a sale that comes after
   * their version.
   */
  maps(): Promise<Record<string, { readonly version: string; readonly states: string }>>;
  /** When each seat was held and sold, by the facts that say so. */
  factTimes(): Promise<FactTimes>;
}

/** The most that one page of a seat map shows. */
const PAGE = 100;
/** Who buy in turn: one buyer may hold only so many seats of an event at a time. */
const BUYERS = 8;

/** Puts `events` shows on sale in a hall of `seats` seats. */
export async function openSale(server: ServerProcess, events: number, seats: number): Promise<Sale> {
  const anyone = server.client;
  const admin = await logIn(anyone, adminEmail, adminPassword);
  const { client } = await registerOrganizer(anyone, admin, 'organizer');
  const chart = chartOfRows(seats);
  const first = await putOnSale(client, { chart, price: '1.00' });
  const eventIds = [first.eventId];
  while (eventIds.length < events) {
    const { event } = await client.act<{ event: { id: string } }>('CreateEvent', {
      title: `Show ${eventIds.length}`,
      hallId: first.hallId,
      artistIds: [first.artistId],
      startsAt: new Date(Date.UTC(2035, 3, 1 + eventIds.length, 18)).toISOString(),
      endsAt: new Date(Date.UTC(2035, 3, 1 + eventIds.length, 21)).toISOString(),
      prices: first.plan.priceZones.map(({ id }) => ({
        priceZoneId: id,
        price: { amount: '1.00', currencyCode: 'EUR' },
      })),
    });
    await client.act('PublishEvent', { eventId: event.id });
    eventIds.push(event.id);
  }
  const buyers: Actor[] = [];
  while (buyers.length < BUYERS) {
    const buyer = await register(anyone, `buyer-${buyers.length}`);
    await topUp(buyer, '10000.00');
    buyers.push(buyer);
  }
  return saleOf(server, eventIds, buyers);
}

function saleOf(server: ServerProcess, eventIds: readonly string[], buyers: readonly Actor[]): Sale {
  let bought = 0;
  const factTimes = () => readFactTimes(server);
  const isPublished = async () =>
    Object.keys(await factTimes()).filter((seat) => seat.endsWith(' S')).length >= bought;
  return {
    eventIds,
    factTimes,

    async buy(bookings, perSecond) {
      const events = eventIds.slice(0, bookings);
      const free = new Map<string, string[]>();
      for (const eventId of events) {
        free.set(eventId, await freeSeats(server, eventId, Math.ceil(bookings / events.length)));
      }
      const begun = performance.now();
      const running: Promise<unknown>[] = [];
      for (let index = 0; index < bookings; index += 1) {
        await pause(Math.max(0, begun + (index / perSecond) * 1000 - performance.now()));
        const eventId = events[index % events.length] ?? '';
        const booking = {
          eventId,
          seatIds: [free.get(eventId)?.shift()],
          payNow: true,
          idempotencyKey: randomUUID(),
        };
        const answered = book(buyers[index % BUYERS] as Actor, booking).then(() => {
          bought += 1;
        });
        running.push(answered);
        // Whoever waits for all of them hears of it.
        answered.catch(() => undefined);
      }
      await Promise.all(running);
    },

    async maps() {
      await eventually('every sale to be published', isPublished);
      const maps: Record<string, { version: string; states: string }> = {};
      for (const eventId of eventIds) {
        const { version, states } = await seatMap(server.client, eventId);
        maps[eventId] = { version, states };
      }
      return maps;
    },
  };
}

async function readFactTimes(server: ServerProcess): Promise<FactTimes> {
  const { bus } = await databasesOf(server);
  const client = new PostgresClient({ connectionString: bus });
  await client.connect();
  try {
    const { rows } = await client.query<FactRow>(
      `select key, fact->>'type' as type, fact->>'time' as time, seat->>'index' as index
         from facts, json_array_elements(fact->'data'->'seats') seat
        where topic = 'events' and fact->>'type' in ('SeatsHeld', 'SeatsSold')`,
    );
    return Object.fromEntries(
      rows.map(({ key, type, time, index }) => [
        `${key} ${index} ${type === 'SeatsHeld' ? 'H' : 'S'}`,
        Date.parse(time),
      ]),
    );
  } finally {
    await client.end();
  }
}

/** A server that is too busy says so and may be asked again with the same key; this often, a second apart. */
const TRIES = 10;

async function book(buyer: Actor, booking: object): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await buyer.client.act('CreateBooking', booking);
      return;
    } catch (error) {
      if (attempt === TRIES || !/SERVICE_UNAVAILABLE|TRY_AGAIN/.test(String(error))) throw error;
      console.error(`a booking was not answered in time, try ${attempt} of ${TRIES}`);
      await pause(1_000);
    }
  }
}

interface FactRow {
  readonly key: string;
  readonly type: string;
  readonly time: string;
  readonly index: string;
}

async function freeSeats(server: ServerProcess, eventId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  while (ids.length < count) {
    const { nodes, pageInfo }: Seats = await freePage(server, eventId, after);
    ids.push(...nodes.map(({ seat }) => seat.id));
    if (!pageInfo.hasNextPage && ids.length < count) {
      throw new Error(`expected ${count} free seats, got ${ids.length}; ask for a larger hall with --seats`);
    }
    after = pageInfo.endCursor;
  }
  return ids;
}

async function freePage(server: ServerProcess, eventId: string, after: string | null): Promise<Seats> {
  const wanted = { eventId, state: 'FREE', first: PAGE, after };
  const { event } = await server.client.ask<{ event: { seatMap: { seats: Seats } } }>('SeatPage', wanted);
  return event.seatMap.seats;
}

interface Seats {
  readonly nodes: readonly { readonly seat: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
