import { z } from 'zod';
import { currencyOnWire, defineFact, hallOnWire, idOnWire, timeOnWire } from './fact.ts';

const eventDetails = z.object({
  eventId: idOnWire,
  organizerId: idOnWire,
  title: z.string(),
  /** Lines of plain text; null where nothing is said. Absent in older facts, which say nothing of it. */
  description: z.string().nullable().optional(),
  hallId: idOnWire,
  hallName: z.string(),
  venueName: z.string(),
  /** IANA zone of the venue. */
  timeZone: z.string(),
  startsAt: timeOnWire,
  endsAt: timeOnWire,
  artists: z.array(z.object({ artistId: idOnWire, name: z.string() })),
  /** In the order in which they are offered. Absent in older facts. */
  ticketTypes: z.array(z.object({ ticketTypeId: idOnWire, key: z.string(), label: z.string() })).optional(),
  /** In the order of the plan. Absent in older facts. */
  priceZones: z.array(z.object({ priceZoneId: idOnWire, label: z.string() })).optional(),
  currencyCode: currencyOnWire,
  /** Seats and standing places that can be sold in all. */
  seatCount: z.int().nonnegative(),
  standingCapacity: z.int().nonnegative(),
  /** The version of the hall's plan that the event is on. Absent in facts from before events could come to another. */
  seatingPlanId: idOnWire.optional(),
  /** The series that the event is a slot of. Absent where it is none. */
  eventSeriesId: idOnWire.optional(),
});

const eventExample: z.input<typeof eventDetails> = {
  eventId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22',
  organizerId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11',
  title: 'The Cherry Orchard',
  description: 'A comedy in four acts.',
  hallId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b33',
  hallName: 'Great Hall',
  venueName: 'Old Theatre',
  timeZone: 'Europe/Vienna',
  startsAt: '2027-03-01T18:30:00.000Z',
  endsAt: '2027-03-01T21:00:00.000Z',
  artists: [{ artistId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b44', name: 'The Company' }],
  ticketTypes: [{ ticketTypeId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bbb', key: 'adult', label: 'Adult' }],
  priceZones: [{ priceZoneId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b99', label: 'Stalls' }],
  currencyCode: 'EUR',
  seatCount: 32,
  standingCapacity: 200,
  seatingPlanId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b77',
  eventSeriesId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bcc',
};

export const EventPublished = defineFact({
  type: 'EventPublished',
  subgraph: 'events',
  description: 'An event went on sale.',
  data: eventDetails,
  example: eventExample,
  keyOf: (data) => data.eventId,
});

export const EventChanged = defineFact({
  type: 'EventChanged',
  subgraph: 'events',
  description:
    'A published event changed: title, description, times, artists, prices, ticket types, seating plan or capacity. Carries the whole new state, prices excepted.',
  data: eventDetails,
  example: { ...eventExample, title: 'The Cherry Orchard (last night)' },
  keyOf: (data) => data.eventId,
});

export const EventCancelled = defineFact({
  type: 'EventCancelled',
  subgraph: 'events',
  description: 'A published event was cancelled. Nothing of it is held or sold any more.',
  data: eventDetails.extend({
    /** What the organizer tells the buyers, or, with `minimumGuests`, the same in English. */
    reason: z.string(),
    /** How many guests it needs and did not have when that was decided. Absent where its organizer cancelled it. */
    minimumGuests: z.int().positive().optional(),
  }),
  example: { ...eventExample, reason: 'The leading actor is ill.' },
  keyOf: (data) => data.eventId,
});

export const EventRescheduled = defineFact({
  type: 'EventRescheduled',
  subgraph: 'events',
  description:
    'A published event was moved to another time, into another hall, or both. EventChanged follows, which carries the whole new state as well.',
  data: eventDetails.extend({
    previousStartsAt: timeOnWire,
    /** Where it was to take place: the same hall where only the time is another. Absent in older facts, whose halls stayed. */
    previousHall: hallOnWire.optional(),
    /** Until when whoever booked another time or hall gets everything back. */
    refundUntil: timeOnWire,
    /** What the organizer tells the buyers. */
    reason: z.string(),
  }),
  example: {
    ...eventExample,
    startsAt: '2027-04-01T18:30:00.000Z',
    endsAt: '2027-04-01T21:00:00.000Z',
    previousStartsAt: eventExample.startsAt,
    previousHall: {
      hallId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bdd',
      hallName: 'Small Hall',
      venueName: 'Old Theatre',
      timeZone: 'Europe/Vienna',
    },
    refundUntil: '2027-03-20T22:00:00.000Z',
    reason: 'The leading actor is ill.',
  },
  keyOf: (data) => data.eventId,
});

/** One seat whose state changed. `version` grows by one with each change of that seat. */
const seatChange = z.object({ seatId: idOnWire, index: z.int().nonnegative(), version: z.int().positive() });

/**
 * One shard of a standing section whose count changed. `taken` is the whole new count of places held or
 * sold in the shard, `version` grows by one with each change of that shard.
 */
const standingChange = z.object({
  sectionId: idOnWire,
  shard: z.int().nonnegative(),
  taken: z.int().nonnegative(),
  version: z.int().positive(),
});

const changes = {
  eventId: idOnWire,
  seats: z.array(seatChange),
  standing: z.array(standingChange),
};
const changesExample = {
  eventId: eventExample.eventId,
  seats: [{ seatId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b55', index: 7, version: 3 }],
  standing: [],
};
const bookingId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b66';

export const SeatsHeld = defineFact({
  type: 'SeatsHeld',
  subgraph: 'events',
  description: 'A booking holds seats or standing places until `expiresAt`.',
  data: z.object({ ...changes, bookingId: idOnWire, expiresAt: timeOnWire }),
  example: { ...changesExample, bookingId, expiresAt: '2027-02-01T10:10:00.000Z' },
  keyOf: (data) => data.eventId,
});

export const SeatsSold = defineFact({
  type: 'SeatsSold',
  subgraph: 'events',
  description: 'The held seats of a booking are sold.',
  data: z.object({ ...changes, bookingId: idOnWire }),
  example: { ...changesExample, bookingId },
  keyOf: (data) => data.eventId,
});

export const SeatsReleased = defineFact({
  type: 'SeatsReleased',
  subgraph: 'events',
  description: 'Held or sold seats went back on sale.',
  data: z.object({
    ...changes,
    bookingId: idOnWire,
    reason: z.enum(['HOLD_EXPIRED', 'BOOKING_CANCELLED', 'TICKETS_REFUNDED']),
  }),
  example: { ...changesExample, bookingId, reason: 'HOLD_EXPIRED' },
  keyOf: (data) => data.eventId,
});

export const SeatsBlocked = defineFact({
  type: 'SeatsBlocked',
  subgraph: 'events',
  description: 'The organizer took free seats off sale.',
  data: z.object(changes),
  example: changesExample,
  keyOf: (data) => data.eventId,
});

export const SeatsUnblocked = defineFact({
  type: 'SeatsUnblocked',
  subgraph: 'events',
  description: 'The organizer put blocked seats back on sale.',
  data: z.object(changes),
  example: changesExample,
  keyOf: (data) => data.eventId,
});
