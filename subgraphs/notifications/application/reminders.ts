import { readFact } from '@parterre/contracts/facts/fact.ts';
import {
  BookedEventCancelled,
  BookedEventChanged,
  BookedEventMoved,
  BookingConfirmed,
  TicketsRefunded,
} from '@parterre/contracts/facts/tickets.ts';
import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import type { AtOnceContext, FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import { putMail } from './write-mail.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long before an event begins its visitors are reminded. */
const REMIND_MS = DAY_MS;
/** Visitors reminded in one transaction. */
const REMIND_BATCH = 100;
const KEPT_AFTER_START_MS = 30 * DAY_MS;
const PRUNE_BATCH = 1_000;

/** On which facts bookings are followed. */
export const followedFacts = [
  BookingConfirmed.type,
  TicketsRefunded.type,
  BookedEventCancelled.type,
  BookedEventMoved.type,
  BookedEventChanged.type,
] as const;

/** A booking has tickets, or fewer than before, or its event another title: whoever has a ticket left is reminded. */
export async function followBooking(
  { liveBookings, mailbox }: Dependencies,
  envelope: FactEnvelope,
  { tx }: FactContext,
): Promise<void> {
  await mailbox.commitLater(tx);
  const told = readTold(envelope);
  if (told) {
    const { bookingId, eventTitle } = told;
    await liveBookings.retitle(tx, bookingId as BookingId, eventTitle, new Date(envelope.time));
    return;
  }
  await liveBookings.follow(tx, liveOf(envelope));
}

function liveOf(envelope: FactEnvelope) {
  const { booked, liveTickets } = readBooked(envelope);
  return {
    bookingId: booked.bookingId as BookingId,
    userId: booked.userId as UserId,
    eventId: booked.eventId as EventId,
    eventTitle: booked.eventTitle,
    liveTickets,
    bookedAt: new Date(envelope.time),
  };
}

/** Does what `followBooking` does on a booking that has just got its tickets in one statement; false when it did nothing. */
export async function followBookingAtOnce(
  { liveBookings }: Dependencies,
  envelope: FactEnvelope,
  { entry }: AtOnceContext,
): Promise<boolean> {
  return envelope.type === BookingConfirmed.type && liveBookings.followAtOnce(entry, liveOf(envelope));
}

/** What the buyer was told of the event of a booking; null for a fact about its tickets. */
function readTold(envelope: FactEnvelope) {
  if (envelope.type === BookedEventMoved.type) return readFact(BookedEventMoved, envelope);
  if (envelope.type === BookedEventChanged.type) return readFact(BookedEventChanged, envelope);
  return null;
}

function readBooked(envelope: FactEnvelope) {
  if (envelope.type === BookingConfirmed.type) {
    const booked = readFact(BookingConfirmed, envelope);
    return { booked, liveTickets: booked.tickets.length };
  }
  // Nobody comes to a cancelled event, whenever its tickets are paid back.
  if (envelope.type === BookedEventCancelled.type) {
    return { booked: readFact(BookedEventCancelled, envelope), liveTickets: 0 };
  }
  const booked = readFact(TicketsRefunded, envelope);
  return { booked, liveTickets: booked.remainingTickets };
}

/**
 * Reminds everybody with a live ticket of an event that begins within a day, once for each event; answers how many. Who
 * booked within that day knows. Where the event is moved by more than a day afterwards, its new start gets a mail as well.
 */
export function remindVisitors(deps: Dependencies, { now }: JobContext): Promise<number> {
  return deps.database.transaction(async (tx) => {
    await deps.mailbox.commitLater(tx);
    const visits = await deps.liveBookings.takeDue(tx, { now, withinMs: REMIND_MS, limit: REMIND_BATCH });
    for (const { userId, eventId, bookingId, eventTitle, startsAt, place, ticketCount } of visits) {
      const booking = { bookingId, eventTitle, startsAt, place };
      const id = deterministicId('Reminder', userId, eventId, startsAt.toISOString());
      const content = { kind: 'EVENT_REMINDER', booking, ticketCount } as const;
      await putMail(deps, tx, { id, userId, content, at: now }, now);
    }
    return visits.length;
  });
}

/** Forgets the bookings of events that are long over. Answers how many. */
export function pruneLiveBookings({ liveBookings }: Dependencies, { now }: JobContext): Promise<number> {
  return liveBookings.prune(new Date(now.getTime() - KEPT_AFTER_START_MS), PRUNE_BATCH);
}
