import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { EventCancellation } from '../domain/event-cancellation.ts';
import type { Dependencies } from './dependencies.ts';

interface SeenBy {
  readonly caller: Caller;
}

/** How far a cancelled event is, for its organizer and administrators; null for all others, and where it is not cancelled. */
export async function visibleCancellation(
  { cancellations }: Dependencies,
  eventId: string,
  { caller }: SeenBy,
): Promise<EventCancellation | null> {
  const cancellation = isId<'Event'>(eventId) ? await cancellations.find(eventId) : null;
  if (!cancellation || caller.kind !== 'user') return null;
  return isAdmin(caller) || cancellation.organizerId === caller.userId ? cancellation : null;
}

export interface WatchCancellation {
  readonly eventId: string;
  /** Only what this cursor does not hold; null for the state as it is and everything after. */
  readonly since: string | null;
}

export type CancellationMessage = Positioned<EventCancellation | null>;

/**
 * How far a cancelled event is, now and after every change, until it is done. What the caller may not see is null, once,
 * and then nothing, for as long as the caller waits: just like an event that is not cancelled yet, which whoever cancels
 * it may watch at once.
 */
export function watchCancellation(
  deps: Dependencies,
  { eventId, since }: WatchCancellation,
  seenBy: SeenBy,
): AsyncIterableIterator<CancellationMessage, undefined> {
  const read = () => visibleCancellation(deps, eventId, seenBy);
  return nullOnce(
    deps.changes.follow(eventId as EventId, since, read, (cancellation) => cancellation?.status === 'DONE'),
  );
}

/** Leaves out every null but a first one. No generator, so that `return` takes effect while `next` waits. */
function nullOnce<Value>(
  stream: AsyncIterableIterator<Positioned<Value | null>, undefined>,
): AsyncIterableIterator<Positioned<Value | null>, undefined> {
  let isFirst = true;
  return {
    async next() {
      for (;;) {
        const step = await stream.next();
        if (!step.done && step.value.value === null && !isFirst) continue;
        isFirst = false;
        return step;
      }
    },
    return: async () => (await stream.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
