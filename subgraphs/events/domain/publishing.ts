import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Event, hasEnded } from './event.ts';
import { type DecidedMinimum, isDecidedAtOnce, refuseUnreached } from './guest-minimum.ts';
import type { Prices } from './prices.ts';
import type { TicketTypes } from './ticket-type.ts';

/** What can be bought at an event, and for how much. */
export interface Offer {
  readonly ticketTypes: TicketTypes;
  readonly prices: Prices;
}

/** Why a draft stays one. */
export type DraftRefusal = Rejection<'EVENT_HAS_ENDED' | 'MINIMUM_NOT_REACHED'> | Rejection<'PRICE_MISSING'>;
export type PublishRefusal = Rejection<'EVENT_IS_CANCELLED'> | DraftRefusal;

/** A zone that has places at this event. */
export interface OfferedZone {
  readonly id: string;
  readonly label: string;
}

/** Decides what publishing does to an event. */
export function decidePublish(
  event: Event,
  offer: Offer,
  offered: readonly OfferedZone[],
  now: Date,
): 'publish' | 'already-published' | PublishRefusal {
  if (event.status === 'CANCELLED') {
    return reject('EVENT_IS_CANCELLED', 'expected a draft, got a cancelled event; create a new one');
  }
  if (event.status !== 'DRAFT') return 'already-published';
  return refuseDraft(event, offer, offered, now) ?? 'publish';
}

/**
 * A draft may go on sale when it is not over, its minimum of guests is not to be decided before anybody can buy, and every
 * ticket type has a price in every zone with places.
 */
export function refuseDraft(
  draft: Pick<Event, 'endsAt'> & DecidedMinimum,
  offer: Offer,
  offered: readonly OfferedZone[],
  now: Date,
): DraftRefusal | undefined {
  if (hasEnded(draft, now)) {
    const message = `expected an event that has not ended, got one that ended at ${draft.endsAt.toISOString()}`;
    return reject('EVENT_HAS_ENDED', message);
  }
  const unreached = isDecidedAtOnce(draft, now) ? refuseUnreached(draft, 0, null) : undefined;
  if (unreached) return unreached;
  return checkPriced(offer, offered);
}

/** Refuses where a zone with places has no price for one of the ticket types. */
export function checkPriced(
  { ticketTypes, prices }: Offer,
  offered: readonly OfferedZone[],
): Rejection<'PRICE_MISSING'> | undefined {
  const unpriced = ticketTypes.flatMap((type) => {
    const zonesOfType = new Set<string>(prices.get(type.id)?.keys());
    const ofType = ticketTypes.length > 1 ? ` for "${type.key}"` : '';
    return offered
      .filter(({ id }) => !zonesOfType.has(id))
      .map(({ id, label }) => `"${label}" (${id})${ofType}`);
  });
  if (unpriced.length === 0) return undefined;
  const message = `expected a price for every zone with places and every ticket type, got none for ${unpriced.join(', ')}`;
  return reject('PRICE_MISSING', message);
}
