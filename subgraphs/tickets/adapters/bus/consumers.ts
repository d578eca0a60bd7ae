import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { type FactData, readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';
import type { EventDate } from '../../application/follow-event-dates.ts';

/** What this subgraph does on facts of others. Facts that must keep their order share a consumer. */
export function createConsumers({ commands }: Application): FactConsumer[] {
  return [
    {
      name: 'block-buyer',
      topic: 'users',
      begins: 'first-kept',
      types: [UserBlocked.type, UserUnblocked.type],
      apply: ({ fact }, context) =>
        fact.type === UserBlocked.type
          ? commands.blockBuyer(ofUser(readFact(UserBlocked, fact)), context)
          : commands.unblockBuyer(ofUser(readFact(UserUnblocked, fact)), context),
    },
    {
      // What may be given back, and for how much, depends on when events begin.
      name: 'follow-event-dates',
      topic: 'events',
      begins: 'first-kept',
      types: [EventPublished.type, EventChanged.type],
      apply: ({ fact }, context) =>
        fact.type === EventPublished.type
          ? commands.beginEventDate(eventDate(readFact(EventPublished, fact), fact), context)
          : commands.followEventDate(eventDate(readFact(EventChanged, fact), fact), context),
    },
  ];
}

function ofUser({ userId }: { readonly userId: string }) {
  return { userId: userId as UserId };
}

function eventDate(
  { eventId, startsAt }: Pick<FactData<typeof EventPublished>, 'eventId' | 'startsAt'>,
  { time }: FactEnvelope,
): EventDate {
  return { eventId: eventId as EventId, startsAt: new Date(startsAt), asOf: new Date(time) };
}
