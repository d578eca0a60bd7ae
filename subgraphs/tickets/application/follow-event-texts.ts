import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventChanged } from '@parterre/contracts/facts/tickets.ts';
import type { FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import type { EventText } from './ports/storage.ts';

const MINUTE_MS = 60_000;
/** How long title and description stay as they are before anybody is told: many changes in a row are one. */
const QUIET_MS = 10 * MINUTE_MS;
/** How much longer bookings are looked for: one whose seats were held before the change may be written down later. */
const LATE_MS = 10 * MINUTE_MS;
/** What is heard later than this, such as all that was ever said when this subgraph is new, waits for the next change. */
const STALE_MS = 24 * 60 * MINUTE_MS;
/** Bookings of one transaction: the fact of each may carry a description of 60 kB. */
const A_BATCH = 100;

/** Remembers title and description of an event that has just gone on sale: nobody can have booked it with others. */
export async function beginEventText(
  { eventTexts }: Dependencies,
  text: EventText,
  { tx }: FactContext,
): Promise<void> {
  await eventTexts.set(tx, text, null);
}

/** Remembers title and description of an event. Buyers who know others are told by `publishChangedBookings`. */
export async function followEventText(
  { eventTexts }: Dependencies,
  text: EventText,
  { tx, now }: FactContext,
): Promise<void> {
  const changedAt = text.asOf.getTime();
  const isFresh = now.getTime() - changedAt <= STALE_MS;
  await eventTexts.set(tx, text, isFresh ? new Date(changedAt + QUIET_MS + LATE_MS) : null);
}

/**
 * Publishes bookings with tickets whose event has had another title or description for ten minutes than their buyers were
 * told last, some at a time; answers how many. What was taken back meanwhile is no difference. Nobody is told of an event
 * that has ended or was cancelled.
 */
export function publishChangedBookings(
  { database, eventTexts }: Dependencies,
  { now }: JobContext,
): Promise<number> {
  const quietSince = new Date(now.getTime() - QUIET_MS);
  return database.transaction(async (tx) => {
    const changed = await eventTexts.takeChanged(tx, { now, quietSince, limit: A_BATCH });
    await tx.publish(
      ...changed.map(({ startsAt, previousTitle, isRedescribed, description, ...booking }) =>
        fact(
          BookedEventChanged,
          {
            ...booking,
            startsAt: startsAt.toISOString(),
            ...(previousTitle !== null && { previousTitle }),
            ...(isRedescribed && { description }),
          },
          now,
        ),
      ),
    );
    return changed.length;
  });
}
