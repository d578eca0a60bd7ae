import { z } from 'zod';
import { defineFact, hallOnWire, idOnWire, moneyOnWire, timeOnWire } from './fact.ts';

const bookingDetails = {
  bookingId: idOnWire,
  userId: idOnWire,
  eventId: idOnWire,
  eventTitle: z.string(),
  startsAt: timeOnWire,
};
const bookingExample = {
  bookingId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b66',
  userId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11',
  eventId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22',
  eventTitle: 'The Cherry Orchard',
  startsAt: '2027-03-01T18:30:00.000Z',
};
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' as const });

/** A ticket of a booking. `paid` is its price less its share of the discount: what was really paid for it. */
const ticket = z.object({
  ticketId: idOnWire,
  /** Null for a standing place. */
  seatId: idOnWire.nullable(),
  sectionId: idOnWire,
  priceZoneId: idOnWire,
  /** Absent where the booking is from before there were ticket types. */
  ticketTypeId: idOnWire.optional(),
  price: moneyOnWire,
  paid: moneyOnWire,
  /** Of the discount, what points paid; the rest a promo code took off. Absent where it is not known: in older facts. */
  pointsPaid: moneyOnWire.optional(),
});
const ticketExample: z.input<typeof ticket> = {
  ticketId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b77',
  seatId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b55',
  sectionId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b88',
  priceZoneId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b99',
  ticketTypeId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bbb',
  price: eur('25.00'),
  paid: eur('22.50'),
  pointsPaid: eur('0.50'),
};

export const BookingCreated = defineFact({
  type: 'BookingCreated',
  subgraph: 'tickets',
  description: 'A buyer holds seats and has until `expiresAt` to pay.',
  data: z.object({
    ...bookingDetails,
    total: moneyOnWire,
    ticketCount: z.int().positive(),
    expiresAt: timeOnWire,
  }),
  example: { ...bookingExample, total: eur('25.00'), ticketCount: 1, expiresAt: '2027-02-01T10:10:00.000Z' },
  keyOf: (data) => data.bookingId,
});

export const BookingConfirmed = defineFact({
  type: 'BookingConfirmed',
  subgraph: 'tickets',
  description: 'A booking is paid and its tickets are issued.',
  data: z.object({
    ...bookingDetails,
    subtotal: moneyOnWire,
    discount: moneyOnWire,
    total: moneyOnWire,
    tickets: z.array(ticket),
  }),
  example: {
    ...bookingExample,
    subtotal: eur('25.00'),
    discount: eur('2.50'),
    total: eur('22.50'),
    tickets: [ticketExample],
  },
  keyOf: (data) => data.bookingId,
});

export const BookingCancelled = defineFact({
  type: 'BookingCancelled',
  subgraph: 'tickets',
  description: 'A booking ended without tickets: its hold ran out, or it was cancelled before it was paid.',
  data: z.object({
    ...bookingDetails,
    reason: z.enum(['EXPIRED', 'BY_BUYER', 'PAYMENT_DECLINED', 'EVENT_CANCELLED', 'USER_BLOCKED']),
  }),
  example: { ...bookingExample, reason: 'EXPIRED' },
  keyOf: (data) => data.bookingId,
});

export const TicketsRefunded = defineFact({
  type: 'TicketsRefunded',
  subgraph: 'tickets',
  description: 'Tickets of a confirmed booking were given back, and the buyer got `refunded`.',
  data: z.object({
    ...bookingDetails,
    refundId: idOnWire,
    /** What went back to the wallet in all; below the sum of `paid` where the refund policy keeps a share. */
    refunded: moneyOnWire,
    /** The refund policy's share of what was paid, for money and points alike. Absent in older facts: points went back whole. */
    percent: z.int().min(0).max(100).optional(),
    tickets: z.array(ticket.extend({ refunded: moneyOnWire })),
    /** Tickets of the booking that are still live. */
    remainingTickets: z.int().nonnegative(),
  }),
  example: {
    ...bookingExample,
    refundId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5baa',
    refunded: eur('22.50'),
    percent: 100,
    tickets: [{ ...ticketExample, refunded: eur('22.50') }],
    remainingTickets: 0,
  },
  keyOf: (data) => data.bookingId,
});

export const TicketCheckedIn = defineFact({
  type: 'TicketCheckedIn',
  subgraph: 'tickets',
  description: 'A ticket has let somebody in, once and for all.',
  data: z.object({
    ...bookingDetails,
    ticketId: idOnWire,
    /** Null for a standing place. */
    seatId: idOnWire.nullable(),
    checkedInAt: timeOnWire,
    /** Who saw to it: the organizer, or an administrator. */
    checkedInBy: idOnWire,
  }),
  example: {
    ...bookingExample,
    ticketId: ticketExample.ticketId,
    seatId: ticketExample.seatId,
    checkedInAt: '2027-03-01T18:12:00.000Z',
    checkedInBy: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bcc',
  },
  keyOf: (data) => data.bookingId,
});

export const BookedEventMoved = defineFact({
  type: 'BookedEventMoved',
  subgraph: 'tickets',
  description:
    'The event of a booking that is alive takes place at another time or in another hall than its buyer was told. Unless it is the time and the hall that were booked, tickets may be given back for all that was paid until it begins, or until `refundUntil`.',
  data: z.object({
    ...bookingDetails,
    /** What the buyer was last told; `startsAt` is the new time. */
    previousStartsAt: timeOnWire,
    /** Where it takes place now. Absent in older facts. */
    hall: hallOnWire.optional(),
    /** Where its buyer was last told that it would. Absent where that is the same hall. */
    previousHall: hallOnWire.optional(),
    /** The title that the buyer was told last, where `eventTitle` is another. Absent where it is the same. */
    previousTitle: z.string().optional(),
    /** Until when tickets may be given back for all that was paid. Absent: until the event begins, unless `isAsBooked`. */
    refundUntil: timeOnWire.optional(),
    /** Whether time and hall are again those that were booked, so that the refund policy counts. Absent: they are not. */
    isAsBooked: z.boolean().optional(),
    /** What the organizer tells the buyers. Absent where the organizer has given none. */
    reason: z.string().optional(),
  }),
  example: {
    ...bookingExample,
    startsAt: '2027-04-01T18:30:00.000Z',
    previousStartsAt: bookingExample.startsAt,
    hall: {
      hallId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b33',
      hallName: 'Great Hall',
      venueName: 'Old Theatre',
      timeZone: 'Europe/Vienna',
    },
    previousHall: {
      hallId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bdd',
      hallName: 'Small Hall',
      venueName: 'Old Theatre',
      timeZone: 'Europe/Vienna',
    },
    refundUntil: '2027-03-20T22:00:00.000Z',
    reason: 'The leading actor is ill.',
  },
  keyOf: (data) => data.bookingId,
});

export const BookedEventChanged = defineFact({
  type: 'BookedEventChanged',
  subgraph: 'tickets',
  description:
    'The event of a booking with live tickets has another title or description than its buyer was told last, and has had it for ten minutes. Gives no right to anything.',
  data: z.object({
    ...bookingDetails,
    /** What the buyer was told last; `eventTitle` is the new title. Absent where it is the same. */
    previousTitle: z.string().optional(),
    /** The new one, in lines of plain text; null where nothing is said any more. Absent where it is the same. */
    description: z.string().nullable().optional(),
  }),
  example: {
    ...bookingExample,
    eventTitle: 'The Cherry Orchard (last night)',
    previousTitle: bookingExample.eventTitle,
    description: 'A comedy in four acts.',
  },
  keyOf: (data) => data.bookingId,
});

export const BookedEventCancelled = defineFact({
  type: 'BookedEventCancelled',
  subgraph: 'tickets',
  description:
    'The event of a booking with live tickets was cancelled. All that was paid for them goes back: TicketsRefunded follows.',
  data: z.object({
    ...bookingDetails,
    /** What the organizer tells the buyers, or, with `minimumGuests`, the same in English. */
    reason: z.string(),
    /** How many guests it needs and did not have when that was decided. Absent where its organizer cancelled it. */
    minimumGuests: z.int().positive().optional(),
  }),
  example: { ...bookingExample, reason: 'The leading actor is ill.' },
  keyOf: (data) => data.bookingId,
});

export const EventCancellationProgressed = defineFact({
  type: 'EventCancellationProgressed',
  subgraph: 'tickets',
  description: 'Of the bookings of a cancelled event so many have got their money back.',
  data: z.object({
    eventId: idOnWire,
    /** RUNNING or DONE; a reader may meet others. */
    status: z.string(),
    /** Bookings that are to get their money back; the three below make it up. */
    total: z.int().nonnegative(),
    refunded: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    remaining: z.int().nonnegative(),
  }),
  example: {
    eventId: bookingExample.eventId,
    status: 'RUNNING',
    total: 100,
    refunded: 60,
    failed: 1,
    remaining: 39,
  },
  keyOf: (data) => data.eventId,
});
