import { SeatsReleased } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { JobContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';

/** Holds that one transaction ends: short enough that nobody waits long for what it locks. */
const BATCH = 100;

/** Ends holds whose time has run out and puts their places back on sale; answers how many it ended. */
export async function expireHolds(deps: Dependencies, { now }: JobContext): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const expired = await deps.holds.expire(tx, BATCH);
    if (expired.length === 0) return 0;
    const ended = expired.map((hold) => hold.bookingId);
    await deps.heldTypes.end(tx, ended);
    const freed = await deps.standing.freeExpired(tx, ended);
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

/** A transaction of some milliseconds. */
const PRUNED_AT_A_TIME = 1_000;
/** A hold that has ended is of no use once nobody asks what became of it. */
const ENDED_KEPT_DAYS = 30;
/**
 * What answers a late or repeated request: that a hold must not be made any more, that a release was done. A
 * saga that somebody resumes after months asks again.
 */
const ANSWERS_KEPT_DAYS = 400;

/** Deletes holds that have ended, and what was kept for requests that come twice; answers how many. */
export async function pruneHolds({ holds, releases }: Dependencies): Promise<number> {
  const keptDays = { ended: ENDED_KEPT_DAYS, tombstones: ANSWERS_KEPT_DAYS };
  return (
    (await holds.prune(keptDays, PRUNED_AT_A_TIME)) +
    (await releases.prune(ANSWERS_KEPT_DAYS, PRUNED_AT_A_TIME))
  );
}
