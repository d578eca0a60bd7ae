import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { createPostgresHolds } from './adapters/postgres/holds.ts';
import { isBeingSwept, reclaimSection } from './adapters/postgres/standing-shards.ts';
import {
  type EventsFixture,
  hold,
  letExpire,
  openEventsFixture,
  publishTestEvent,
  release,
  seatMap,
  sell,
  someUser,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

/** The facts about one event's places, in order. */
async function placeFacts(eventId: string) {
  const facts = await fixture.published();
  return facts.filter((fact) => fact.subject === eventId && fact.type.startsWith('Seats'));
}

/**
 * Answers all of these when `count` of them at least have met: no hold is written down before so many wait for a lock,
 * be it for the table, which is closed, or for one another.
 */
async function meeting<Answer>(count: number, ask: () => readonly Promise<Answer>[]): Promise<Answer[]> {
  const { answers } = await fixture.database.transaction(async (tx) => {
    await tx.sql('lock table holds in share mode');
    const asked = Promise.all(ask());
    await until(`${count} holds to wait`, async () => {
      const waiting = await fixture.database.sql(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length >= count;
    });
    return { answers: asked };
  });
  return answers;
}

describe('holding seats', () => {
  it('answers every place with its price, and what a booking must know of the event', async () => {
    const { eventId, seatIds, pitId, organizer } = await publishTestEvent(fixture, { standing: 50 });
    const { hold: held } = await hold(fixture, {
      eventId,
      seatIds: [seatIds[1] ?? '', seatIds[0] ?? ''],
      standing: [{ sectionId: pitId ?? '', quantity: 2 }],
    });
    const seat = { price: { amount: '20.00', currencyCode: 'EUR' } };
    const place = { seatId: null, sectionId: pitId, price: { amount: '10.00', currencyCode: 'EUR' } };
    expect(held).toMatchObject({
      eventId,
      eventTitle: 'The Cherry Orchard',
      organizerId: organizer.userId,
      startsAt: '2099-03-01T18:30:00.000Z',
      currencyCode: 'EUR',
      refundTiers: [{ hoursBefore: 0, percent: 100 }],
      items: [{ ...seat, seatId: seatIds[0] }, { ...seat, seatId: seatIds[1] }, place, place],
    });
  });

  it('lasts as long as the server says, and shorter when the event says so', async () => {
    const usual = await publishTestEvent(fixture);
    const short = await publishTestEvent(fixture, { event: { holdSeconds: 30 } });
    const secondsLeft = async (eventId: string, seatId: string | undefined) => {
      const { hold: held } = await hold(fixture, { eventId, seatIds: [seatId ?? ''] });
      return (Date.parse(held?.expiresAt ?? '') - Date.now()) / 1000;
    };
    expect(await secondsLeft(usual.eventId, usual.seatIds[0])).toBeCloseTo(600, -1);
    expect(await secondsLeft(short.eventId, short.seatIds[0])).toBeCloseTo(30, -1);
  });

  it('takes all of the wanted seats or none, and names those that are taken', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await hold(fixture, { eventId, seatIds: seatIds.slice(2, 3) });
    const refused = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 4) });
    expect(refused).toMatchObject({
      hold: null,
      userErrors: [
        { code: 'SEATS_TAKEN', seatIds: [seatIds[2]], message: expect.stringContaining('row A, seat 3') },
      ],
    });
    expect((await seatMap(fixture, eventId)).states.slice(0, 4)).toBe('FFHF');
  });

  it('holds nothing when the seats are free but the standing places are not', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 3 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const refused = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1), standing });
    expect(codesOf(refused)).toEqual(['STANDING_SOLD_OUT']);
    expect(await seatMap(fixture, eventId)).toMatchObject({
      states: 'F'.repeat(40),
      standing: [{ available: 3 }],
    });
    expect(await placeFacts(eventId)).toEqual([]);
  });

  it('refuses seats of another event, identifiers of none, and what is no standing section', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const other = await publishTestEvent(fixture);
    expect(codesOf(await hold(fixture, { eventId, seatIds: other.seatIds.slice(0, 1) }))).toEqual([
      'SEAT_NOT_FOUND',
    ]);
    expect(codesOf(await hold(fixture, { eventId, seatIds: ['nonsense'] }))).toEqual(['SEAT_NOT_FOUND']);
    expect(codesOf(await hold(fixture, { eventId: newId(), seatIds: seatIds.slice(0, 1) }))).toEqual([
      'EVENT_NOT_FOUND',
    ]);
    const standing = [{ sectionId: newId(), quantity: 1 }];
    expect(codesOf(await hold(fixture, { eventId, standing }))).toEqual(['SECTION_NOT_FOUND']);
  });

  it('refuses a cancelled event and one that has ended', async () => {
    const cancelled = await publishTestEvent(fixture);
    await fixture.database.sql(`update events set status = 'CANCELLED' where id = $1`, [cancelled.eventId]);
    const ended = await publishTestEvent(fixture);
    await fixture.database.sql(
      `update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1`,
      [ended.eventId],
    );
    for (const { eventId, seatIds } of [cancelled, ended]) {
      expect(codesOf(await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) }))).toEqual([
        'EVENT_NOT_ON_SALE',
      ]);
    }
  });

  it('knows identifiers in upper case as well, and tells facts about them in lower case', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const upper = { eventId: eventId.toUpperCase(), bookingId: newId().toUpperCase() };
    await hold(fixture, { ...upper, seatIds: [seatIds[0]?.toUpperCase() ?? ''] });
    expect(await sell(fixture, upper.eventId, upper.bookingId)).toMatchObject({ sold: true });
    const part = [seatIds[0]?.toUpperCase() ?? ''];
    expect(await release(fixture, { ...upper, seatIds: part })).toMatchObject({ released: true });
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual([
      'SeatsHeld',
      'SeatsSold',
      'SeatsReleased',
    ]);
  });

  it('answers only the tickets subgraph', async () => {
    const query = 'mutation($input: HoldSeatsInput!) { holdSeats(input: $input) { userErrors { code } } }';
    const input = { bookingId: newId(), userId: newId(), eventId: newId(), seatIds: [], standing: [] };
    for (const caller of [someUser('ADMIN'), { kind: 'subgraph', subgraph: 'loyalty' } as const]) {
      const { errors } = await fixture.execute(query, { input }, caller);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('the limit of one buyer', () => {
  it('refuses an eleventh place, over all bookings that are held', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const userId = newId();
    expect(codesOf(await hold(fixture, { eventId, userId, seatIds: seatIds.slice(0, 9) }))).toEqual([]);
    expect(codesOf(await hold(fixture, { eventId, userId, seatIds: seatIds.slice(10, 12) }))).toEqual([
      'TOO_MANY_SEATS',
    ]);
    expect(codesOf(await hold(fixture, { eventId, userId, seatIds: seatIds.slice(10, 11) }))).toEqual([]);
  });

  it('does not count what is sold, released or expired', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture, { event: { maxSeatsPerUser: 2 } });
    const userId = newId();
    const sold = await hold(fixture, { eventId, userId, seatIds: seatIds.slice(0, 2) });
    await sell(fixture, eventId, sold.bookingId);
    const released = await hold(fixture, { eventId, userId, seatIds: seatIds.slice(2, 4) });
    await release(fixture, { eventId, bookingId: released.bookingId });
    const expired = await hold(fixture, { eventId, userId, seatIds: seatIds.slice(4, 6) });
    await letExpire(fixture, expired.bookingId);
    expect(codesOf(await hold(fixture, { eventId, userId, seatIds: seatIds.slice(6, 8) }))).toEqual([]);
  });

  it('cannot be passed by asking twenty times at once', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture, { event: { maxSeatsPerUser: 3 } });
    const userId = newId();
    const outcomes = await meeting(4, () =>
      seatIds.slice(0, 20).map((seatId) => hold(fixture, { eventId, userId, seatIds: [seatId] })),
    );
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(3);
  });
});

describe('a limit for all events together', () => {
  it('counts what the buyer holds elsewhere, cannot be passed at once, and leaves others alone', async () => {
    const [here, there] = [await publishTestEvent(fixture), await publishTestEvent(fixture)];
    const userId = newId();
    const requested = [here, there].flatMap(({ eventId, seatIds }) =>
      seatIds.slice(0, 5).map((seatId) => ({ eventId, userId, seatIds: [seatId], mostHeldInAll: 2 })),
    );
    const outcomes = await meeting(4, () => requested.map((requested) => hold(fixture, requested)));
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(2);
    expect(new Set(outcomes.flatMap(codesOf))).toEqual(new Set(['TOO_MANY_SEATS_IN_ALL']));
    const free = { eventId: here.eventId, seatIds: here.seatIds.slice(10, 13) };
    expect(codesOf(await hold(fixture, { ...free, userId: newId(), mostHeldInAll: 2 }))).toEqual([
      'TOO_MANY_SEATS_IN_ALL',
    ]);
    expect(codesOf(await hold(fixture, { ...free, userId }))).toEqual([]);
  });

  it('is no part of the request: a repeat with another limit answers the same', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const requested = { eventId, userId: newId(), bookingId: newId(), seatIds: seatIds.slice(0, 2) };
    const first = await hold(fixture, { ...requested, mostHeldInAll: 2 });
    expect((await hold(fixture, requested)).hold).toEqual(first.hold);
    expect((await hold(fixture, { ...requested, mostHeldInAll: 0 })).hold).toEqual(first.hold);
  });
});

describe('a hold that is asked for again', () => {
  it('answers the same and holds nothing twice, also a hundred times at once', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 2) };
    const answers = await Promise.all(Array.from({ length: 100 }, () => hold(fixture, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.hold?.items).toHaveLength(2);
    expect(await placeFacts(eventId)).toHaveLength(1);
  });

  it('is refused for other places, and once it has ended', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 2) };
    await hold(fixture, request);
    expect(codesOf(await hold(fixture, { ...request, seatIds: seatIds.slice(0, 3) }))).toEqual([
      'HOLD_CONFLICT',
    ]);
    await letExpire(fixture, request.bookingId);
    expect(codesOf(await hold(fixture, request))).toEqual(['HOLD_ENDED']);
  });
});

describe('a hold whose time has run out', () => {
  it('is not sold, also when nobody else wants the seats', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const late = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2) });
    await letExpire(fixture, late.bookingId);
    expect(codesOf(await sell(fixture, eventId, late.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(await placeFacts(eventId)).toHaveLength(1);
  });

  it('gives its seats to the next buyer at once, and is lost to its own', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const late = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2) });
    await letExpire(fixture, late.bookingId);
    const next = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    expect(next.hold).not.toBeNull();
    expect(codesOf(await sell(fixture, eventId, late.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(await sell(fixture, eventId, next.bookingId)).toMatchObject({ sold: true });
    const facts = await placeFacts(eventId);
    expect(
      facts.map((fact) => [fact.type, (fact.data as { seats: { version: number }[] }).seats[0]?.version]),
    ).toEqual([
      ['SeatsHeld', 1],
      ['SeatsHeld', 2],
      ['SeatsSold', 3],
    ]);
  });

  it('goes back on sale by the sweep, and what the next buyer has taken stays with him', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 40 });
    const standing = [{ sectionId: pitId ?? '', quantity: 3 }];
    const late = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 3), standing });
    await letExpire(fixture, late.bookingId);
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await fixture.runJobs();
    expect(await seatMap(fixture, eventId)).toMatchObject({
      states: `HFF${'F'.repeat(37)}`,
      standing: [{ available: 40 }],
    });
    const swept = (await placeFacts(eventId)).at(-1);
    expect(swept).toMatchObject({
      type: 'SeatsReleased',
      data: {
        bookingId: late.bookingId,
        reason: 'HOLD_EXPIRED',
        seats: [
          { index: 1, version: 2 },
          { index: 2, version: 2 },
        ],
        standing: [{ sectionId: pitId, taken: 0, version: 2 }],
      },
    });
    await fixture.runJobs();
    expect(await placeFacts(eventId)).toHaveLength(3);
  });

  it('makes room for standing places before any sweep', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 8 });
    const standing = [{ sectionId: pitId ?? '', quantity: 8 }];
    const late = await hold(fixture, { eventId, standing });
    expect(codesOf(await hold(fixture, { eventId, standing }))).toEqual(['STANDING_SOLD_OUT']);
    await letExpire(fixture, late.bookingId);
    expect((await hold(fixture, { eventId, standing })).hold).not.toBeNull();
    await fixture.runJobs();
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 8, available: 0 }]);
  });
});

/** A node of a plan, as far as it matters here. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How a plan looks for holds: by which condition of an index, or by reading what. Rows by their primary key aside. */
function searchesForHolds(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(searchesForHolds);
  if (node['Relation Name'] !== 'holds' || node['Index Name'] === 'holds_pkey') return below;
  const isScan = node['Node Type'].endsWith('Scan');
  return isScan ? [node['Index Cond'] ?? `${node['Node Type']} of all`, ...below] : below;
}

describe('20,000 open holds', () => {
  let crowded: EventsFixture;
  beforeAll(async () => {
    crowded = await openEventsFixture();
  });
  afterAll(() => crowded.stop());

  it('slow no search for those whose time has run out: it reads these alone, by an index', async () => {
    const { eventId, pitId } = await publishTestEvent(crowded, { rows: 0, standing: 200_000 });
    // Of the width that a hold has in use.
    await crowded.database.sql(
      `with open as (
         insert into holds (booking_id, event_id, user_id, status, expires_at, places, requested, answer)
         select gen_random_uuid(), $1, gen_random_uuid(), 'HELD', now() + interval '1 hour', 1, '{}',
                jsonb_build_object('of', repeat('x', 1200))
         from generate_series(1, 20000) returning booking_id)
       insert into standing_holds (booking_id, event_id, section_id, shard, quantity)
       select booking_id, $1, $2, 0, 1 from open`,
      [eventId, pitId],
    );
    await crowded.database.sql('analyze holds, standing_holds');
    const searches: string[][] = [];
    await crowded.database.transaction(async (tx) => {
      const explaining: Transaction = {
        ...tx,
        async sql(text, params) {
          const [row] = await tx.sql<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
            `explain (format json) ${text}`,
            params,
          );
          searches.push(row?.['QUERY PLAN'].flatMap(({ Plan }) => searchesForHolds(Plan)) ?? ['no plan']);
          return [];
        },
      };
      await createPostgresHolds(crowded.database).expire(explaining, 100);
      await reclaimSection(explaining, eventId as EventId, pitId as SectionId);
      await isBeingSwept(explaining, eventId as EventId, pitId as SectionId);
    });
    const alone = [expect.stringMatching(/^\(expires_at <= /)];
    expect(searches).toEqual([alone, alone, alone]);
  });
});

describe('two standing sections of one hold that ran out', () => {
  it('are given back each by itself: the one that the next buyer wants, and the other by the sweep', async () => {
    const { eventId, pitId, galleryId } = await publishTestEvent(fixture, {
      rows: 0,
      standing: 6,
      gallery: 9,
    });
    const pit = { sectionId: pitId ?? '', quantity: 6 };
    const late = await hold(fixture, {
      eventId,
      standing: [pit, { sectionId: galleryId ?? '', quantity: 3 }],
    });
    await letExpire(fixture, late.bookingId);
    await hold(fixture, { eventId, standing: [pit] });
    await fixture.runJobs();
    const given = (await placeFacts(eventId)).filter((fact) => fact.type === 'SeatsReleased');
    expect(given.map((fact) => fact.data)).toEqual([
      expect.objectContaining({
        bookingId: late.bookingId,
        standing: [{ sectionId: pitId, shard: 0, taken: 0, version: 2 }],
      }),
      expect.objectContaining({
        bookingId: late.bookingId,
        standing: [{ sectionId: galleryId, shard: 0, taken: 0, version: 2 }],
      }),
    ]);
    expect((await seatMap(fixture, eventId)).standing).toEqual([
      { capacity: 6, available: 0 },
      { capacity: 9, available: 9 },
    ]);
  });
});

describe('selling', () => {
  it('sells every place of a hold once, and answers the same when asked again', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 1 }];
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2), standing });
    expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual(['SeatsHeld', 'SeatsSold']);
    expect((await seatMap(fixture, eventId)).states.slice(0, 3)).toBe('SSF');
  });

  it('refuses a booking that never held anything, one that was released, and a cancelled event', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    expect(codesOf(await sell(fixture, eventId, newId()))).toEqual(['HOLD_NOT_FOUND']);
    const given = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await release(fixture, { eventId, bookingId: given.bookingId });
    expect(codesOf(await sell(fixture, eventId, given.bookingId))).toEqual(['HOLD_EXPIRED']);
    const kept = await hold(fixture, { eventId, seatIds: seatIds.slice(1, 2) });
    await fixture.database.sql(`update events set status = 'CANCELLED' where id = $1`, [eventId]);
    expect(codesOf(await sell(fixture, eventId, kept.bookingId))).toEqual(['EVENT_NOT_ON_SALE']);
  });
});

describe('releasing', () => {
  it('puts everything of a booking back on sale, once for each request', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2), standing });
    const request = { eventId, bookingId, requestId: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => release(fixture, request)));
    expect(answers).toEqual(answers.map(() => ({ released: true, userErrors: [] })));
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual(['SeatsHeld', 'SeatsReleased']);
    expect(await seatMap(fixture, eventId)).toMatchObject({
      states: 'F'.repeat(40),
      standing: [{ available: 10 }],
    });
    expect(codesOf(await release(fixture, { eventId, bookingId }))).toEqual(['NOTHING_TO_RELEASE']);
  });

  it('puts single sold places back on sale and leaves the others sold', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 3), standing });
    await sell(fixture, eventId, bookingId);
    const part = { seatIds: seatIds.slice(1, 2), standing: [{ sectionId: pitId ?? '', quantity: 1 }] };
    const refund = { eventId, bookingId, reason: 'TICKETS_REFUNDED', ...part };
    expect(await release(fixture, refund)).toMatchObject({ released: true });
    expect(await seatMap(fixture, eventId)).toMatchObject({
      states: `SFS${'F'.repeat(37)}`,
      standing: [{ available: 7 }],
    });
    expect(codesOf(await release(fixture, refund))).toEqual(['NOTHING_TO_RELEASE']);
    const tooMany = [{ sectionId: pitId ?? '', quantity: 4 }];
    expect(codesOf(await release(fixture, { eventId, bookingId, standing: tooMany }))).toEqual([
      'NOTHING_TO_RELEASE',
    ]);
  });

  it('puts standing places back one by one, though they are of two shards', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, {
      rows: 0,
      standing: 50,
      event: { maxSeatsPerUser: 24 },
    });
    const places = (quantity: number) => [{ sectionId: pitId ?? '', quantity }];
    // Two shards of 25 places with one left in each, so that two places are one of each.
    await hold(fixture, { eventId, standing: places(24) });
    await hold(fixture, { eventId, standing: places(24) });
    const { bookingId } = await hold(fixture, { eventId, standing: places(2) });
    await sell(fixture, eventId, bookingId);
    for (const available of [1, 2]) {
      const refund = { eventId, bookingId, reason: 'TICKETS_REFUNDED', standing: places(1) };
      expect(await release(fixture, refund)).toEqual({ released: true, userErrors: [] });
      expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 50, available }]);
    }
  });

  it('forbids a hold that comes after its release', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const bookingId = newId();
    expect(codesOf(await release(fixture, { eventId, bookingId }))).toEqual(['HOLD_NOT_FOUND']);
    expect(codesOf(await hold(fixture, { eventId, bookingId, seatIds: seatIds.slice(0, 1) }))).toEqual([
      'HOLD_ENDED',
    ]);
    expect((await seatMap(fixture, eventId)).states[0]).toBe('F');
  });
});

describe('a hold that expired and whose places are another buyer’s by now', () => {
  it('takes no sold seat back when it is released', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const wanted = seatIds.slice(0, 2);
    const first = await hold(fixture, { eventId, seatIds: wanted });
    await letExpire(fixture, first.bookingId);
    const second = await hold(fixture, { eventId, seatIds: wanted });
    expect(codesOf(await sell(fixture, eventId, second.bookingId))).toEqual([]);
    const { states } = await seatMap(fixture, eventId);
    expect(states.startsWith('SS')).toBe(true);
    await release(fixture, { eventId, bookingId: first.bookingId });
    expect((await seatMap(fixture, eventId)).states).toBe(states);
  });

  it('takes no held seat back either', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const wanted = seatIds.slice(0, 2);
    const first = await hold(fixture, { eventId, seatIds: wanted });
    await letExpire(fixture, first.bookingId);
    const second = await hold(fixture, { eventId, seatIds: wanted });
    await release(fixture, { eventId, bookingId: first.bookingId });
    expect((await seatMap(fixture, eventId)).states.startsWith('HH')).toBe(true);
    expect(codesOf(await sell(fixture, eventId, second.bookingId))).toEqual([]);
  });

  it('takes no standing places back, and cannot be sold any more', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 3 });
    const standing = [{ sectionId: pitId ?? '', quantity: 3 }];
    const first = await hold(fixture, { eventId, standing });
    await letExpire(fixture, first.bookingId);
    const second = await hold(fixture, { eventId, standing });
    expect(second.hold).not.toBeNull();
    expect(codesOf(await sell(fixture, eventId, first.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(codesOf(await sell(fixture, eventId, second.bookingId))).toEqual([]);
    await release(fixture, { eventId, bookingId: first.bookingId });
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 3, available: 0 }]);
  });

  it('of standing places is not sold after its time, though nobody else wants them', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 3 });
    const { bookingId } = await hold(fixture, {
      eventId,
      standing: [{ sectionId: pitId ?? '', quantity: 1 }],
    });
    await letExpire(fixture, bookingId);
    expect(codesOf(await sell(fixture, eventId, bookingId))).toEqual(['HOLD_EXPIRED']);
    await fixture.runJobs();
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 3, available: 3 }]);
  });
});
