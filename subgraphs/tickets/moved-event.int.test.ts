import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EventCancelled,
  EventChanged,
  EventPublished,
  EventRescheduled,
} from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf } from './testing/operations.ts';

const HOUR_MS = 3_600_000;

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(() => fixture.stop());
afterEach(async () => {
  fixture.others.seats.refundTiers = [{ hoursBefore: 0, percent: 100 }];
  expect(await auditFaults(fixture)).toEqual([]);
});

const inHours = (hours: number) => new Date(fixture.clock.now().getTime() + hours * HOUR_MS);

/** Lets the subgraph hear of the event of the bookings, as it is now. */
async function hear(
  eventId: string,
  startsAt: Date,
  { as = EventChanged, at = fixture.clock.now() }: { as?: typeof EventChanged; at?: Date } = {},
): Promise<void> {
  await fixture.service.deliver(
    fact(as, { ...EventChanged.example, eventId, startsAt: startsAt.toISOString() }, at),
  );
  await fixture.process.runJobs();
}

async function publishedFor(bookingId: string) {
  const facts = await fixture.service.published('BookedEventMoved');
  return facts
    .filter(({ subject }) => subject === bookingId)
    .map(({ data }) => data as { startsAt: string; previousStartsAt: string; userId: string });
}

async function eventOf(bookingId: string): Promise<{ eventId: string; startsAt: Date }> {
  const [row] = await fixture.database.sql<{ eventId: string; startsAt: Date }>(
    'select event_id as "eventId", starts_at as "startsAt" from bookings where id = $1',
    [bookingId],
  );
  if (!row) throw new Error(`expected the booking ${bookingId}`);
  return row;
}

describe('an event that is moved', () => {
  it('is told to who has a booking of it, once for each move, and to nobody else', async () => {
    const buyer = fixture.buyer();
    const paid = await book(fixture, buyer, { payNow: true });
    const unpaid = await book(fixture, fixture.buyer(), {});
    const other = fixture.buyer();
    const cancelled = await book(fixture, other, {});
    await act(fixture.process, 'cancelBooking', other, { bookingId: cancelled.id });
    const { eventId, startsAt } = await eventOf(paid.id);
    await hear(eventId, startsAt, { as: EventPublished });
    expect(await publishedFor(paid.id)).toEqual([]);

    const moved = inHours(24 * 60);
    await hear(eventId, moved);
    const told = { startsAt: moved.toISOString(), previousStartsAt: startsAt.toISOString() };
    expect(await publishedFor(paid.id)).toMatchObject([{ ...told, userId: buyer.userId }]);
    expect(await publishedFor(unpaid.id)).toMatchObject([told]);
    expect(await publishedFor(cancelled.id)).toEqual([]);

    // Told again of the same state, or of an older one that came late: nothing new.
    await hear(eventId, moved);
    await hear(eventId, inHours(24 * 90), { at: new Date(fixture.clock.now().getTime() - HOUR_MS) });
    expect(await publishedFor(paid.id)).toHaveLength(1);

    const again = inHours(24 * 70);
    await hear(eventId, again);
    expect((await publishedFor(paid.id))[1]).toMatchObject({
      startsAt: again.toISOString(),
      previousStartsAt: moved.toISOString(),
    });
    // Back where it was agreed: the buyer has to know that as well.
    await hear(eventId, startsAt);
    expect((await publishedFor(paid.id)).slice(2)).toMatchObject([
      { startsAt: startsAt.toISOString(), isAsBooked: true },
    ]);
  });

  it('promises nothing to whom it brings back the start that was booked: the policy counts again', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true }, 1);
    const { eventId, startsAt } = await eventOf(id);
    const inAWeek = new Date(startsAt.getTime() + 7 * 24 * HOUR_MS);
    await hear(eventId, startsAt, { as: EventPublished });
    await hear(eventId, inAWeek);
    expect((await publishedFor(id))[0]).not.toHaveProperty('isAsBooked');
    const [back, refundUntil] = [startsAt.toISOString(), inHours(1).toISOString()];
    const at = fixture.clock.now();
    const moved = { ...EventRescheduled.example, eventId, startsAt: back, refundUntil, reason: 'As before.' };
    await fixture.service.deliver(fact(EventRescheduled, moved, at));
    await hear(eventId, startsAt, { at });
    const told = (await publishedFor(id)).at(-1);
    expect(told).toMatchObject({ startsAt: back, isAsBooked: true, reason: 'As before.' });
    expect(told).not.toHaveProperty('refundUntil');
    const giveBack = { bookingId: id, ticketIds: [tickets[0]?.id] };
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, giveBack))).toEqual([
      'REFUND_NOT_ALLOWED',
    ]);
  });

  it('is told to who gave some of the tickets back, and to nobody who gave back all', async () => {
    const buyer = fixture.buyer();
    const [some, all] = [
      await book(fixture, buyer, { payNow: true }),
      await book(fixture, buyer, { payNow: true }),
    ];
    await act(fixture.process, 'refundTickets', buyer, {
      bookingId: some.id,
      ticketIds: [some.tickets[0]?.id],
    });
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: all.id });
    await hear((await eventOf(some.id)).eventId, inHours(24 * 59));
    expect(await publishedFor(some.id)).toHaveLength(1);
    expect(await publishedFor(all.id)).toEqual([]);
  });

  it('gives a right to all that was paid, until it begins at its new time', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const { eventId } = await eventOf(id);
    const giveBack = (ticket: number) =>
      act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[ticket]?.id] });
    await hear(eventId, (await eventOf(id)).startsAt);
    expect(codesOf(await giveBack(0))).toEqual(['REFUND_NOT_ALLOWED']);
    await hear(eventId, inHours(24 * 60));
    const refunded = await giveBack(0);
    expect(codesOf(refunded)).toEqual([]);
    expect(refunded.refunded).toEqual({ amount: '25.00' });

    // Moved to a time that has passed: the show has begun, whatever the booking says.
    await hear(eventId, inHours(-1));
    expect(codesOf(await giveBack(1))).toEqual(['REFUND_NOT_ALLOWED']);
    const whole = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(whole)).toEqual(['REFUND_NOT_ALLOWED']);
    await hear(eventId, inHours(24 * 61));
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect([codesOf(cancelled), cancelled.booking?.status]).toEqual([[], 'REFUNDED']);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('is looked for until no booking can be on its way any more, and then no longer', async () => {
    const { id } = await book(fixture, fixture.buyer(), { payNow: true });
    const { eventId } = await eventOf(id);
    await hear(eventId, inHours(24 * 62));
    // Its seats were held before the move, and it was written down after everybody had been told.
    const late = await book(fixture, fixture.buyer(), { payNow: true });
    await fixture.process.runJobs();
    expect(await publishedFor(late.id)).toHaveLength(1);
    await fixture.database.sql(`update event_dates set tell_until = now() - interval '1 second'`);
    await fixture.process.runJobs();
    const rows = await fixture.database.sql('select from event_dates where tell_until is not null');
    expect(rows).toEqual([]);
  });

  it('gives it until the organizer said, who also says why', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const { eventId } = await eventOf(id);
    const [startsAt, refundUntil] = [inHours(24 * 80).toISOString(), inHours(24 * 14).toISOString()];
    const at = fixture.clock.now();
    const moved = { ...EventRescheduled.example, eventId, startsAt, refundUntil, reason: 'Rain.' };
    await fixture.service.deliver(fact(EventRescheduled, moved, at));
    // The whole new state follows, and changes nothing of that; nor does a change of something else.
    await hear(eventId, new Date(startsAt), { at });
    await hear(eventId, new Date(startsAt));
    expect(await publishedFor(id)).toMatchObject([{ startsAt, refundUntil, reason: 'Rain.' }]);
    const giveBack = (ticket: number) =>
      act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[ticket]?.id] });
    expect((await giveBack(0)).refunded).toEqual({ amount: '25.00' });
    fixture.wait(14 * 24 * HOUR_MS + 1);
    expect(codesOf(await giveBack(1))).toEqual(['REFUND_NOT_ALLOWED']);
    // Moved once more without a term: until it begins.
    await hear(eventId, inHours(24 * 90));
    expect((await publishedFor(id)).at(-1)).not.toHaveProperty('refundUntil');
    expect((await giveBack(1)).refunded).toEqual({ amount: '25.00' });
  });

  it('is told to nobody when it is cancelled by then', async () => {
    const { id } = await book(fixture, fixture.buyer(), { payNow: true }, 1);
    const { eventId } = await eventOf(id);
    const { organizerId } = fixture.others.seats;
    await fixture.service.deliver(
      fact(EventCancelled, { ...EventCancelled.example, eventId, organizerId }, fixture.clock.now()),
    );
    await hear(eventId, inHours(24 * 100));
    expect(await publishedFor(id)).toEqual([]);
  });
});
