import { EventCancelled } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { type CancelRefusal, type Event, readReason, refuseCancel } from '../domain/event.ts';
import { mayManage } from '../domain/venue.ts';
import { type KeyRefusal, refuseKey } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';

export interface CancelEvent {
  readonly eventId: string;
  /** What buyers are told. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

type Refused = CancelRefusal | Rejection<'EVENT_NOT_FOUND' | 'INVALID_INPUT'>;
type Cancelled = { readonly eventId: EventId };
export type CancelEventRefusal = Refused | KeyRefusal;

/**
 * Cancels a published event of the caller. Sales are paused while it is: whatever was sold is sold, and nothing is held or
 * sold afterwards. What was paid goes back by the tickets subgraph, on the fact.
 */
export async function cancelEvent(
  deps: Dependencies,
  { idempotencyKey: key, ...input }: CancelEvent,
  context: UserContext,
): Promise<Event | CancelEventRefusal> {
  const refusal = refuseKey(key);
  if (refusal) return refusal;
  const call = { userId: context.caller.userId, operation: 'cancelEvent', key, input };
  return deps.database.transaction(async (tx) => {
    const outcome = await deps.idempotency.once<Cancelled | Refused>(tx, call, () =>
      cancel(deps, tx, input, context),
    );
    if (isRejection(outcome)) return outcome;
    const event = await deps.events.find(tx, outcome.eventId);
    if (!event) throw new Error(`expected the event ${outcome.eventId}, got none`);
    return event;
  });
}

async function cancel(
  deps: Dependencies,
  tx: Transaction,
  { eventId, reason: given }: Omit<CancelEvent, 'idempotencyKey'>,
  { caller, now }: UserContext,
): Promise<Cancelled | Refused> {
  const event = isId<'Event'>(eventId) ? await deps.events.lock(tx, eventId) : null;
  if (!event || !mayManage(caller, event.organizerId)) {
    return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
  }
  const reason = readReason(given);
  if (isRejection(reason)) return reason;
  const refusal = refuseCancel(event);
  if (refusal) return refusal;
  await cancelLocked(deps, tx, event, { reason }, now);
  return { eventId: event.id };
}

/** Why an event is cancelled, as its buyers are told. */
export interface Cause {
  readonly reason: string;
  /** The minimum that it had too few guests for; absent where its organizer cancels it. */
  readonly minimumGuests?: number;
}

/** Cancels an event that is locked (`Events.lock`) and on sale, or has ended, and tells of it: the same, whoever decides it. */
export async function cancelLocked(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  cause: Cause,
  now: Date,
): Promise<void> {
  await deps.events.cancel(tx, [event.id]);
  const billing = await deps.events.billing(tx, event.id);
  const plan = await deps.plans.outline(tx, event.planId);
  const at = await deps.events.tellAt(tx, [event.id], now);
  await tx.publish(fact(EventCancelled, { ...eventDetails(event, billing, plan), ...cause }, at));
}
