import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { type FactData, fact } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import { decidePublish } from '../domain/publishing.ts';
import { mayManage } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import type { Billing } from './ports/catalogue.ts';
import type { PlanOutline } from './ports/plans.ts';

/** Puts a draft of the caller on sale, with a free place for every place of its plan. */
export async function publishEvent(
  deps: Dependencies,
  { eventId }: { readonly eventId: string },
  { caller, now }: UserContext,
) {
  return deps.database.transaction(async (tx) => {
    const event = isId<'Event'>(eventId) ? await deps.events.lock(tx, eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    const plan = await deps.plans.outline(tx, event.planId);
    const billing = await deps.events.billing(tx, event.id);
    const prices = await deps.events.prices(tx, event);
    const offered = plan.zones.filter((zone) => zone.hasPlaces);
    const decision = decidePublish(event, { ticketTypes: billing.ticketTypes, prices }, offered, now);
    if (isRejection(decision)) return decision;
    if (decision === 'already-published') return event;
    const published: Event = { ...event, status: 'ON_SALE' };
    await deps.events.putOnSale(tx, [published.id]);
    await deps.events.openPlaces(tx, published.planId, [published.id]);
    const at = await deps.events.tellAt(tx, [published.id], now);
    await tx.publish(fact(EventPublished, eventDetails(published, billing, plan), at));
    return published;
  });
}

/** The whole state of an event, as its facts carry it. */
export function eventDetails(
  event: Event,
  billing: Billing,
  plan: Pick<PlanOutline, 'zones' | 'seatCount' | 'standingCapacity'>,
): FactData<typeof EventPublished> {
  return {
    eventId: event.id,
    organizerId: event.organizerId,
    title: event.title,
    description: event.description,
    hallId: event.hallId,
    hallName: billing.hallName,
    venueName: billing.venueName,
    timeZone: billing.timeZone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    artists: [...billing.artists],
    ticketTypes: billing.ticketTypes.map(({ id, key, label }) => ({ ticketTypeId: id, key, label })),
    priceZones: plan.zones.map(({ id, label }) => ({ priceZoneId: id, label })),
    currencyCode: event.currency,
    seatCount: plan.seatCount,
    standingCapacity: plan.standingCapacity,
    seatingPlanId: event.planId,
    ...(event.seriesId === null ? {} : { eventSeriesId: event.seriesId }),
  };
}
