import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import type { ArtistId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Contribution, EventState, Sales } from '../domain/contribution.ts';
import { hourOf } from '../domain/period.ts';

/** Which facts the statistics are made of, by topic. */
export const countedFacts = {
  events: [EventPublished.type, EventChanged.type],
  tickets: [BookingConfirmed.type, TicketsRefunded.type],
} as const;

/** What a fact says for the statistics. @throws Error for a fact that is not counted, or is malformed. */
export function contributionOf(fact: FactEnvelope): Contribution {
  switch (fact.type) {
    case EventPublished.type:
      return eventState(readFact(EventPublished, fact));
    case EventChanged.type:
      return eventState(readFact(EventChanged, fact));
    case BookingConfirmed.type: {
      const { eventId, tickets, total } = readFact(BookingConfirmed, fact);
      const { minor: revenue, currency } = fromDecimal(total);
      return { ...salesAt(fact, eventId), sold: tickets.length, refunded: 0, revenue, currency };
    }
    case TicketsRefunded.type: {
      const { eventId, tickets, refunded } = readFact(TicketsRefunded, fact);
      const { minor, currency } = fromDecimal(refunded);
      return { ...salesAt(fact, eventId), sold: 0, refunded: tickets.length, revenue: -minor, currency };
    }
    default:
      throw new Error(`expected a fact that statistics are made of, got ${fact.type}`);
  }
}

type EventDetails = ReturnType<typeof readFact<typeof EventPublished.data>>;

function eventState(details: EventDetails): EventState {
  return {
    kind: 'event',
    eventId: details.eventId as EventId,
    organizerId: details.organizerId as UserId,
    startsAt: new Date(details.startsAt),
    capacity: details.seatCount + details.standingCapacity,
    currency: details.currencyCode,
    artistIds: details.artists.map((artist) => artist.artistId as ArtistId),
  };
}

/** Counted when it happened, not when it arrived: a late fact goes to its own hour. */
function salesAt(fact: FactEnvelope, eventId: string): Pick<Sales, 'kind' | 'eventId' | 'hour'> {
  return { kind: 'sales', eventId: eventId as EventId, hour: hourOf(new Date(fact.time)) };
}
