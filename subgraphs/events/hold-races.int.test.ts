import { describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import {
  type HoldPayload,
  hold,
  letExpire,
  publishTestEvent,
  release,
  seatMap,
  sell,
  type UserErrors,
} from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

interface PlacesChanged {
  readonly bookingId: string;
  readonly seats: readonly { readonly index: number; readonly version: number }[];
}

async function factsOf(eventId: string) {
  const facts = await fixture.published();
  return facts
    .filter((fact) => fact.subject === eventId && fact.type.startsWith('Seats'))
    .map((fact) => ({ type: fact.type, ...(fact.data as PlacesChanged) }));
}

/** Replays the facts as a projection does; fails when a seat's versions do not count up one by one. */
async function replay(eventId: string, seatCount: number): Promise<string> {
  const states = Array<string>(seatCount).fill('F');
  const versions = Array<number>(seatCount).fill(0);
  for (const { type, seats } of await factsOf(eventId)) {
    for (const { index, version } of seats) {
      expect(version).toBe((versions[index] ?? 0) + 1);
      versions[index] = version;
      states[index] = { SeatsHeld: 'H', SeatsSold: 'S', SeatsBlocked: 'B' }[type] ?? 'F';
    }
  }
  return states.join('');
}

/** On a busy machine a request may wait for a connection in vain: nothing has come of it, and it is sent again. */
async function untilAnswered<Payload>(send: () => Promise<Payload>): Promise<Payload> {
  let answer: Payload | undefined;
  await until('an answer', async () => {
    try {
      answer = await send();
      return true;
    } catch (error) {
      if (/has more to do than it can/.test(String(error))) return false;
      throw error;
    }
  });
  return answer as Payload;
}

describe('200 buyers at once', () => {
  // Buyers are let in some at a time, in the order in which they come: neighbours must want the same seat, or
  // two buyers of one seat never meet.
  const seatOfBuyer = (buyer: number) => Math.floor(buyer / 5);
  /** The first of three seats; the next buyer's overlap by two. */
  const rowOfBuyer = (buyer: number) => buyer % 38;

  it('who want 40 seats, one each, leave exactly 40 held, each by one booking, and no fact missing', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, buyer) =>
        hold(fixture, { eventId, seatIds: [seatIds[seatOfBuyer(buyer)] ?? ''] }),
      ),
    );
    const winners = outcomes.filter((outcome) => outcome.hold);
    expect(winners).toHaveLength(40);
    const refusals = outcomes.flatMap((outcome) => outcome.userErrors.map((error) => error.code));
    expect(new Set(refusals)).toEqual(new Set(['SEATS_TAKEN']));
    // Each seat was contended: it has one winner and four who met it.
    expect(refusals).toHaveLength(160);
    expect((await seatMap(fixture, eventId)).states).toBe('H'.repeat(40));
    const facts = await factsOf(eventId);
    expect(facts.map((fact) => fact.bookingId).sort()).toEqual(
      winners.map((winner) => winner.bookingId).sort(),
    );
    expect(await replay(eventId, 40)).toBe('H'.repeat(40));
  });

  it('who want overlapping rows of three never share a seat, and only ever get all three', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, buyer) => {
        const first = rowOfBuyer(buyer);
        return hold(fixture, { eventId, seatIds: seatIds.slice(first, first + 3) });
      }),
    );
    const held = outcomes.flatMap((outcome) => outcome.hold?.items ?? []).map((item) => item.seatId);
    expect(new Set(held).size).toBe(held.length);
    const rows = await fixture.database.sql<{ places: number }>(
      `select count(*)::int as places from event_seats where event_id = $1 and state = 'H' group by booking_id`,
      [eventId],
    );
    expect(rows.every((row) => row.places === 3)).toBe(true);
    expect(rows.length * 3).toBe(held.length);
    const { states } = await seatMap(fixture, eventId);
    expect(await replay(eventId, 40)).toBe(states);
    // Nobody was turned away from three seats that are still free: the losers lost to somebody.
    const turnedAway = outcomes.flatMap((outcome, buyer) => {
      const first = rowOfBuyer(buyer);
      const isRefusedAsTaken = outcome.userErrors.some((error) => error.code === 'SEATS_TAKEN');
      return isRefusedAsTaken && states.slice(first, first + 3) === 'FFF' ? [buyer] : [];
    });
    expect(turnedAway).toEqual([]);
  });

  it('who hold, sell, release, let expire and take over leave rows that equal their facts', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    const buyers = Array.from({ length: 200 }, async (_, buyer) => {
      const { hold: held, bookingId } = await hold(fixture, {
        eventId,
        seatIds: [seatIds[seatOfBuyer(buyer)] ?? ''],
      });
      if (!held) return;
      if (buyer % 4 === 0) await sell(fixture, eventId, bookingId);
      if (buyer % 4 === 1) await release(fixture, { eventId, bookingId });
      if (buyer % 4 === 2) await letExpire(fixture, bookingId);
    });
    await Promise.all([...buyers, fixture.runJobs()]);
    await fixture.runJobs();
    const { states } = await seatMap(fixture, eventId);
    expect(await replay(eventId, 40)).toBe(states);
    expect(states).toMatch(/S/);
  });
});

describe('an organizer who blocks seats while they are being held', () => {
  const block = (organizer: UserCaller, eventId: string, seatIds: readonly string[]) =>
    fixture.mutate<UserErrors>(
      'blockSeats',
      'userErrors { code message field }',
      { eventId, seatIds },
      organizer,
    );

  it('gets the seats that nobody else got: each is held or blocked, by the one who was told so', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const outcomes = await Promise.all(
      seatIds.map(async (seatId, index) => {
        const both = [
          () => untilAnswered(() => hold(fixture, { eventId, seatIds: [seatId] })),
          () => untilAnswered(() => block(organizer, eventId, [seatId])),
        ];
        // Now the one comes first, now the other.
        const started =
          index % 2 === 0
            ? both.map((each) => each())
            : both
                .toReversed()
                .map((each) => each())
                .toReversed();
        const [held, blocked] = await Promise.all(started);
        return [held?.userErrors.length === 0, blocked?.userErrors.length === 0];
      }),
    );
    expect(outcomes.filter(([isHeld, isBlocked]) => isHeld === isBlocked)).toEqual([]);
    const { states } = await seatMap(fixture, eventId);
    expect(states).toBe(outcomes.map(([isHeld]) => (isHeld ? 'H' : 'B')).join(''));
    expect(await replay(eventId, seatIds.length)).toBe(states);
  });

  it('does not wait for a hold that is about to commit, and takes nothing from it', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const [seatId = ''] = seatIds;
    const bookingId = newId();
    const blocking = await fixture.database.transaction(async (tx) => {
      await tx.sql(
        `update event_seats set state = 'H', booking_id = $3, held_until = now() + interval '1 hour', version = version + 1
         where event_id = $1 and seat_id = $2`,
        [eventId, seatId, bookingId],
      );
      let isDone = false;
      const answer = block(organizer, eventId, [seatId]).finally(() => {
        isDone = true;
      });
      await until('the block to be answered or to wait for the lock', async () => {
        const waiting = await fixture.database.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return isDone || waiting.length > 0;
      });
      return { answer };
    });
    expect((await blocking.answer).userErrors.map(({ code }) => code)).toEqual(['SEATS_TAKEN']);
    const [seat] = await fixture.database.sql(
      'select state, booking_id from event_seats where event_id = $1 and seat_id = $2',
      [eventId, seatId],
    );
    expect(seat).toEqual({ state: 'H', booking_id: bookingId });
  });
});

describe('a change of an event whose seats are being held', () => {
  it('waits for the hold, which was made on the terms of before', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const waiting = async () =>
      (
        await fixture.database.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).length;
    let isChanged = false;
    const bookingId = newId();
    let asked: Promise<readonly [HoldPayload, UserErrors, boolean]> | undefined;
    const undone = new Error('another row of this booking, which never was');
    const other = fixture.database.transaction(async (tx) => {
      await tx.sql(`insert into holds (booking_id, status) values ($1, 'FORBIDDEN')`, [bookingId]);
      const held = hold(fixture, { bookingId, eventId, seatIds: seatIds.slice(0, 1) });
      await until('the hold to wait for the row', async () => (await waiting()) > 0);
      const input = { eventId, startsAt: '2099-03-01T19:30:00.000Z' };
      const changed = fixture
        .mutate<UserErrors>('updateEvent', 'userErrors { code message field }', input, organizer)
        .finally(() => {
          isChanged = true;
        });
      await until('the change to wait for the hold', async () => isChanged || (await waiting()) > 1);
      asked = Promise.all([held, changed, isChanged]);
      throw undone;
    });
    await expect(other).rejects.toBe(undone);
    if (!asked) throw new Error('expected a hold and a change to be asked for');
    const [held, changed, wasChangedBefore] = await asked;
    expect([held.hold !== null, changed.userErrors, wasChangedBefore]).toEqual([true, [], false]);
  });
});

describe('a standing section of 100 places in shards', () => {
  const racers = (eventId: string, sectionId: string, quantity: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, () => hold(fixture, { eventId, standing: [{ sectionId, quantity }] })),
    );

  it('is sold to the last place and never above it by 150 buyers of one each', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 100 });
    const outcomes = await racers(eventId, pitId ?? '', 1, 150);
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(100);
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 100, available: 0 }]);
  });

  it('is sold to the last place by parties of three, though three may be split over shards', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 100 });
    const outcomes = await racers(eventId, pitId ?? '', 3, 60);
    expect(outcomes.filter((outcome) => outcome.hold)).toHaveLength(33);
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 100, available: 1 }]);
    const last = await hold(fixture, { eventId, standing: [{ sectionId: pitId ?? '', quantity: 1 }] });
    expect(last.hold).not.toBeNull();
  });

  it('counts the same in its shards and in its holds after holds, releases and expiries at once', async () => {
    const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 100 });
    const work = Array.from({ length: 150 }, async (_, buyer) => {
      const standing = [{ sectionId: pitId ?? '', quantity: 1 + (buyer % 4) }];
      const { hold: held, bookingId } = await hold(fixture, { eventId, standing });
      if (held && buyer % 3 === 0) await release(fixture, { eventId, bookingId });
      if (held && buyer % 3 === 1) await letExpire(fixture, bookingId);
    });
    await Promise.all([...work, fixture.runJobs()]);
    await fixture.runJobs();
    const [counts] = await fixture.database.sql<{ taken: number; held: number }>(
      `select (select sum(taken)::int from standing_shards where event_id = $1) as taken,
              (select coalesce(sum(quantity), 0)::int from standing_holds where event_id = $1) as held`,
      [eventId],
    );
    expect(counts?.taken).toBe(counts?.held);
  });
});
