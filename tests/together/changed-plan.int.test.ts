import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { planDocument, publishTestEvent } from '../../subgraphs/events/testing/fixture.ts';
import { codesOf } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
beforeAll(async () => {
  server = await wireSubgraphs();
});
afterAll(() => server?.stop());

/** An event on sale, and how its organizer brings it to a plan with the seats of each row in reverse. */
async function openShow() {
  const size = { rows: 2, perRow: 6, standing: 60 };
  const show = await publishTestEvent(server.events, size);
  const document = planDocument({ ...size, standing: 40 });
  for (const { rows = [] } of document.sections as { rows?: { seats: object[] }[] }[]) {
    for (const row of rows) row.seats.reverse();
  }
  const changePlan = async () => {
    const { seatingPlan } = await server.events.mutate<{ seatingPlan: { id: string } }>(
      'importSeatingPlan',
      'seatingPlan { id } userErrors { message }',
      { hallId: show.hallId, format: 'PARTERRE', document: JSON.stringify(document) },
      show.organizer,
    );
    const input = { eventId: show.eventId, seatingPlanId: seatingPlan.id, idempotencyKey: newId() };
    const { userErrors } = await server.events.mutate<{ userErrors: object[] }>(
      'changeSeatingPlan',
      'userErrors { code message }',
      input,
      show.organizer,
    );
    expect(userErrors).toEqual([]);
  };
  return { ...show, changePlan };
}

async function book(buyer: UserCaller, input: object) {
  const { booking, userErrors } = await server.act('createBooking', buyer, {
    ...input,
    idempotencyKey: newId(),
  });
  expect(userErrors).toEqual([]);
  if (!booking) throw new Error('expected a booking');
  return booking;
}

describe('bookings of an event that comes to another plan', () => {
  it('are paid, given back and audited as if nothing had been', async () => {
    const { eventId, seatIds, pitId, changePlan } = await openShow();
    const [buyer, other] = [await server.buyer(), await server.buyer()];
    const standing = [{ sectionId: pitId, quantity: 2 }];
    const paid = await book(buyer, { eventId, seatIds: seatIds.slice(0, 2), standing, payNow: true });
    const held = await book(buyer, { eventId, seatIds: seatIds.slice(2, 4), standing });
    await changePlan();
    expect(await server.breaches()).toEqual([]);

    expect(
      codesOf(await server.act('payBooking', buyer, { bookingId: held.id, idempotencyKey: newId() })),
    ).toEqual([]);
    expect(await server.breaches()).toEqual([]);

    const ticketIds = paid.tickets.slice(0, 3).map(({ id }) => id);
    const back = { bookingId: paid.id, ticketIds, idempotencyKey: newId() };
    expect(codesOf(await server.act('refundTickets', buyer, back))).toEqual([]);
    expect(await server.breaches()).toEqual([]);

    // The seat is free for the next buyer, who still draws the plan before.
    await book(other, { eventId, seatIds: seatIds.slice(0, 1), standing, payNow: true });
    expect(await server.breaches()).toEqual([]);
    await changePlan();
    expect(await server.breaches()).toEqual([]);
  });

  it.each(['AuthorizePayment', 'SellSeats', 'CapturePayment'])(
    'get what they hold, where the plan changes just before %s',
    async (operation) => {
      const { eventId, seatIds, pitId, changePlan } = await openShow();
      server.wire.before(operation, changePlan);
      const standing = [{ sectionId: pitId, quantity: 1 }];
      const booking = await book(await server.buyer(), {
        eventId,
        seatIds: seatIds.slice(3, 5),
        standing,
        payNow: true,
      });
      expect(booking.status).toBe('CONFIRMED');
      expect(await server.breaches()).toEqual([]);
    },
  );

  it('let go of what they hold, where the plan changes just before they are cancelled', async () => {
    const { eventId, seatIds, pitId, changePlan } = await openShow();
    const buyer = await server.buyer();
    const standing = [{ sectionId: pitId, quantity: 3 }];
    const booking = await book(buyer, { eventId, seatIds: seatIds.slice(0, 4), standing });
    server.wire.before('ReleaseSeats', changePlan);
    const input = { bookingId: booking.id, idempotencyKey: newId() };
    expect(codesOf(await server.act('cancelBooking', buyer, input))).toEqual([]);
    const taken = await server.events.database.sql(
      `select seat_id::text from event_seats where event_id = $1 and state <> 'F'
       union all select section_id::text from standing_shards where event_id = $1 and taken > 0`,
      [eventId],
    );
    expect(taken).toEqual([]);
    expect(await server.breaches()).toEqual([]);
  });
});
