import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventMoved } from '@parterre/contracts/facts/tickets.ts';
import type { FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import type { EventDate } from './ports/storage.ts';

/** Bookings of one transaction; an event may have tens of thousands. */
const A_BATCH = 200;

/** Remembers when an event that went on sale begins. */
export async function beginEventDate(
  { eventDates }: Dependencies,
  { eventId, startsAt, asOf }: EventDate,
  { tx }: FactContext,
): Promise<void> {
  await eventDates.begin(tx, eventId, startsAt, asOf);
}

/** Remembers when an event begins. To buyers who booked another time `publishMovedBookings` says so. */
export async function followEventDate(
  { eventDates }: Dependencies,
  date: EventDate,
  { tx }: FactContext,
): Promise<void> {
  await eventDates.set(tx, date);
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
        ({ startsAt, previousStartsAt, previousTitle, refundUntil, reason, isAsBooked, ...booking }) =>
          fact(
            BookedEventMoved,
            {
              ...booking,
              startsAt: startsAt.toISOString(),
              previousStartsAt: previousStartsAt.toISOString(),
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
