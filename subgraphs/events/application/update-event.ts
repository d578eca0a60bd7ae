import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { checkTiersInFavour, type Event, type EventTerms, readTerms, refuseBegun } from '../domain/event.ts';
import { refuseMoreThanPlaces, refuseWorseMinimum } from '../domain/guest-minimum.ts';
import { mergePrices, type PriceInput, type Prices, readPrices } from '../domain/prices.ts';
import { checkPriced } from '../domain/publishing.ts';
import {
  readTicketTypes,
  refuseInUse,
  type TicketTypeInput,
  type TicketTypes,
} from '../domain/ticket-type.ts';
import { mayManage } from '../domain/venue.ts';
import { readKnownArtists } from './artists.ts';
import { refuseUnreachedAt } from './decide-minimums.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';
import { type Patch, withPatch } from './with-patch.ts';

export interface UpdateEvent extends Patch<EventTerms> {
  readonly eventId: string;
  readonly artistIds?: readonly string[] | null;
  /** Instead of all so far. */
  readonly ticketTypes?: readonly TicketTypeInput[] | null;
  /** Of a draft instead of all so far; of an event on sale those that change. */
  readonly prices?: readonly PriceInput[] | null;
}

/** Changes an event of the caller; what is left out stays as it is. Publishes the change when it is on sale. */
export async function updateEvent(
  deps: Dependencies,
  { eventId, artistIds, prices, ticketTypes, ...patch }: UpdateEvent,
  { caller, now }: UserContext,
) {
  return deps.database.transaction(async (tx) => {
    const event = isId<'Event'>(eventId) ? await deps.events.lock(tx, eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    if (event.status === 'CANCELLED') {
      return reject('EVENT_IS_CANCELLED', 'expected an event that takes place, got a cancelled one', [
        'eventId',
      ]);
    }
    const terms = readTerms(withPatch<EventTerms>(event, patch), now);
    if (isRejection(terms)) return terms;
    const begun = refuseBegun(event, terms.startsAt, now);
    if (begun) return begun;
    const worse = event.status === 'DRAFT' ? undefined : refuseWorse(event, terms);
    if (worse) return worse;
    const minimum = await refuseMinimum(deps, tx, event, terms, now);
    if (minimum) return minimum;
    const bill = artistIds ? await readKnownArtists(deps, tx, artistIds) : null;
    if (isRejection(bill)) return bill;
    const offer = prices || ticketTypes ? await readOffer(deps, tx, event, { prices, ticketTypes }) : null;
    if (isRejection(offer)) return offer;

    // Whoever moves an event that has ended to a time to come puts it on sale again.
    const changed: Event = {
      ...event,
      ...terms,
      status: event.status === 'ENDED' ? 'ON_SALE' : event.status,
    };
    const inUse = offer && (await changeOffer(deps, tx, event, offer));
    if (inUse) return inUse;
    await deps.events.change(tx, changed);
    if (bill) await deps.events.setArtists(tx, event.id, bill);
    if (changed.status === 'ON_SALE') await publishChange(deps, tx, changed, now);
    return changed;
  });
}

/** Terms of an event on sale that are worse for its buyers than those that they know. */
function refuseWorse(before: Event, after: EventTerms) {
  return checkTiersInFavour(before.refundTiers, after.refundTiers) ?? refuseWorseMinimum(before, after);
}

/** Why the event cannot have the minimum of guests that it is to have; nothing is asked of one that is to have none. */
async function refuseMinimum(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  after: EventTerms,
  now: Date,
) {
  if (after.minimumGuests === null) return undefined;
  const plan = await deps.plans.outline(tx, event.planId);
  return refuseMoreThanPlaces(after, plan) ?? refuseUnreachedAt(deps, tx, event, after, now);
}

/** What an event offers from now on; null types stay as they are. */
interface NewOffer {
  readonly prices: Prices;
  readonly ticketTypes: TicketTypes | null;
}
type OfferInput = Pick<UpdateEvent, 'prices' | 'ticketTypes'>;

/**
 * Checks what is given against what the event has. A draft gets the prices that are given and no others; of an event on sale
 * those that are left out stay, and every place needs one.
 */
async function readOffer(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { prices: inputs, ticketTypes: typeInputs }: OfferInput,
) {
  const plan = await deps.plans.outline(tx, event.planId);
  const ticketTypes = typeInputs
    ? readTicketTypes(typeInputs, await deps.events.knownTypesIn(tx, event.id))
    : null;
  if (isRejection(ticketTypes)) return ticketTypes;
  const types = ticketTypes ?? (await deps.events.ticketTypesIn(tx, event.id));
  const given = readPrices(inputs ?? [], {
    zoneIds: new Set<string>(plan.zones.map((zone) => zone.id)),
    ticketTypes: types,
    currency: event.currency,
  });
  if (isRejection(given)) return given;
  if (event.status === 'DRAFT') return { prices: given, ticketTypes };
  const prices = mergePrices(await deps.events.prices(tx, event), given, types);
  const offered = plan.zones.filter((zone) => zone.hasPlaces);
  return checkPriced({ ticketTypes: types, prices }, offered) ?? { prices, ticketTypes };
}

/**
 * Puts an offer in place of the one so far. Sales rest meanwhile (`Events.lock`), so a hold has the prices of before or those
 * of after, all of them; what it was answered it keeps.
 */
async function changeOffer(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { prices, ticketTypes }: NewOffer,
): Promise<Rejection<'TICKET_TYPE_IN_USE'> | undefined> {
  if (event.status === 'DRAFT') {
    await deps.events.setPrices(tx, event.id, prices, ticketTypes);
    return undefined;
  }
  await deps.planChanges.lockHolds(tx, event.id);
  const refusal = ticketTypes && (await replaceTypes(deps, tx, event, ticketTypes));
  if (refusal) return refusal;
  await deps.events.changeOffer(tx, event.id, prices, ticketTypes);
  return undefined;
}

/** From now on places are counted by type, those too that were held or sold before; no type goes of which somebody has one. */
async function replaceTypes(
  { events, heldTypes }: Dependencies,
  tx: Transaction,
  event: Event,
  after: TicketTypes,
): Promise<Rejection<'TICKET_TYPE_IN_USE'> | undefined> {
  const before = await events.ticketTypesIn(tx, event.id);
  if (before.length === 1) await heldTypes.countAll(tx, event.id, before[0].id);
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  const inUse = new Set(
    await heldTypes.inUse(
      tx,
      gone.map(({ id }) => id),
    ),
  );
  return refuseInUse(gone.filter(({ id }) => inUse.has(id)));
}

async function publishChange(deps: Dependencies, tx: Transaction, event: Event, now: Date): Promise<void> {
  const [billing, plan] = [
    await deps.events.billing(tx, event.id),
    await deps.plans.outline(tx, event.planId),
  ];
  const at = await deps.events.tellAt(tx, [event.id], now);
  await tx.publish(fact(EventChanged, eventDetails(event, billing, plan), at));
}
