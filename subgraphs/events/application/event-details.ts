import type { EventPublished } from '@parterre/contracts/facts/events.ts';
import type { FactData } from '@parterre/contracts/facts/fact.ts';
import type { Event } from '../domain/event.ts';
import type { Billing, PlanOutline } from './ports/storage.ts';

/** The whole state of an event, as its facts carry it. */
export function eventDetails(
  event: Event,
  billing: Billing,
  plan: Pick<PlanOutline, 'seatCount' | 'standingCapacity'>,
): FactData<typeof EventPublished> {
  return {
    eventId: event.id,
    organizerId: event.organizerId,
    title: event.title,
    hallId: event.hallId,
    hallName: billing.hallName,
    venueName: billing.venueName,
    timeZone: billing.timeZone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    artists: [...billing.artists],
    currencyCode: event.currency,
    seatCount: plan.seatCount,
    standingCapacity: plan.standingCapacity,
  };
}
