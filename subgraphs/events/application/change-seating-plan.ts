import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import type { PriceInput } from '../domain/prices.ts';
import { mayManage } from '../domain/venue.ts';
import { type KeyRefusal, refuseKey } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import { moveToPlan, type PlanMoveRefusal, readNewerPlan } from './move-to-plan.ts';
import { eventDetails } from './publish-event.ts';

export interface ChangeSeatingPlan {
  readonly eventId: string;
  readonly seatingPlanId: string;
  readonly prices?: readonly PriceInput[] | null;
  readonly idempotencyKey: string;
}

type Refused =
  | Rejection<'EVENT_NOT_FOUND' | 'EVENT_IS_CANCELLED' | 'EVENT_HAS_ENDED' | 'SEATING_PLAN_NOT_FOUND'>
  | PlanMoveRefusal;
type Changed = { readonly eventId: EventId };
export type ChangeSeatingPlanRefusal = Refused | KeyRefusal;

/**
 * Brings an event of the caller to a newer version of its hall's plan. Every seat that is sold or held has to be in it, by
 * its key, and every standing section to have room for whoever is in it; what is free comes and goes with the plan. One
 * transaction, in which nobody holds, buys or gives back a place of the event.
 */
export async function changeSeatingPlan(
  deps: Dependencies,
  { idempotencyKey: key, ...input }: ChangeSeatingPlan,
  { caller, now }: UserContext,
): Promise<Event | ChangeSeatingPlanRefusal> {
  const refusal = refuseKey(key);
  if (refusal) return refusal;
  const call = { userId: caller.userId, operation: 'changeSeatingPlan', key, input };
  return deps.database.transaction(async (tx) => {
    const outcome = await deps.idempotency.once<Changed | Refused>(tx, call, () =>
      change(deps, tx, input, { caller, now }),
    );
    if (isRejection(outcome)) return outcome;
    const event = await deps.events.find(tx, outcome.eventId);
    if (!event) throw new Error(`expected the event ${outcome.eventId}, got none`);
    return event;
  });
}

async function change(
  deps: Dependencies,
  tx: Transaction,
  { eventId, seatingPlanId, prices: given }: Omit<ChangeSeatingPlan, 'idempotencyKey'>,
  { caller, now }: Pick<UserContext, 'caller' | 'now'>,
): Promise<Changed | Refused> {
  const event = isId<'Event'>(eventId) ? await deps.events.lock(tx, eventId) : null;
  if (!event || !mayManage(caller, event.organizerId)) {
    return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
  }
  const over = refuseOver(event);
  if (over) return over;
  const move = await readNewerPlan(deps, tx, event, seatingPlanId);
  if (isRejection(move)) return move;
  const { after } = move;
  const offer = { prices: given ?? [], chosenBy: 'seatingPlanId' } as const;
  const refusal = await moveToPlan(deps, tx, event, move, offer);
  if (refusal) return refusal;
  if (event.status !== 'DRAFT') {
    const billing = await deps.events.billing(tx, event.id);
    const at = await deps.events.tellAt(tx, [event.id], now);
    await tx.publish(fact(EventChanged, eventDetails({ ...event, planId: after.id }, billing, after), at));
  }
  return { eventId: event.id };
}

function refuseOver(event: Event): Rejection<'EVENT_IS_CANCELLED' | 'EVENT_HAS_ENDED'> | undefined {
  if (event.status === 'CANCELLED') {
    return reject('EVENT_IS_CANCELLED', 'expected an event that takes place, got a cancelled one', [
      'eventId',
    ]);
  }
  if (event.status !== 'ENDED') return undefined;
  return reject('EVENT_HAS_ENDED', 'expected an event that has not ended, got one that has', ['eventId']);
}
