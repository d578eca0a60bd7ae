import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { Person } from '@parterre/platform/kernel/asker.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { decidePublish, type Event } from '../domain/event.ts';
import { mayManage } from '../domain/ownership.ts';
import { eventDetails } from './event-details.ts';
import type { EventsRoom } from './ports/events-room.ts';

/** Puts a draft of the asker on sale, with a free place for every place of its plan. */
export async function publishEvent(
  room: EventsRoom,
  asker: Person,
  { eventId }: { readonly eventId: string },
  now: Date,
) {
  return room.database.transaction(async (tx) => {
    const event = isId(eventId) ? await room.events.lock(tx, eventId) : null;
    if (!event || !mayManage(asker, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    const [plan, prices] = [await room.plans.outline(tx, event.planId), await room.events.prices(tx, event)];
    const offered = plan.zones.filter((zone) => zone.hasPlaces);
    const decision = decidePublish(event, prices, offered, now);
    if (isRejection(decision)) return decision;
    if (decision === 'already-published') return event;
    const published: Event = { ...event, status: 'ON_SALE' };
    await room.events.putOnSale(tx, published.id);
    await room.events.openPlaces(tx, published);
    const billing = await room.events.billing(tx, published);
    await tx.publish(fact(EventPublished, eventDetails(published, billing, plan), now));
    return published;
  });
}
