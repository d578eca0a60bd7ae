import { SeatsReleased } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { Dependencies } from './dependencies.ts';

/** Holds that one transaction ends: short enough that nobody waits long for what it locks. */
const BATCH = 100;

/** Ends holds whose time has run out and puts their places back on sale; answers how many it ended. */
export async function expireHolds(
  deps: Pick<Dependencies, 'database' | 'holds' | 'standing'>,
  now: Date,
): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const expired = await deps.holds.expire(tx, BATCH);
    if (expired.length === 0) return 0;
    const freed = await deps.standing.freeExpired(
      tx,
      expired.map((hold) => hold.bookingId),
    );
    const standingOf = new Map(freed.map(({ bookingId, changes }) => [bookingId, changes]));
    for (const { bookingId, eventId, seats } of expired) {
      const standing = standingOf.get(bookingId) ?? [];
      // The next buyer may have taken everything already: then there is nothing to tell.
      if (seats.length === 0 && standing.length === 0) continue;
      const data = {
        eventId,
        bookingId,
        reason: 'HOLD_EXPIRED' as const,
        seats: [...seats],
        standing: [...standing],
      };
      await tx.publish(fact(SeatsReleased, data, now));
    }
    return expired.length;
  });
}
