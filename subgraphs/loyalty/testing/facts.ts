import { type FactData, fact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';

/** What a ticket cost and what was paid for it, in minor units; and of the difference what points paid, where it is said. */
export interface TicketPrice {
  readonly price: bigint;
  readonly paid: bigint;
  readonly points?: bigint;
}

export interface TestBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly tickets: readonly TicketPrice[];
}

export function booking(userId: UserId, ...paid: readonly (bigint | TicketPrice)[]): TestBooking {
  const tickets = paid.map((ticket) =>
    typeof ticket === 'bigint' ? { price: ticket, paid: ticket } : ticket,
  );
  return { bookingId: newId<'Booking'>(), userId, tickets };
}

/** The fact that a booking was confirmed. */
export function confirmed(of: TestBooking, now: Date): FactEnvelope {
  return fact(
    BookingConfirmed,
    {
      ...details(of),
      subtotal: eur(sum(of.tickets, 'price')),
      discount: eur(sum(of.tickets, 'price') - sum(of.tickets, 'paid')),
      total: eur(sum(of.tickets, 'paid')),
      tickets: of.tickets.map(ticketOnWire),
    },
    now,
  );
}

/** The fact that these tickets of a booking, by their places, were refunded: all of them at once, unless others are left. */
export function refunded(
  of: TestBooking,
  places: readonly number[],
  now: Date,
  { percent = 100, remaining = of.tickets.length - places.length } = {},
): FactEnvelope {
  const tickets = of.tickets.filter((_, place) => places.includes(place));
  return fact(
    TicketsRefunded,
    {
      ...details(of),
      refundId: newId(),
      // The refund policy kept everything: points follow what was paid, not what came back.
      refunded: eur(0n),
      percent,
      tickets: tickets.map((ticket) => ({ ...ticketOnWire(ticket), refunded: eur(0n) })),
      remainingTickets: remaining,
    },
    now,
  );
}

const details = ({ bookingId, userId }: TestBooking) => ({
  bookingId,
  userId,
  eventId: newId(),
  eventTitle: 'The Cherry Orchard',
  startsAt: '2027-03-01T18:30:00.000Z',
});

function ticketOnWire({
  price,
  paid,
  points,
}: TicketPrice): FactData<typeof BookingConfirmed>['tickets'][number] {
  return {
    ticketId: newId(),
    seatId: null,
    sectionId: newId(),
    priceZoneId: newId(),
    price: eur(price),
    paid: eur(paid),
    ...(points !== undefined && { pointsPaid: eur(points) }),
  };
}

const sum = (tickets: readonly TicketPrice[], amount: 'price' | 'paid') =>
  tickets.reduce((total, ticket) => total + ticket[amount], 0n);
const eur = (minor: bigint) => ({ amount: formatAmount(minor, 'EUR'), currencyCode: 'EUR' as const });
