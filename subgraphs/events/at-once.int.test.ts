import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SeatsHeld, SeatsSold } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { deterministicId, newId } from '@parterre/platform/kernel/ids.ts';
import type { SqlValue } from '@parterre/platform/postgres/database.ts';
import type { Statement } from '@parterre/platform/postgres/statement.ts';
import fc from 'fast-check';
import { statements as holdStatements } from './adapters/postgres/holds.ts';
import {
  type EventsFixture,
  hold,
  letExpire,
  openEventsFixture,
  type PublishedEvent,
  publishTestEvent,
  release,
  sell,
} from './testing/fixture.ts';

let atOnce: EventsFixture;
let inTransactions: EventsFixture;
/** Statements that did a whole step, and transactions. */
let steps = 0;
let transactions = 0;
/** Statements that look whether a hold can be, and take nothing. */
let looks = 0;
beforeAll(async () => {
  atOnce = await openEventsFixture({
    wrapTools: (tools) => ({
      ...tools,
      database: {
        ...tools.database,
        atOnce: async (text, params) => {
          const rows = await tools.database.atOnce(text, params);
          steps += rows.length;
          return rows;
        },
        sql: (text, params) => {
          if (text === holdStatements.look) looks += 1;
          return tools.database.sql(text, params);
        },
        transaction: (work) => {
          transactions += 1;
          return tools.database.transaction(work);
        },
      },
    }),
  });
  // A statement that does nothing, and a look that is certain of nothing, leave the step to its transaction.
  inTransactions = await openEventsFixture({
    wrapTools: (tools) => ({
      ...tools,
      database: {
        ...tools.database,
        atOnce: async () => [],
        sql: async <Row extends object>(text: string | Statement<Row>, params?: readonly SqlValue[]) => {
          if (text !== holdStatements.look) return tools.database.sql(text, params);
          return [{ known: { hold_status: 'FORBIDDEN' }, obstacles: [] }] as object[] as Row[];
        },
      },
    }),
  });
});
afterAll(() => Promise.all([atOnce?.stop(), inTransactions?.stop()]));

const RUNS = 40;
const SEATS = 6;

const typed = (...types: readonly { readonly key: string; readonly [limit: string]: unknown }[]) =>
  types.map((type) => ({ label: type.key, ...type }));

const event = fc.record({
  maxSeatsPerUser: fc.constantFrom(2, 10),
  refusesSingleSeats: fc.boolean(),
  ticketTypes: fc.constantFrom<readonly { readonly key: string }[]>(
    [],
    typed({ key: 'adult', maxPerBooking: 2 }),
    typed({ key: 'adult', maxPerEvent: 3 }),
    typed({ key: 'adult' }, { key: 'child', maxPerEvent: 1 }),
  ),
});
type Terms = typeof event extends fc.Arbitrary<infer Value> ? Value : never;
const booking = fc.integer({ min: 1, max: 3 });
const buyer = fc.integer({ min: 1, max: 2 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      booking,
      buyer,
      seats: fc.uniqueArray(fc.integer({ min: 0, max: SEATS }), { minLength: 1, maxLength: 3 }),
      standing: fc.constantFrom(0, 0, 0, 1),
      limitInAll: fc.constantFrom(null, null, 2),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sell' as const), booking }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('release' as const, 'run out' as const), booking }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'lose a seat' as const), booking }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Who comes too late, for a seat and for what is counted before it; chance seldom has both in one request. */
const tooLate = ([1, 2, 3] as const).map((each): Step => {
  const buyer = each > 1 ? 2 : 1;
  return {
    kind: 'hold',
    booking: each,
    buyer,
    seats: [0, each],
    standing: 0,
    limitInAll: each > 2 ? 2 : null,
  };
});
const rushes = [
  typed(),
  typed({ key: 'adult', maxPerEvent: 3 }),
  typed({ key: 'adult', maxPerBooking: 1 }),
].map((ticketTypes): [Terms, Step[]] => [
  { maxSeatsPerUser: 10, refusesSingleSeats: false, ticketTypes },
  tooLate,
]);

async function run(
  fixture: EventsFixture,
  { eventId, seatIds, pitId, organizer }: PublishedEvent,
  given: Step,
): Promise<unknown> {
  const bookingId = deterministicId<'Booking'>(eventId, String(given.booking));
  switch (given.kind) {
    case 'hold': {
      const { seats, standing, limitInAll } = given;
      return hold(fixture, {
        bookingId,
        userId: deterministicId<'User'>(eventId, String(given.buyer)),
        eventId,
        // One beyond the last is no seat of the event.
        seatIds: seats.map((place) => seatIds[place] ?? deterministicId(eventId, 'no seat')),
        standing: standing > 0 && pitId ? [{ sectionId: pitId, quantity: standing }] : [],
        ...(limitInAll === null ? {} : { mostHeldInAll: limitInAll }),
      });
    }
    case 'sell':
      return sell(fixture, eventId, bookingId);
    case 'release':
      return release(fixture, { eventId, bookingId, requestId: deterministicId(bookingId, 'release') });
    case 'run out':
      return letExpire(fixture, bookingId);
    case 'lose a seat':
      return fixture.database.sql(
        `update event_seats set state = 'F', booking_id = null, held_until = null
         where event_id = $1 and booking_id = $2 and state = 'H'`,
        [eventId, bookingId],
      );
    case 'cancel':
      return fixture.mutate(
        'cancelEvent',
        'userErrors { code }',
        { eventId, reason: 'rain', idempotencyKey: newId() },
        organizer,
      );
  }
}

/** Every row and fact of an event, in an order that does not depend on chance. */
async function everything(fixture: EventsFixture, { eventId }: PublishedEvent): Promise<unknown> {
  const bookings = [1, 2, 3].map((number) => deterministicId(eventId, String(number)));
  const order = 'array_position($2::uuid[], booking_id)';
  return Promise.all([
    fixture.database.sql(
      `select seat_index, price_minor, state, version, booking_id, held_until is null as is_final
       from event_seats where event_id = $1 order by seat_index`,
      [eventId],
    ),
    fixture.database.sql(
      `select booking_id, event_id, user_id, status, seat_ids, places, requested, answer - 'expiresAt' as answer
       from holds where booking_id = any ($1) order by array_position($1::uuid[], booking_id)`,
      [bookings],
    ),
    fixture.database.sql(
      `select booking_id, ticket_type_id, quantity from held_types
       where booking_id = any ($1) order by array_position($1::uuid[], booking_id)`,
      [bookings],
    ),
    fixture.database.sql(
      `select booking_id, section_id, quantity from standing_holds where event_id = $1 order by ${order}`,
      [eventId, bookings],
    ),
    (await fixture.published())
      .filter(({ subject, type }) => subject === eventId && type.startsWith('Seats'))
      .map(({ id: _id, time: _time, traceparent: _trace, ...fact }) => fact),
  ]);
}

/** With each identifier as its place in the order in which they appear, keys in one order, and no time of a hold. */
function named(value: unknown): string {
  const seen = new Map<string, string>();
  const sorted = (_: string, each: unknown): unknown =>
    each !== null && typeof each === 'object' && !Array.isArray(each) && !(each instanceof Date)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  return JSON.stringify(value, sorted, 1)
    .replace(/"expiresAt": "[^"]*"/g, '"expiresAt": "some time"')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const name = seen.get(id) ?? `id ${seen.size}`;
      seen.set(id, name);
      return name;
    });
}

async function play(
  fixture: EventsFixture,
  { ticketTypes, ...terms }: Terms,
  story: readonly Step[],
): Promise<string> {
  const published = await publishTestEvent(fixture, {
    rows: 1,
    perRow: SEATS,
    standing: 5,
    ...(ticketTypes.length === 0
      ? { event: terms }
      : { event: { ...terms, ticketTypes }, pricedTypes: ticketTypes.map(({ key }) => key) }),
  });
  const names = [published.eventId, published.organizer.userId, ...published.seatIds];
  const answers: unknown[] = [];
  for (const each of story) answers.push(await run(fixture, published, each));
  return named([names, answers, await everything(fixture, published)]);
}

describe('one statement and one transaction', () => {
  it('come to the same rows, facts and answers from any state', async () => {
    const steps0 = steps;
    await fc.assert(
      fc.asyncProperty(event, fc.array(step, { minLength: 2, maxLength: 8 }), async (given, story) => {
        const [one, other] = await Promise.all([
          play(atOnce, given, story),
          play(inTransactions, given, story),
        ]);
        expect(one).toBe(other);
      }),
      { numRuns: RUNS, examples: [...rushes] },
    );
    expect(steps).toBeGreaterThan(steps0);
  }, 240_000);

  it('refuse a seat that somebody has, and what the terms forbid, without a transaction', async () => {
    const { eventId, seatIds } = await publishTestEvent(atOnce, { rows: 1, perRow: SEATS });
    const wish = () => ({ eventId, bookingId: newId<'Booking'>(), userId: newId<'User'>() });
    await hold(atOnce, { ...wish(), seatIds: seatIds.slice(0, 2) });
    const before = transactions;
    const late = await hold(atOnce, { ...wish(), seatIds: seatIds.slice(1, 3) });
    expect(late.userErrors).toMatchObject([{ code: 'SEATS_TAKEN', seatIds: [seatIds[1]] }]);
    const astray = await hold(atOnce, { ...wish(), eventId: newId(), seatIds });
    expect(astray.userErrors).toMatchObject([{ code: 'EVENT_NOT_FOUND' }]);
    expect(transactions).toBe(before);
  });

  it('look before they take in a rush alone: whoever takes what is free asks nothing before', async () => {
    const ticketTypes = typed({ key: 'adult' }, { key: 'child' });
    const { eventId, seatIds } = await publishTestEvent(atOnce, {
      rows: 1,
      perRow: SEATS,
      event: { ticketTypes },
      pricedTypes: ticketTypes.map(({ key }) => key),
    });
    const { event } = await atOnce.request<{ event: { ticketTypes: [{ id: string }, { id: string }] } }>(
      'query($id: ID!) { event(id: $id) { ticketTypes { id } } }',
      { id: eventId },
      { kind: 'anonymous' },
    );
    const ticketTypeId = event.ticketTypes[1].id;
    const done = async (place: number) => {
      const [looks0, transactions0] = [looks, transactions];
      const seatId = seatIds[place] ?? '';
      const { hold: held, userErrors } = await hold(atOnce, {
        eventId,
        seatIds: [seatId],
        seatTypes: [{ seatId, ticketTypeId }],
      });
      const outcome = held ? 'held' : userErrors[0]?.code;
      return { outcome, looks: looks - looks0, transactions: transactions - transactions0 };
    };
    expect(await done(0)).toEqual({ outcome: 'held', looks: 0, transactions: 1 });
    expect(await done(0)).toEqual({ outcome: 'SEATS_TAKEN', looks: 0, transactions: 1 });
    // Somebody came too late, so the next one most often does too; until somebody did not.
    expect(await done(0)).toEqual({ outcome: 'SEATS_TAKEN', looks: 1, transactions: 0 });
    expect(await done(1)).toEqual({ outcome: 'held', looks: 1, transactions: 1 });
    expect(await done(2)).toEqual({ outcome: 'held', looks: 0, transactions: 1 });
  });

  it('publishes facts that have the shape that readers count on', async () => {
    const published = await publishTestEvent(atOnce, { rows: 1, perRow: SEATS });
    const { bookingId } = await hold(atOnce, {
      eventId: published.eventId,
      seatIds: published.seatIds.slice(1, 3),
      userId: newId(),
    });
    const before = steps;
    await sell(atOnce, published.eventId, bookingId);
    expect(steps).toBe(before + 1);
    const facts = (await atOnce.published()).filter(({ subject }) => subject === published.eventId);
    const find = (type: string) => facts.find((fact) => fact.type === type) as FactEnvelope;
    const seats = [1, 2].map((index) => ({ seatId: published.seatIds[index], index, version: 1 }));
    expect(readFact(SeatsHeld, find('SeatsHeld'))).toMatchObject({ bookingId, seats, standing: [] });
    const sold = seats.map((seat) => ({ ...seat, version: 2 }));
    expect(readFact(SeatsSold, find('SeatsSold'))).toMatchObject({ bookingId, seats: sold, standing: [] });
  });
});
