import { EventChanged, EventRescheduled } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import {
  type Event,
  type RescheduleRefusal,
  readReason,
  readRefundUntil,
  readTerms,
  refuseBegun,
  refuseCancel,
  type TermsRefusal,
} from '../domain/event.ts';
import type { PriceInput } from '../domain/prices.ts';
import { mayManage } from '../domain/venue.ts';
import { refuseUnreachedAt } from './decide-minimums.ts';
import type { Dependencies } from './dependencies.ts';
import { moveToPlan, type PlanMove, type PlanMoveRefusal, readNewerPlan } from './move-to-plan.ts';
import type { Billing, OwnedHall } from './ports/catalogue.ts';
import { eventDetails } from './publish-event.ts';

export interface RescheduleEvent {
  readonly eventId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What buyers are told. */
  readonly reason: string;
  /** The hall that it is in from now on; the one that it is in unless given. */
  readonly hallId?: string | null;
  /** Unless given, the newest plan of another hall; in its own hall the event stays on its plan. */
  readonly seatingPlanId?: string | null;
  /** What places cost in zones of another plan whose key the plan before has not. */
  readonly prices?: readonly PriceInput[] | null;
  /** Until when buyers get everything back; until the new start unless given. */
  readonly refundUntil?: Date | null;
}

export type RescheduleEventRefusal =
  | RescheduleRefusal
  | TermsRefusal
  | PlanMoveRefusal
  | Rejection<'MINIMUM_NOT_REACHED'>
  | Rejection<'EVENT_NOT_FOUND' | 'HALL_NOT_FOUND' | 'HALL_HAS_NO_PLAN' | 'SEATING_PLAN_NOT_FOUND'>;

/**
 * Moves a published event of the caller to another time, into another hall of its organizer, or both. What is held and sold
 * stays: the plan of the hall has to have its places. Asked again for the time, the hall and the plan that it has, nothing
 * changes and nobody is told.
 */
export async function rescheduleEvent(
  deps: Dependencies,
  input: RescheduleEvent,
  { caller, now }: UserContext,
): Promise<Event | RescheduleEventRefusal> {
  const hallId = input.hallId ?? '';
  const hall = isId<'Hall'>(hallId) ? await deps.halls.find(hallId) : null;
  return deps.database.transaction(async (tx) => {
    const event = isId<'Event'>(input.eventId) ? await deps.events.lock(tx, input.eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    const read = readMove(event, input, now);
    if (isRejection(read)) return read;
    const plans = await readPlans(deps, tx, event, input, hall);
    if (isRejection(plans)) return plans;
    const { startsAt, endsAt } = input;
    const isAtSameTime = +startsAt === +event.startsAt && +endsAt === +event.endsAt;
    const isOnSamePlan = plans.after.id === plans.before.id;
    if (isAtSameTime && isOnSamePlan) return event;
    const unreached = await refuseUnreachedAt(deps, tx, event, { ...event, startsAt }, now);
    if (unreached) return unreached;
    const previous = await deps.events.billing(tx, event.id);
    const refusal = isOnSamePlan
      ? refusePrices(input.prices)
      : await moveToPlan(deps, tx, event, plans, {
          prices: input.prices ?? [],
          chosenBy: input.seatingPlanId == null ? 'hallId' : 'seatingPlanId',
        });
    if (refusal) return refusal;
    // Whoever moves an event that has ended to a time to come puts it on sale again.
    const where = { hallId: hall?.id ?? event.hallId, planId: plans.after.id };
    const moved: Event = { ...event, startsAt, endsAt, ...where, status: 'ON_SALE' };
    await deps.events.change(tx, moved);
    await publishMove(deps, tx, { before: event, previous, after: moved, ...read }, now);
    return moved;
  });
}

function readMove(event: Event, input: RescheduleEvent, now: Date) {
  const { startsAt, endsAt } = input;
  const refusal = refuseCancel(event);
  if (refusal) return refusal;
  const reason = readReason(input.reason);
  if (isRejection(reason)) return reason;
  const terms = readTerms({ ...event, startsAt, endsAt }, now);
  if (isRejection(terms)) return terms;
  const begun = refuseBegun(event, startsAt, now);
  if (begun) return begun;
  const refundUntil = readRefundUntil(input.refundUntil ?? startsAt, startsAt, now);
  if (isRejection(refundUntil)) return refundUntil;
  return { reason, refundUntil };
}

/** The plan of now, and the one that the event comes to; the same one twice where it stays on its plan. */
async function readPlans(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { hallId, seatingPlanId }: RescheduleEvent,
  hall: OwnedHall | null,
): Promise<PlanMove | Rejection<'HALL_NOT_FOUND' | 'HALL_HAS_NO_PLAN' | 'SEATING_PLAN_NOT_FOUND'>> {
  if (hallId == null || hallId === event.hallId) {
    if (seatingPlanId != null && seatingPlanId !== event.planId) {
      return readNewerPlan(deps, tx, event, seatingPlanId);
    }
    const plan = await deps.plans.outline(tx, event.planId);
    return { before: plan, after: plan };
  }
  // Whoever runs the venue organizes what happens in it, also when an administrator moves it there.
  if (hall?.organizerId !== event.organizerId) {
    return reject('HALL_NOT_FOUND', "expected a hall of the event's organizer, got none", ['hallId']);
  }
  const before = await deps.plans.outline(tx, event.planId);
  if (seatingPlanId == null) {
    const newest = await deps.plans.newest(tx, hall.id);
    if (newest) return { before, after: newest };
    return reject('HALL_HAS_NO_PLAN', 'expected a hall with a seating plan; import one first', ['hallId']);
  }
  const named = isId<'SeatingPlan'>(seatingPlanId)
    ? await deps.plans.ofHall(tx, hall.id, seatingPlanId)
    : null;
  if (named) return { before, after: named };
  return reject('SEATING_PLAN_NOT_FOUND', 'expected a plan of the hall that is named, got none', [
    'seatingPlanId',
  ]);
}

function refusePrices(prices: RescheduleEvent['prices']): Rejection<'INVALID_INPUT'> | undefined {
  if (!prices || prices.length === 0) return undefined;
  const message =
    'expected prices only with another plan, got some for the plan that the event is on; updateEvent changes those';
  return reject('INVALID_INPUT', message, ['prices']);
}

interface Move {
  readonly before: Event;
  /** Of the event before. */
  readonly previous: Billing;
  readonly after: Event;
  readonly reason: string;
  readonly refundUntil: Date;
}

async function publishMove(
  deps: Dependencies,
  tx: Transaction,
  { before, previous, after, reason, refundUntil }: Move,
  now: Date,
): Promise<void> {
  const billing = await deps.events.billing(tx, after.id);
  const details = eventDetails(after, billing, await deps.plans.outline(tx, after.planId));
  const at = await deps.events.tellAt(tx, [after.id], now);
  const changed = fact(EventChanged, details, at);
  // Who only comes to another plan of its hall was told of neither another time nor another place.
  if (
    +before.startsAt === +after.startsAt &&
    +before.endsAt === +after.endsAt &&
    before.hallId === after.hallId
  ) {
    await tx.publish(changed);
    return;
  }
  const { hallName, venueName, timeZone } = previous;
  const move = {
    previousStartsAt: before.startsAt.toISOString(),
    previousHall: { hallId: before.hallId, hallName, venueName, timeZone },
    refundUntil: refundUntil.toISOString(),
    reason,
  };
  // The move first: whoever follows both knows why and until when before the new time is told to anybody.
  await tx.publish(fact(EventRescheduled, { ...details, ...move }, at), changed);
}
