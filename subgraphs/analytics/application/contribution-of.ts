import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import type { ArtistId, EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Contribution, EventState, OfferedLabel, Sales } from '../domain/contribution.ts';
import { hourOf, quarterOf } from '../domain/period.ts';
import { mergeParts } from '../domain/sales-part.ts';

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
      const parts = mergeParts(
        tickets.map((ticket) => {
          return { ...kindOf(ticket), sold: 1, refunded: 0, revenue: fromDecimal(ticket.paid).minor };
        }),
      );
      return { ...salesAt(fact, eventId), sold: tickets.length, refunded: 0, revenue, currency, parts };
    }
    case TicketsRefunded.type: {
      const { eventId, tickets, refunded } = readFact(TicketsRefunded, fact);
      const { minor, currency } = fromDecimal(refunded);
      const parts = mergeParts(
        tickets.map((ticket) => {
          return { ...kindOf(ticket), sold: 0, refunded: 1, revenue: -fromDecimal(ticket.refunded).minor };
        }),
      );
      return {
        ...salesAt(fact, eventId),
        sold: 0,
        refunded: tickets.length,
        revenue: -minor,
        currency,
        parts,
      };
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
    timeZone: details.timeZone,
    capacity: details.seatCount + details.standingCapacity,
    currency: details.currencyCode,
    artistIds: details.artists.map((artist) => artist.artistId as ArtistId),
    labels: labelsOf(details),
  };
}

/** None of either in older facts. */
function labelsOf({ ticketTypes = [], priceZones = [] }: EventDetails): OfferedLabel[] {
  return [
    ...ticketTypes.map(({ ticketTypeId, label }, place) => {
      return { id: ticketTypeId as TicketTypeId, label, place };
    }),
    ...priceZones.map(({ priceZoneId, label }, place) => ({ id: priceZoneId as PriceZoneId, label, place })),
  ];
}

interface TicketKind {
  readonly ticketTypeId?: string | undefined;
  readonly priceZoneId: string;
}

function kindOf({ ticketTypeId, priceZoneId }: TicketKind) {
  return {
    ticketTypeId: (ticketTypeId ?? null) as TicketTypeId | null,
    priceZoneId: priceZoneId as PriceZoneId,
  };
}

/** Counted when it happened, not when it arrived: a late fact goes to its own hour. */
function salesAt(fact: FactEnvelope, eventId: string): Pick<Sales, 'kind' | 'eventId' | 'hour' | 'quarter'> {
  const time = new Date(fact.time);
  return { kind: 'sales', eventId: eventId as EventId, hour: hourOf(time), quarter: quarterOf(time) };
}
