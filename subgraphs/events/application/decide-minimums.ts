import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { JobContext } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import {
  type DecidedMinimum,
  isDecidedAtOnce,
  minimumDecidedAt,
  reasonOf,
  refuseUnreached,
} from '../domain/guest-minimum.ts';
import { cancelLocked } from './cancel-event.ts';
import type { Dependencies } from './dependencies.ts';

/** Events of one run; the next one follows at once. */
const DECIDED_AT_A_TIME = 100;

/**
 * Decides of events whose moment has come whether they take place: with too few places sold they are cancelled as by
 * `cancelEvent`, with enough they take place for good. Answers how many it decided. What is held is not sold: a payment under
 * way is undone or paid back, as at any cancelled event.
 *
 * @throws AggregateError when some could not be decided; the others were
 */
export async function decideMinimums(deps: Dependencies, { now }: JobContext): Promise<number> {
  let decided = 0;
  const faults: unknown[] = [];
  for (const eventId of await deps.guestMinimums.due(DECIDED_AT_A_TIME)) {
    try {
      if (await deps.database.transaction((tx) => decide(deps, tx, eventId, now))) decided += 1;
    } catch (error) {
      // The events behind it have guests who wait as well.
      faults.push(error);
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} minimums of guests are undecided`);
  return decided;
}

/** In one transaction, with sales paused: whoever comes second finds it decided, and a crash has decided nothing. */
async function decide(deps: Dependencies, tx: Transaction, eventId: EventId, now: Date): Promise<boolean> {
  const event = await deps.events.lock(tx, eventId);
  // Looked at again behind the lock: another process, or the organizer, may have been faster.
  if (!event || !(await deps.guestMinimums.isDue(tx, eventId))) return false;
  const { minimumGuests } = event;
  if (minimumGuests === null) throw new Error(`expected the event ${eventId} to have a minimum, got none`);
  if ((await deps.guestMinimums.soldIn(tx, eventId)) >= minimumGuests) {
    await deps.guestMinimums.setReached(tx, eventId);
  } else {
    await cancelLocked(deps, tx, event, { reason: reasonOf(minimumGuests), minimumGuests }, now);
  }
  return true;
}

/**
 * Refuses a new time of an event on sale at which it would be cancelled at once, since the moment of deciding has passed by
 * then and too few places are sold. Where that moment stays as it is nobody is asked.
 */
export async function refuseUnreachedAt(
  { guestMinimums }: Pick<Dependencies, 'guestMinimums'>,
  tx: Transaction,
  before: Event,
  after: Omit<DecidedMinimum, 'minimumReachedAt'>,
  now: Date,
): Promise<Rejection<'MINIMUM_NOT_REACHED'> | undefined> {
  if (before.status === 'DRAFT' || isSameMoment(minimumDecidedAt(before), minimumDecidedAt(after)))
    return undefined;
  if (!isDecidedAtOnce({ ...after, minimumReachedAt: before.minimumReachedAt }, now)) return undefined;
  return refuseUnreached(after, await guestMinimums.soldIn(tx, before.id), 'startsAt');
}

function isSameMoment(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
