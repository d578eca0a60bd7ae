import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import {
  type EventsTestService,
  hold,
  letExpire,
  person,
  publishTestEvent,
  release,
  seatMap,
  sell,
  startEventsRoom,
} from './testing/events-fixture.ts';

let room: EventsTestService;
beforeAll(async () => {
  room = await startEventsRoom();
});
afterAll(() => room.stop());

const codes = (payload: { userErrors: readonly { code: string }[] }) =>
  payload.userErrors.map((error) => error.code);

/** The facts about one event's places, in order. */
async function placeFacts(eventId: string) {
  const facts = await room.published();
  return facts.filter((fact) => fact.subject === eventId && fact.type.startsWith('Seats'));
}

/**
 * Answers all of these when `count` of them at least have met: no hold is written down before so many wait for a lock,
 * be it for the table, which is closed, or for one another.
 */
async function meeting<Answer>(count: number, ask: () => readonly Promise<Answer>[]): Promise<Answer[]> {
  const { answers } = await room.database.transaction(async (tx) => {
    await tx.sql('lock table holds in share mode');
    const asked = Promise.all(ask());
    await until(`${count} holds to wait`, async () => {
      const waiting = await room.database.sql(
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
    const { eventId, seatIds, pitId, organizer } = await publishTestEvent(room, { standing: 50 });
    const { hold: held } = await hold(room, {
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

  it('lasts as long as the house says, and shorter when the event says so', async () => {
    const house = await publishTestEvent(room);
    const short = await publishTestEvent(room, { event: { holdSeconds: 30 } });
    const secondsLeft = async (eventId: string, seatId: string | undefined) => {
      const { hold: held } = await hold(room, { eventId, seatIds: [seatId ?? ''] });
      return (Date.parse(held?.expiresAt ?? '') - Date.now()) / 1000;
    };
    expect(await secondsLeft(house.eventId, house.seatIds[0])).toBeCloseTo(600, -1);
    expect(await secondsLeft(short.eventId, short.seatIds[0])).toBeCloseTo(30, -1);
  });

  it('takes all of the wanted seats or none, and names those that are taken', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    await hold(room, { eventId, seatIds: seatIds.slice(2, 3) });
    const refused = await hold(room, { eventId, seatIds: seatIds.slice(0, 4) });
    expect(refused).toMatchObject({
      hold: null,
      userErrors: [
        { code: 'SEATS_TAKEN', seatIds: [seatIds[2]], message: expect.stringContaining('row A, seat 3') },
      ],
    });
    expect((await seatMap(room, eventId)).states.slice(0, 4)).toBe('FFHF');
  });

  it('holds nothing when the seats are free but the standing places are not', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(room, { standing: 3 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const refused = await hold(room, { eventId, seatIds: seatIds.slice(0, 1), standing });
    expect(codes(refused)).toEqual(['STANDING_SOLD_OUT']);
    expect(await seatMap(room, eventId)).toMatchObject({
      states: 'F'.repeat(40),
      standing: [{ available: 3 }],
    });
    expect(await placeFacts(eventId)).toEqual([]);
  });

  it('refuses seats of another event, identifiers of none, and what is no standing section', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const other = await publishTestEvent(room);
    expect(codes(await hold(room, { eventId, seatIds: other.seatIds.slice(0, 1) }))).toEqual([
      'SEAT_NOT_FOUND',
    ]);
    expect(codes(await hold(room, { eventId, seatIds: ['nonsense'] }))).toEqual(['SEAT_NOT_FOUND']);
    expect(codes(await hold(room, { eventId: newId(), seatIds: seatIds.slice(0, 1) }))).toEqual([
      'EVENT_NOT_FOUND',
    ]);
    const standing = [{ sectionId: newId(), quantity: 1 }];
    expect(codes(await hold(room, { eventId, standing }))).toEqual(['SECTION_NOT_FOUND']);
  });

  it('refuses a cancelled event and one that has ended', async () => {
    const cancelled = await publishTestEvent(room);
    await room.database.sql(`update events set status = 'CANCELLED' where id = $1`, [cancelled.eventId]);
    const ended = await publishTestEvent(room);
    await room.database.sql(
      `update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1`,
      [ended.eventId],
    );
    for (const { eventId, seatIds } of [cancelled, ended]) {
      expect(codes(await hold(room, { eventId, seatIds: seatIds.slice(0, 1) }))).toEqual([
        'EVENT_NOT_ON_SALE',
      ]);
    }
  });

  it('knows identifiers in upper case as well, and tells facts about them in lower case', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const upper = { eventId: eventId.toUpperCase(), bookingId: newId().toUpperCase() };
    await hold(room, { ...upper, seatIds: [seatIds[0]?.toUpperCase() ?? ''] });
    expect(await sell(room, upper.eventId, upper.bookingId)).toMatchObject({ sold: true });
    const part = [seatIds[0]?.toUpperCase() ?? ''];
    expect(await release(room, { ...upper, seatIds: part })).toMatchObject({ released: true });
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual([
      'SeatsHeld',
      'SeatsSold',
      'SeatsReleased',
    ]);
  });

  it('answers only the tickets room', async () => {
    const query = 'mutation($input: HoldSeatsInput!) { holdSeats(input: $input) { userErrors { code } } }';
    const input = { bookingId: newId(), userId: newId(), eventId: newId(), seatIds: [], standing: [] };
    for (const asker of [person('ADMIN'), { kind: 'room', room: 'loyalty' } as const]) {
      const { errors } = await room.execute(query, { input }, asker);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('the limit of one buyer', () => {
  it('refuses an eleventh place, over all bookings that are held', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const userId = newId();
    expect(codes(await hold(room, { eventId, userId, seatIds: seatIds.slice(0, 9) }))).toEqual([]);
    expect(codes(await hold(room, { eventId, userId, seatIds: seatIds.slice(10, 12) }))).toEqual([
      'TOO_MANY_SEATS',
    ]);
    expect(codes(await hold(room, { eventId, userId, seatIds: seatIds.slice(10, 11) }))).toEqual([]);
  });

  it('does not count what is sold, released or expired', async () => {
    const { eventId, seatIds } = await publishTestEvent(room, { event: { maxSeatsPerUser: 2 } });
    const userId = newId();
    const sold = await hold(room, { eventId, userId, seatIds: seatIds.slice(0, 2) });
    await sell(room, eventId, sold.bookingId);
    const released = await hold(room, { eventId, userId, seatIds: seatIds.slice(2, 4) });
    await release(room, { eventId, bookingId: released.bookingId });
    const expired = await hold(room, { eventId, userId, seatIds: seatIds.slice(4, 6) });
    await letExpire(room, expired.bookingId);
    expect(codes(await hold(room, { eventId, userId, seatIds: seatIds.slice(6, 8) }))).toEqual([]);
  });

  it('cannot be passed by asking twenty times at once', async () => {
    const { eventId, seatIds } = await publishTestEvent(room, { event: { maxSeatsPerUser: 3 } });
    const userId = newId();
    const outcomes = await meeting(4, () =>
      seatIds.slice(0, 20).map((seatId) => hold(room, { eventId, userId, seatIds: [seatId] })),
    );
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(3);
  });
});

describe('a limit for all events together', () => {
  it('counts what the buyer holds elsewhere, cannot be passed at once, and leaves others alone', async () => {
    const [here, there] = [await publishTestEvent(room), await publishTestEvent(room)];
    const userId = newId();
    const wishes = [here, there].flatMap(({ eventId, seatIds }) =>
      seatIds.slice(0, 5).map((seatId) => ({ eventId, userId, seatIds: [seatId], mostHeldInAll: 2 })),
    );
    const outcomes = await meeting(4, () => wishes.map((wish) => hold(room, wish)));
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(2);
    expect(new Set(outcomes.flatMap(codes))).toEqual(new Set(['TOO_MANY_SEATS_IN_ALL']));
    const free = { eventId: here.eventId, seatIds: here.seatIds.slice(10, 13) };
    expect(codes(await hold(room, { ...free, userId: newId(), mostHeldInAll: 2 }))).toEqual([
      'TOO_MANY_SEATS_IN_ALL',
    ]);
    expect(codes(await hold(room, { ...free, userId }))).toEqual([]);
  });

  it('is no part of the wish: a repeat with another limit answers the same', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const wish = { eventId, userId: newId(), bookingId: newId(), seatIds: seatIds.slice(0, 2) };
    const first = await hold(room, { ...wish, mostHeldInAll: 2 });
    expect((await hold(room, wish)).hold).toEqual(first.hold);
    expect((await hold(room, { ...wish, mostHeldInAll: 0 })).hold).toEqual(first.hold);
  });
});

describe('a hold that is asked for again', () => {
  it('answers the same and holds nothing twice, also a hundred times at once', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 2) };
    const answers = await Promise.all(Array.from({ length: 100 }, () => hold(room, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.hold?.items).toHaveLength(2);
    expect(await placeFacts(eventId)).toHaveLength(1);
  });

  it('is refused for other places, and once it has ended', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 2) };
    await hold(room, request);
    expect(codes(await hold(room, { ...request, seatIds: seatIds.slice(0, 3) }))).toEqual(['HOLD_CONFLICT']);
    await letExpire(room, request.bookingId);
    expect(codes(await hold(room, request))).toEqual(['HOLD_ENDED']);
  });
});

describe('a hold whose time has run out', () => {
  it('is not sold, also when nobody else wants the seats', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const late = await hold(room, { eventId, seatIds: seatIds.slice(0, 2) });
    await letExpire(room, late.bookingId);
    expect(codes(await sell(room, eventId, late.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(await placeFacts(eventId)).toHaveLength(1);
  });

  it('gives its seats to the next buyer at once, and is lost to its own', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const late = await hold(room, { eventId, seatIds: seatIds.slice(0, 2) });
    await letExpire(room, late.bookingId);
    const next = await hold(room, { eventId, seatIds: seatIds.slice(0, 1) });
    expect(next.hold).not.toBeNull();
    expect(codes(await sell(room, eventId, late.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(await sell(room, eventId, next.bookingId)).toMatchObject({ sold: true });
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
    const { eventId, seatIds, pitId } = await publishTestEvent(room, { standing: 40 });
    const standing = [{ sectionId: pitId ?? '', quantity: 3 }];
    const late = await hold(room, { eventId, seatIds: seatIds.slice(0, 3), standing });
    await letExpire(room, late.bookingId);
    await hold(room, { eventId, seatIds: seatIds.slice(0, 1) });
    await room.runJobs();
    expect(await seatMap(room, eventId)).toMatchObject({
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
    await room.runJobs();
    expect(await placeFacts(eventId)).toHaveLength(3);
  });

  it('makes room for standing places before any sweep', async () => {
    const { eventId, pitId } = await publishTestEvent(room, { rows: 0, standing: 8 });
    const standing = [{ sectionId: pitId ?? '', quantity: 8 }];
    const late = await hold(room, { eventId, standing });
    expect(codes(await hold(room, { eventId, standing }))).toEqual(['STANDING_SOLD_OUT']);
    await letExpire(room, late.bookingId);
    expect((await hold(room, { eventId, standing })).hold).not.toBeNull();
    await room.runJobs();
    expect((await seatMap(room, eventId)).standing).toEqual([{ capacity: 8, available: 0 }]);
  });
});

describe('two standing sections of one hold that ran out', () => {
  it('are given back each by itself: the one that the next buyer wants, and the other by the sweep', async () => {
    const { eventId, pitId, galleryId } = await publishTestEvent(room, { rows: 0, standing: 6, gallery: 9 });
    const pit = { sectionId: pitId ?? '', quantity: 6 };
    const late = await hold(room, { eventId, standing: [pit, { sectionId: galleryId ?? '', quantity: 3 }] });
    await letExpire(room, late.bookingId);
    await hold(room, { eventId, standing: [pit] });
    await room.runJobs();
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
    expect((await seatMap(room, eventId)).standing).toEqual([
      { capacity: 6, available: 0 },
      { capacity: 9, available: 9 },
    ]);
  });
});

describe('selling', () => {
  it('sells every place of a hold once, and answers the same when asked again', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(room, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 1 }];
    const { bookingId } = await hold(room, { eventId, seatIds: seatIds.slice(0, 2), standing });
    expect(await sell(room, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    expect(await sell(room, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual(['SeatsHeld', 'SeatsSold']);
    expect((await seatMap(room, eventId)).states.slice(0, 3)).toBe('SSF');
  });

  it('refuses a booking that never held anything, one that was released, and a cancelled event', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    expect(codes(await sell(room, eventId, newId()))).toEqual(['HOLD_NOT_FOUND']);
    const given = await hold(room, { eventId, seatIds: seatIds.slice(0, 1) });
    await release(room, { eventId, bookingId: given.bookingId });
    expect(codes(await sell(room, eventId, given.bookingId))).toEqual(['HOLD_EXPIRED']);
    const kept = await hold(room, { eventId, seatIds: seatIds.slice(1, 2) });
    await room.database.sql(`update events set status = 'CANCELLED' where id = $1`, [eventId]);
    expect(codes(await sell(room, eventId, kept.bookingId))).toEqual(['EVENT_NOT_ON_SALE']);
  });
});

describe('releasing', () => {
  it('puts everything of a booking back on sale, once for each request', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(room, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const { bookingId } = await hold(room, { eventId, seatIds: seatIds.slice(0, 2), standing });
    const request = { eventId, bookingId, requestId: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => release(room, request)));
    expect(answers).toEqual(answers.map(() => ({ released: true, userErrors: [] })));
    expect((await placeFacts(eventId)).map((fact) => fact.type)).toEqual(['SeatsHeld', 'SeatsReleased']);
    expect(await seatMap(room, eventId)).toMatchObject({
      states: 'F'.repeat(40),
      standing: [{ available: 10 }],
    });
    expect(codes(await release(room, { eventId, bookingId }))).toEqual(['NOTHING_TO_RELEASE']);
  });

  it('puts single sold places back on sale and leaves the others sold', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(room, { standing: 10 });
    const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
    const { bookingId } = await hold(room, { eventId, seatIds: seatIds.slice(0, 3), standing });
    await sell(room, eventId, bookingId);
    const part = { seatIds: seatIds.slice(1, 2), standing: [{ sectionId: pitId ?? '', quantity: 1 }] };
    const refund = { eventId, bookingId, reason: 'TICKETS_REFUNDED', ...part };
    expect(await release(room, refund)).toMatchObject({ released: true });
    expect(await seatMap(room, eventId)).toMatchObject({
      states: `SFS${'F'.repeat(37)}`,
      standing: [{ available: 7 }],
    });
    expect(codes(await release(room, refund))).toEqual(['NOTHING_TO_RELEASE']);
    const tooMany = [{ sectionId: pitId ?? '', quantity: 4 }];
    expect(codes(await release(room, { eventId, bookingId, standing: tooMany }))).toEqual([
      'NOTHING_TO_RELEASE',
    ]);
  });

  it('puts standing places back one by one, though they are of two shards', async () => {
    const { eventId, pitId } = await publishTestEvent(room, {
      rows: 0,
      standing: 50,
      event: { maxSeatsPerUser: 24 },
    });
    const places = (quantity: number) => [{ sectionId: pitId ?? '', quantity }];
    // Two shards of 25 places with one left in each, so that two places are one of each.
    await hold(room, { eventId, standing: places(24) });
    await hold(room, { eventId, standing: places(24) });
    const { bookingId } = await hold(room, { eventId, standing: places(2) });
    await sell(room, eventId, bookingId);
    for (const available of [1, 2]) {
      const refund = { eventId, bookingId, reason: 'TICKETS_REFUNDED', standing: places(1) };
      expect(await release(room, refund)).toEqual({ released: true, userErrors: [] });
      expect((await seatMap(room, eventId)).standing).toEqual([{ capacity: 50, available }]);
    }
  });

  it('forbids a hold that comes after its release', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const bookingId = newId();
    expect(codes(await release(room, { eventId, bookingId }))).toEqual(['HOLD_NOT_FOUND']);
    expect(codes(await hold(room, { eventId, bookingId, seatIds: seatIds.slice(0, 1) }))).toEqual([
      'HOLD_ENDED',
    ]);
    expect((await seatMap(room, eventId)).states[0]).toBe('F');
  });
});

describe('a hold that expired and whose places are another buyer’s by now', () => {
  it('takes no sold seat back when it is released', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const wanted = seatIds.slice(0, 2);
    const first = await hold(room, { eventId, seatIds: wanted });
    await letExpire(room, first.bookingId);
    const second = await hold(room, { eventId, seatIds: wanted });
    expect(codes(await sell(room, eventId, second.bookingId))).toEqual([]);
    const { states } = await seatMap(room, eventId);
    expect(states.startsWith('SS')).toBe(true);
    await release(room, { eventId, bookingId: first.bookingId });
    expect((await seatMap(room, eventId)).states).toBe(states);
  });

  it('takes no held seat back either', async () => {
    const { eventId, seatIds } = await publishTestEvent(room);
    const wanted = seatIds.slice(0, 2);
    const first = await hold(room, { eventId, seatIds: wanted });
    await letExpire(room, first.bookingId);
    const second = await hold(room, { eventId, seatIds: wanted });
    await release(room, { eventId, bookingId: first.bookingId });
    expect((await seatMap(room, eventId)).states.startsWith('HH')).toBe(true);
    expect(codes(await sell(room, eventId, second.bookingId))).toEqual([]);
  });

  it('takes no standing places back, and cannot be sold any more', async () => {
    const { eventId, pitId } = await publishTestEvent(room, { rows: 0, standing: 3 });
    const standing = [{ sectionId: pitId ?? '', quantity: 3 }];
    const first = await hold(room, { eventId, standing });
    await letExpire(room, first.bookingId);
    const second = await hold(room, { eventId, standing });
    expect(second.hold).not.toBeNull();
    expect(codes(await sell(room, eventId, first.bookingId))).toEqual(['HOLD_EXPIRED']);
    expect(codes(await sell(room, eventId, second.bookingId))).toEqual([]);
    await release(room, { eventId, bookingId: first.bookingId });
    expect((await seatMap(room, eventId)).standing).toEqual([{ capacity: 3, available: 0 }]);
  });

  it('of standing places is not sold after its time, though nobody else wants them', async () => {
    const { eventId, pitId } = await publishTestEvent(room, { rows: 0, standing: 3 });
    const { bookingId } = await hold(room, { eventId, standing: [{ sectionId: pitId ?? '', quantity: 1 }] });
    await letExpire(room, bookingId);
    expect(codes(await sell(room, eventId, bookingId))).toEqual(['HOLD_EXPIRED']);
    await room.runJobs();
    expect((await seatMap(room, eventId)).standing).toEqual([{ capacity: 3, available: 3 }]);
  });
});
