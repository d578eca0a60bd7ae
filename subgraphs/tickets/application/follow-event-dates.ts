import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventMoved } from '@parterre/contracts/facts/tickets.ts';
import type { FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import { isAnotherShow } from '../domain/check-in.ts';
import type { Dependencies } from './dependencies.ts';
import type { EventDate } from './ports/storage.ts';

/** Bookings of one transaction; an event may have tens of thousands. */
const A_BATCH = 200;
/** Bookings that are looked through for late ones, several times over. */
const LATE_MS = 10 * 60_000;

/** Remembers when an event that went on sale begins, and where. */
export async function beginEventDate(
  { eventDates }: Dependencies,
  date: Omit<EventDate, 'move'>,
  { tx }: FactContext,
): Promise<void> {
  await eventDates.begin(tx, date);
}

/**
 * Remembers when an event begins and where. To buyers who know of another time or hall `publishMovedBookings` says so. A ticket
 * that had let somebody in before the event was moved to another day, as one that fell through is, is good for that day.
 */
export async function followEventDate(
  { eventDates, bookings }: Dependencies,
  date: EventDate,
  { tx }: FactContext,
): Promise<void> {
  const before = await eventDates.set(tx, date);
  const { eventId, startsAt, hall, asOf } = date;
  if (before && isAnotherShow(before, { startsAt, hallId: hall.hallId })) {
    await bookings.forgetEntries(tx, eventId, asOf);
  }
}

/**
 * Finds bookings that were written down long after the move of their event, with the start that their hold had told: where a
 * request came again after minutes, or no discount could be had for as long. `publishMovedBookings` then publishes them.
 */
export function findLateBookings(
  { database, eventDates }: Dependencies,
  { now }: JobContext,
): Promise<number> {
  const since = new Date(now.getTime() - LATE_MS);
  return database.transaction((tx) => eventDates.lookAgain(tx, since));
}

/**
 * Publishes bookings whose event has been moved, some at a time; answers how many. It looks for ten minutes after
 * the move, because a booking whose seats were held before it may be written down later.
 */
export function publishMovedBookings(
  { database, eventDates }: Dependencies,
  { now }: JobContext,
): Promise<number> {
  return database.transaction(async (tx) => {
    const moved = await eventDates.takeMoved(tx, A_BATCH);
    await tx.publish(
      ...moved.map(
        ({
          startsAt,
          previousStartsAt,
          hall,
          previousHall,
          previousTitle,
          refundUntil,
          reason,
          isAsBooked,
          ...booking
        }) =>
          fact(
            BookedEventMoved,
            {
              ...booking,
              startsAt: startsAt.toISOString(),
              previousStartsAt: previousStartsAt.toISOString(),
              ...(hall && { hall }),
              ...(previousHall && { previousHall }),
              ...(previousTitle !== null && { previousTitle }),
              ...(refundUntil && { refundUntil: refundUntil.toISOString() }),
              ...(isAsBooked && { isAsBooked }),
              ...(reason !== null && { reason }),
            },
            now,
          ),
      ),
    );
    return moved.length;
  });
}
