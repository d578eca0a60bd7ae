import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { checkTiersInFavour, type Event, type EventTerms, readTerms } from '../domain/event.ts';
import { type PriceInput, readPrices } from '../domain/prices.ts';
import { readTicketTypes, type TicketTypeInput } from '../domain/ticket-type.ts';
import { mayManage } from '../domain/venue.ts';
import { readKnownArtists } from './artists.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './publish-event.ts';
import { type Patch, withPatch } from './with-patch.ts';

export interface UpdateEvent extends Patch<EventTerms> {
  readonly eventId: string;
  readonly artistIds?: readonly string[] | null;
  /** Instead of all so far, with all prices. */
  readonly ticketTypes?: readonly TicketTypeInput[] | null;
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
    const worse =
      event.status === 'DRAFT' ? undefined : checkTiersInFavour(event.refundTiers, terms.refundTiers);
    if (worse) return worse;
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
    await deps.events.change(tx, changed);
    if (bill) await deps.events.setArtists(tx, event.id, bill);
    if (offer) await deps.events.setPrices(tx, event.id, offer.prices, offer.ticketTypes);
    if (changed.status === 'ON_SALE') await publishChange(deps, tx, changed, now);
    return changed;
  });
}

/** New ticket types come with new prices: those so far are of types that are gone. */
async function readOffer(
  deps: Dependencies,
  tx: Transaction,
  event: Event,
  { prices: inputs, ticketTypes: typeInputs }: Pick<UpdateEvent, 'prices' | 'ticketTypes'>,
) {
  if (event.status !== 'DRAFT') {
    const message = 'expected a draft, got a published event, whose prices are what buyers were shown';
    return reject('PRICES_ARE_FIXED', message, ['prices']);
  }
  const plan = await deps.plans.outline(tx, event.planId);
  const newTypes = typeInputs ? readTicketTypes(typeInputs) : null;
  if (isRejection(newTypes)) return newTypes;
  const prices = readPrices(inputs ?? [], {
    zoneIds: new Set<string>(plan.zones.map((zone) => zone.id)),
    ticketTypes: newTypes ?? (await deps.events.ticketTypesIn(tx, event.id)),
    currency: event.currency,
  });
  return isRejection(prices) ? prices : { prices, ticketTypes: newTypes };
}

async function publishChange(deps: Dependencies, tx: Transaction, event: Event, now: Date): Promise<void> {
  const [billing, plan] = [
    await deps.events.billing(tx, event.id),
    await deps.plans.outline(tx, event.planId),
  ];
  await tx.publish(fact(EventChanged, eventDetails(event, billing, plan), now));
}
