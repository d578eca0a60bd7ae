import type { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { type FactData, fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventMoved } from '@parterre/contracts/facts/tickets.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Dependencies } from './dependencies.ts';

/** Bookings of one transaction; an event may have tens of thousands. */
const A_BATCH = 200;

/** Remembers when an event that went on sale begins. */
export function beginEventDate({ eventDates }: Pick<Dependencies, 'eventDates'>) {
  return (tx: Transaction, event: FactData<typeof EventPublished>, asOf: Date): Promise<void> =>
    eventDates.begin(tx, event.eventId as EventId, new Date(event.startsAt), asOf);
}

/** Remembers when an event begins. Who has booked it for another time is told by `tellMovedBookings`. */
export function followEventDate({ eventDates }: Pick<Dependencies, 'eventDates'>) {
  return (tx: Transaction, event: FactData<typeof EventChanged>, asOf: Date): Promise<void> =>
    eventDates.set(tx, event.eventId as EventId, new Date(event.startsAt), asOf);
}

/**
 * Tells of bookings whose event has been moved, some at a time; answers how many. It looks for ten minutes after
 * the move, because a booking whose seats were held before it may be written down later.
 */
export function tellMovedBookings({ database, eventDates }: Pick<Dependencies, 'database' | 'eventDates'>) {
  return (now: Date): Promise<number> =>
    database.transaction(async (tx) => {
      const moved = await eventDates.takeUntold(tx, A_BATCH);
      await tx.publish(
        ...moved.map(({ startsAt, previousStartsAt, ...booking }) =>
          fact(
            BookedEventMoved,
            {
              ...booking,
              startsAt: startsAt.toISOString(),
              previousStartsAt: previousStartsAt.toISOString(),
            },
            now,
          ),
        ),
      );
      return moved.length;
    });
}
