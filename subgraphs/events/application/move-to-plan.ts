import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event } from '../domain/event.ts';
import { refuseMoreThanPlaces } from '../domain/guest-minimum.ts';
import { carryPrices, MOST_NAMED, moveStanding, refuseLosses } from '../domain/plan-change.ts';
import { type PriceInput, type PriceRefusal, type Prices, readPrices } from '../domain/prices.ts';
import { checkPriced } from '../domain/publishing.ts';
import type { Dependencies } from './dependencies.ts';
import type { PlanOutline } from './ports/plans.ts';

/** The plan that an event is on, and the one that it comes to, of the same hall or of another one. */
export interface PlanMove {
  readonly before: PlanOutline;
  readonly after: PlanOutline;
}

export type PlanMoveRefusal =
  | Rejection<'PLACES_WOULD_BE_LOST' | 'PRICE_MISSING'>
  | Rejection<'INVALID_INPUT'>
  | PriceRefusal;

/** The plan of an event and a newer one of its hall. Whose plan it is else is nobody's to know. */
export async function readNewerPlan(
  { plans }: Dependencies,
  tx: Transaction,
  event: Event,
  seatingPlanId: string,
): Promise<PlanMove | Rejection<'SEATING_PLAN_NOT_FOUND'>> {
  const before = await plans.outline(tx, event.planId);
  const after = isId<'SeatingPlan'>(seatingPlanId)
    ? await plans.ofHall(tx, event.hallId, seatingPlanId)
    : null;
  if (after && after.version > before.version) return { before, after };
  const message = `expected a plan of the event's hall that is newer than version ${before.version}, got none`;
  return reject('SEATING_PLAN_NOT_FOUND', message, ['seatingPlanId']);
}

/**
 * Brings an event that is locked (Events.lock) to another plan, and so into the plan's hall. Every seat that is sold or held
 * has to be in the plan, by its key, and every standing section to have room for whoever is in it; what is free comes and
 * goes with the plan. A refusal has changed nothing.
 *
 * @param chosenBy the input that the plan follows from, which a refusal names
 */
export async function moveToPlan(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  move: PlanMove,
  { prices: given, chosenBy }: { prices: readonly PriceInput[]; chosenBy: 'seatingPlanId' | 'hallId' },
): Promise<PlanMoveRefusal | undefined> {
  const tooSmall = refuseMoreThanPlaces(event, move.after, chosenBy);
  if (tooSmall) return tooSmall;
  const prices = await readAllPrices(deps, tx, event, move, given);
  if (isRejection(prices)) return prices;
  if (event.status !== 'DRAFT') return movePlaces(deps, tx, event, move.after, prices, chosenBy);
  await deps.planChanges.setPlan(tx, event.id, move.after.id);
  await deps.events.setPrices(tx, event.id, prices, null);
  return undefined;
}

async function readAllPrices(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { before, after }: PlanMove,
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
  chosenBy: string,
): Promise<Rejection<'PLACES_WOULD_BE_LOST'> | undefined> {
  await planChanges.lockHolds(tx, event.id);
  const lostSeats = await planChanges.lostSeats(tx, event.id, plan.id, MOST_NAMED);
  const { before, after } = await planChanges.standing(tx, event.id, plan.id);
  const standing = moveStanding(before, after);
  const refusal = refuseLosses(lostSeats, standing.loss, chosenBy);
  if (refusal) return refusal;
  await planChanges.setPlan(tx, event.id, plan.id);
  await events.setPrices(tx, event.id, prices, null);
  await planChanges.moveSeats(tx, event.id, plan.id);
  await planChanges.moveStanding(tx, event.id, standing.shards);
  return undefined;
}
