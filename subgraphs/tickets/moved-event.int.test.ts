import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EventCancelled,
  EventChanged,
  EventPublished,
  EventRescheduled,
} from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
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
  fixture.others.seats.hallId = greatHallId;
  expect(await auditFaults(fixture)).toEqual([]);
});

const inHours = (hours: number) => new Date(fixture.clock.now().getTime() + hours * HOUR_MS);

/** Lets the subgraph hear of the event of the bookings, as it is now. */
async function hear(
  eventId: string,
  startsAt: Date,
  {
    as = EventChanged,
    at = fixture.clock.now(),
    hall = {},
  }: { as?: typeof EventChanged; at?: Date; hall?: object } = {},
): Promise<void> {
  await fixture.service.deliver(
    fact(as, { ...EventChanged.example, eventId, startsAt: startsAt.toISOString(), ...hall }, at),
  );
  await fixture.process.runJobs();
}

const greatHallId = EventChanged.example.hallId;

function hallNamed(hallName: string, hallId: string = newId()) {
  return { hallId, hallName, venueName: 'Old Theatre', timeZone: 'Europe/Vienna' };
}
type HallOfFact = ReturnType<typeof hallNamed>;

/** Lets the subgraph hear that the event is in another hall, at the same time unless said otherwise. */
async function moveHall(
  eventId: string,
  startsAt: Date,
  previousHall: HallOfFact,
  hall: HallOfFact,
): Promise<void> {
  const [at, start] = [fixture.clock.now(), startsAt.toISOString()];
  const times = { startsAt: start, previousStartsAt: start, refundUntil: start };
  const data = { ...EventRescheduled.example, eventId, ...times, ...hall, previousHall };
  await fixture.service.deliver(fact(EventRescheduled, { ...data, reason: 'The roof leaks.' }, at));
  await hear(eventId, startsAt, { at, hall });
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
    const open = () => fixture.database.sql('select from event_dates where tell_until is not null');
    expect(await open()).toEqual([]);
    // One whose seats were held for hours, and whose request came again only now, is found after all.
    const last = await book(fixture, fixture.buyer(), { payNow: true });
    await fixture.process.runJob('publish-moved-bookings');
    expect(await publishedFor(last.id)).toEqual([]);
    await fixture.process.runJobs();
    await fixture.process.runJob('publish-moved-bookings');
    expect(await publishedFor(last.id)).toHaveLength(1);
    expect(await open()).toEqual([]);
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

  it('is told with its hall, also when only that is another, and gives the right to all until it begins', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const { eventId, startsAt } = await eventOf(id);
    const [great, small] = [hallNamed('Great Hall', greatHallId), hallNamed('Small Hall')];
    await moveHall(eventId, startsAt, great, small);
    const at = startsAt.toISOString();
    const told = { startsAt: at, previousStartsAt: at, refundUntil: at, reason: 'The roof leaks.' };
    expect(await publishedFor(id)).toEqual([
      expect.objectContaining({ ...told, userId: buyer.userId, hall: small, previousHall: great }),
    ]);
    expect((await publishedFor(id))[0]).not.toHaveProperty('isAsBooked');
    // Nothing new: said again, and with something else that is new.
    await moveHall(eventId, startsAt, great, small);
    await hear(eventId, startsAt, { hall: small });
    expect(await publishedFor(id)).toHaveLength(1);
    const giveBack = (ticket: number) =>
      act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[ticket]?.id] });
    expect((await giveBack(0)).refunded).toEqual({ amount: '25.00' });
    // Whoever books now books the small hall.
    fixture.others.seats.hallId = small.hallId;
    const later = await book(fixture, fixture.buyer(), { payNow: true }, 1);
    await fixture.process.runJobs();
    expect(await publishedFor(later.id)).toEqual([]);

    // Back: told to both, and only who booked the small hall has the right from now on.
    await moveHall(eventId, startsAt, small, great);
    expect((await publishedFor(id))[1]).toMatchObject({ isAsBooked: true, hall: great, previousHall: small });
    expect((await publishedFor(id))[1]).not.toHaveProperty('refundUntil');
    expect((await publishedFor(later.id))[0]).toMatchObject({
      hall: great,
      previousHall: small,
      refundUntil: at,
    });
    expect(codesOf(await giveBack(1))).toEqual(['REFUND_NOT_ALLOWED']);
  });

  it('is told to who booked before halls were remembered, of the first one that is heard of', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    fixture.others.seats.hallId = null;
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const { eventId, startsAt } = await eventOf(id);
    await fixture.database.sql(
      `update event_dates set hall_id = null, first_hall_id = null, changed_hall = false where event_id = $1`,
      [eventId],
    );
    const before = (await publishedFor(id)).length;
    const [great, small] = [hallNamed('Great Hall', greatHallId), hallNamed('Small Hall')];
    await moveHall(eventId, startsAt, great, small);
    expect((await publishedFor(id)).slice(before)).toMatchObject([{ hall: small, previousHall: great }]);
    const giveBack = { bookingId: id, ticketIds: [tickets[0]?.id] };
    const refunded = await act(fixture.process, 'refundTickets', buyer, giveBack);
    expect(refunded.refunded).toEqual({ amount: '25.00' });
  });

  it('shows and prints places as they are called in the other hall', async () => {
    const { seats } = fixture.others;
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { payNow: true }, 2);
    const { eventId, startsAt } = await eventOf(id);
    const query = `query($id: ID!) { booking(id: $id) { items { seat { id } section { id } }
      tickets { seat { id } section { id } } } }`;
    type Shown = { seat: { id: string }; section: { id: string } }[];
    const shown = async () => {
      const { data, errors } = await fixture.process.execute(query, { id }, buyer);
      expect(errors).toBeUndefined();
      return (data as { booking: { items: Shown; tickets: Shown } }).booking;
    };
    const before = await shown();
    const sold = before.tickets.map(({ seat }) => seat.id);
    for (const seatId of sold) seats.present.set(seatId, newId());
    seats.present.set(seats.sectionId, newId());
    const present = sold.map((seatId) => ({
      seat: { id: seats.present.get(seatId) },
      section: { id: seats.present.get(seats.sectionId) },
    }));
    await moveHall(eventId, startsAt, hallNamed('Great Hall', greatHallId), hallNamed('Small Hall'));
    expect(await shown()).toEqual({ items: present, tickets: present });
    // What is booked after the move is shown so by the very answer of the booking.
    const [next = ''] = seats.free(1);
    seats.present.set(next, newId());
    const { items, tickets } = await book(fixture, buyer, { payNow: true, seatIds: [next] });
    const seat = { id: seats.present.get(next) };
    expect([items, tickets]).toMatchObject([[{ seat }], [{ seat }]]);
    const printing = 'query($id: ID!) { booking(id: $id) { tickets { pdf } } }';
    expect((await fixture.process.execute(printing, { id }, buyer)).errors).toBeUndefined();
    const printed = fixture.others.subgraphs.asked.findLast(
      ({ operation }) => operation === 'PlacesOfTickets',
    );
    expect(printed?.variables).toEqual({
      eventId,
      seatIds: present.map(({ seat }) => seat.id),
      sectionIds: [seats.present.get(seats.sectionId)],
    });
    seats.present.clear();
  });

  it('gives it as long as it said, where only the end is another since, of which nobody is told', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const { eventId } = await eventOf(id);
    const startsAt = inHours(24 * 80).toISOString();
    const move = async (days: number) => {
      const refundUntil = inHours(24 * days).toISOString();
      const moved = { ...EventRescheduled.example, eventId, startsAt, refundUntil, reason: 'Rain.' };
      await fixture.service.deliver(fact(EventRescheduled, moved, fixture.clock.now()));
      await fixture.process.runJobs();
    };
    await move(60);
    await move(14);
    expect(await publishedFor(id)).toHaveLength(1);
    fixture.wait(15 * 24 * HOUR_MS);
    const giveBack = (ticket: number) =>
      act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[ticket]?.id] });
    expect((await giveBack(0)).refunded).toEqual({ amount: '25.00' });
    // Longer is better for everybody.
    await move(50);
    fixture.wait(48 * 24 * HOUR_MS);
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
