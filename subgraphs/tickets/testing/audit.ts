import type { BookingId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { TicketsFixture } from './fixture.ts';

interface BookingRow {
  readonly id: BookingId;
  readonly status: string;
  readonly total: string;
  readonly refunded: string;
  readonly valid: number;
  readonly seats: readonly SeatId[];
  readonly places: number;
  readonly discount: string;
}

/**
 * What is wrong when the subgraph is at rest: a booking, its seats, its money, its discount and its tickets that
 * do not agree; a saga that is neither resting nor done; a request that never got its answer.
 */
export async function auditFaults(fixture: TicketsFixture): Promise<string[]> {
  const bookings = await fixture.database.sql<BookingRow>(
    `select b.id, b.status, b.subtotal_minor - b.discount_minor as total, b.discount_minor as discount,
       (select coalesce(sum(rt.refunded_minor), 0) from tickets t join refund_tickets rt on rt.ticket_id = t.id
        where t.booking_id = b.id) as refunded,
       (select count(*)::int from tickets t where t.booking_id = b.id and t.status = 'VALID') as valid,
       array(select t.seat_id from tickets t
             where t.booking_id = b.id and t.status = 'VALID' and t.seat_id is not null) as seats,
       (select count(*)::int from booking_items i where i.booking_id = b.id) as places
     from bookings b`,
  );
  const stuck = await fixture.database.sql<{ about: string }>(
    `select type || ' ' || id || ' at ' || step || ' ' || coalesce(parked_cause, '') as about
     from sagas where step not in ('done', 'waiting')
     union all select 'the key of ' || operation from idempotency_keys where outcome is null
     union all select 'ticket ' || id || ' is ' || status from tickets where status = 'REFUNDING'`,
  );
  return [
    ...stuck.map(({ about }) => `left behind: ${about}`),
    ...bookings.flatMap((booking) => faultsOf(fixture, booking)),
    ...strangers(fixture, new Set(bookings.map(({ id }) => id))),
  ];
}

function faultsOf(fixture: TicketsFixture, booking: BookingRow): string[] {
  const { seats, wallets, discounts } = fixture.others;
  const { id, status } = booking;
  const has = seats.seatsOf(id);
  const standing = seats.standingOf.get(id) ?? 0;
  const isPaid = ['CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(status);
  const discount = discounts.stateOf(id);
  const faults: [boolean, string][] = [
    [wallets.pendingOf(id) > 0, 'has a payment that is neither captured nor voided'],
    [
      wallets.paidFor(id) !== (isPaid ? BigInt(booking.total) - BigInt(booking.refunded) : 0n),
      'was paid the wrong amount',
    ],
    [isPaid && !sameSeats(has, booking.seats), 'has other seats than its live tickets'],
    [isPaid && has.length + standing !== booking.valid, 'has other places than its live tickets'],
    [
      isPaid && booking.valid > 0 && seats.stateOf(id) !== 'SOLD',
      'has live tickets for places that are not sold',
    ],
    [!isPaid && booking.valid > 0, 'has tickets that nobody paid for'],
    [
      status === 'AWAITING_PAYMENT' && has.length + standing !== booking.places,
      'awaits payment for places it does not hold',
    ],
    [status === 'AWAITING_PAYMENT' && seats.stateOf(id) !== 'HELD', 'awaits payment without a hold'],
    [
      ['EXPIRED', 'CANCELLED'].includes(status) && seats.stateOf(id) !== 'ENDED',
      'is over and still has seats',
    ],
    [isPaid && discount === 'RESERVED', 'is paid and has its discount uncommitted'],
    [
      ['EXPIRED', 'CANCELLED'].includes(status) && ['RESERVED', 'COMMITTED'].includes(discount),
      'is over and keeps its discount',
    ],
  ];
  return faults.flatMap(([isWrong, what]) => (isWrong ? [`booking ${id} (${status}) ${what}`] : []));
}

/** What the other subgraphs keep for bookings that there are none of. A hold alone ends by itself. */
function strangers({ others }: TicketsFixture, known: ReadonlySet<BookingId>): string[] {
  const sold = [...others.seats.holds.keys()].filter(
    (id) => !known.has(id) && others.seats.stateOf(id) === 'SOLD',
  );
  const reserved = [...others.discounts.reservations.keys()].filter(
    (id) => !known.has(id) && others.discounts.stateOf(id) !== 'RELEASED',
  );
  const paid = [...others.wallets.attempts.values()].filter(
    ({ bookingId, status }) => !known.has(bookingId) && ['AUTHORIZED', 'CAPTURED'].includes(status),
  );
  return [
    ...sold.map((id) => `seats are sold to ${id}, which is no booking`),
    ...reserved.map((id) => `a discount is kept for ${id}, which is no booking`),
    ...paid.map(({ bookingId }) => `money is taken for ${bookingId}, which is no booking`),
  ];
}

function sameSeats(left: readonly SeatId[], right: readonly SeatId[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}
