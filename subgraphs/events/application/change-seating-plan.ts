import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { checkPriced, type Event } from '../domain/event.ts';
import { carryPrices, MOST_NAMED, moveStanding, refuseLosses } from '../domain/plan-change.ts';
import { type PriceInput, type PriceRefusal, type Prices, readPrices } from '../domain/prices.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanOutline } from './ports/plans.ts';
import { eventDetails } from './publish-event.ts';

export interface ChangeSeatingPlan {
  readonly eventId: string;
  readonly seatingPlanId: string;
  readonly prices?: readonly PriceInput[] | null;
  readonly idempotencyKey: string;
}

type Refused =
  | Rejection<
      | 'EVENT_NOT_FOUND'
      | 'EVENT_IS_CANCELLED'
      | 'EVENT_HAS_ENDED'
      | 'SEATING_PLAN_NOT_FOUND'
      | 'PLACES_WOULD_BE_LOST'
      | 'PRICE_MISSING'
    >
  | PriceRefusal;
type Changed = { readonly eventId: EventId };
export type ChangeSeatingPlanRefusal =
  | Refused
  | Rejection<'INVALID_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED'>;

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
  const fault = faultOfKey(key);
  if (fault !== null) return reject('INVALID_IDEMPOTENCY_KEY', `expected ${fault}`, ['idempotencyKey']);
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
  const plans = await readPlans(deps, tx, event, seatingPlanId);
  if (isRejection(plans)) return plans;
  const { after } = plans;
  const changed: Changed = { eventId: event.id };
  const prices = await readAllPrices(deps, tx, event, plans, given ?? []);
  if (isRejection(prices)) return prices;
  if (event.status !== 'DRAFT') {
    const refusal = await movePlaces(deps, tx, event, after, prices);
    if (refusal) return refusal;
    const billing = await deps.events.billing(tx, event.id);
    await tx.publish(fact(EventChanged, eventDetails({ ...event, planId: after.id }, billing, after), now));
    return changed;
  }
  await deps.planChanges.setPlan(tx, event.id, after.id);
  await deps.events.setPrices(tx, event.id, prices, null);
  return changed;
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

interface Plans {
  readonly before: PlanOutline;
  readonly after: PlanOutline;
}

/** The plan of now and the one to come: a newer one of the same hall. Whose plan it is else is nobody's to know. */
async function readPlans(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  seatingPlanId: string,
): Promise<Plans | Rejection<'SEATING_PLAN_NOT_FOUND'>> {
  const before = await deps.plans.outline(tx, event.planId);
  const after = isId<'SeatingPlan'>(seatingPlanId)
    ? await deps.plans.ofHall(tx, event.hallId, seatingPlanId)
    : null;
  if (after && after.version > before.version) return { before, after };
  const message = `expected a plan of the event's hall that is newer than version ${before.version}, got none`;
  return reject('SEATING_PLAN_NOT_FOUND', message, ['seatingPlanId']);
}

async function readAllPrices(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { before, after }: Plans,
  given: readonly PriceInput[],
): Promise<Prices | PriceRefusal | Rejection<'PRICE_MISSING'>> {
  const ticketTypes = await deps.events.ticketTypesIn(tx, event.id);
  const read = readPrices(given, {
    zoneIds: new Set<string>(after.zones.map(({ id }) => id)),
    ticketTypes,
    currency: event.currency,
  });
  if (isRejection(read)) return read;
  const prices = carryPrices(before.zones, after.zones, await deps.events.prices(tx, event), read);
  if (event.status === 'DRAFT') return prices;
  const offered = after.zones.filter((zone) => zone.hasPlaces);
  return checkPriced({ ticketTypes, prices }, offered) ?? prices;
}

async function movePlaces(
  { planChanges, events }: Dependencies,
  tx: Transaction,
  event: Event,
  plan: PlanOutline,
  prices: Prices,
): Promise<Rejection<'PLACES_WOULD_BE_LOST'> | undefined> {
  await planChanges.lockHolds(tx, event.id);
  const lostSeats = await planChanges.lostSeats(tx, event.id, plan.id, MOST_NAMED);
  const { before, after } = await planChanges.standing(tx, event.id, plan.id);
  const standing = moveStanding(before, after);
  const refusal = refuseLosses(lostSeats, standing.loss);
  if (refusal) return refusal;
  await planChanges.setPlan(tx, event.id, plan.id);
  await events.setPrices(tx, event.id, prices, null);
  await planChanges.moveSeats(tx, event.id, plan.id);
  await planChanges.moveStanding(tx, event.id, standing.shards);
  return undefined;
}
