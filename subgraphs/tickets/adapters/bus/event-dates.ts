import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application.ts';

/** Follows when events begin: what may be given back, and for how much, depends on it. */
export function onEventDates({
  beginEventDate,
  followEventDate,
}: Pick<Application, 'beginEventDate' | 'followEventDate'>): FactConsumer {
  return {
    name: 'follow-event-dates',
    begins: 'first-kept',
    topic: 'events',
    types: [EventPublished.type, EventChanged.type],
    apply: ({ fact }, { tx }) =>
      fact.type === EventPublished.type
        ? beginEventDate(tx, readFact(EventPublished, fact), new Date(fact.time))
        : followEventDate(tx, readFact(EventChanged, fact), new Date(fact.time)),
  };
}
