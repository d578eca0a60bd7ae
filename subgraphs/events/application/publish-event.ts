import { EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { decidePublish, type Event } from '../domain/event.ts';
import { mayManage } from '../domain/ownership.ts';
import type { Dependencies } from './dependencies.ts';
import { eventDetails } from './event-details.ts';

/** Puts a draft of the caller on sale, with a free place for every place of its plan. */
export async function publishEvent(
  deps: Dependencies,
  caller: UserCaller,
  { eventId }: { readonly eventId: string },
  now: Date,
) {
  return deps.database.transaction(async (tx) => {
    const event = isId(eventId) ? await deps.events.lock(tx, eventId) : null;
    if (!event || !mayManage(caller, event.organizerId)) {
      return reject('EVENT_NOT_FOUND', 'expected an event of yours, got none', ['eventId']);
    }
    const [plan, prices] = [await deps.plans.outline(tx, event.planId), await deps.events.prices(tx, event)];
    const offered = plan.zones.filter((zone) => zone.hasPlaces);
    const decision = decidePublish(event, prices, offered, now);
    if (isRejection(decision)) return decision;
    if (decision === 'already-published') return event;
    const published: Event = { ...event, status: 'ON_SALE' };
    await deps.events.putOnSale(tx, published.id);
    await deps.events.openPlaces(tx, published);
    const billing = await deps.events.billing(tx, published);
    await tx.publish(fact(EventPublished, eventDetails(published, billing, plan), now));
    return published;
  });
}
