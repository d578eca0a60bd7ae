import {
  EventCancelled,
  EventChanged,
  EventPublished,
  EventRescheduled,
} from '@parterre/contracts/facts/events.ts';
import { type FactData, readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { EventId, HallId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';
import type { CancelledEvent } from '../../application/ports/cancellations.ts';
import type { EventDate, EventText, Hall } from '../../application/ports/storage.ts';

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
      types: [EventPublished.type, EventChanged.type, EventRescheduled.type],
      apply({ fact }, context) {
        switch (fact.type) {
          case EventPublished.type:
            return commands.beginEventDate(eventDate(readFact(EventPublished, fact), fact), context);
          case EventRescheduled.type:
            return commands.followEventDate(movedDate(fact), context);
          default:
            return commands.followEventDate(eventDate(readFact(EventChanged, fact), fact), context);
        }
      },
    },
    {
      // Its own, so that it begins with the first kept fact: which description a buyer has read goes by all of them.
      name: 'follow-event-texts',
      topic: 'events',
      begins: 'first-kept',
      types: [EventPublished.type, EventChanged.type],
      apply: ({ fact }, context) =>
        fact.type === EventPublished.type
          ? commands.beginEventText(eventText(readFact(EventPublished, fact), fact), context)
          : commands.followEventText(eventText(readFact(EventChanged, fact), fact), context),
    },
    {
      // Its own, so that a process of a version before, which knows nothing of it, passes no cancellation over.
      name: 'cancel-event',
      topic: 'events',
      begins: 'first-kept',
      types: [EventCancelled.type],
      apply: ({ fact }, context) => commands.beginEventCancellation(cancelledEvent(fact), context),
    },
  ];
}

function ofUser({ userId }: { readonly userId: string }) {
  return { userId: userId as UserId };
}

function cancelledEvent(envelope: FactEnvelope): CancelledEvent {
  const { eventId, organizerId, reason, minimumGuests = null } = readFact(EventCancelled, envelope);
  return {
    eventId: eventId as EventId,
    organizerId: organizerId as UserId,
    reason,
    minimumGuests,
    cancelledAt: new Date(envelope.time),
  };
}

function movedDate(envelope: FactEnvelope): EventDate {
  const { refundUntil, reason, previousHall, ...details } = readFact(EventRescheduled, envelope);
  const move = {
    refundUntil: new Date(refundUntil),
    reason,
    previousHall: previousHall ? hallOf(previousHall) : null,
  };
  return { ...eventDate(details, envelope), move };
}

function eventDate(
  { eventId, startsAt, ...where }: Pick<FactData<typeof EventPublished>, 'eventId' | 'startsAt' | keyof Hall>,
  { time }: FactEnvelope,
): EventDate {
  return {
    eventId: eventId as EventId,
    startsAt: new Date(startsAt),
    hall: hallOf(where),
    asOf: new Date(time),
  };
}

function hallOf({
  hallId,
  hallName,
  venueName,
  timeZone,
}: Pick<FactData<typeof EventPublished>, keyof Hall>): Hall {
  return { hallId: hallId as HallId, hallName, venueName, timeZone };
}

function eventText(
  { eventId, title, description, endsAt }: FactData<typeof EventPublished>,
  { time }: FactEnvelope,
): EventText {
  return { eventId: eventId as EventId, title, description, endsAt: new Date(endsAt), asOf: new Date(time) };
}
