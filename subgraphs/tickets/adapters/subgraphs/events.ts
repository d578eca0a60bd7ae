import {
  EventForRefundDocument,
  type EventForRefundQuery,
  HoldSeatsDocument,
  type HoldSeatsMutation,
  PlacesOfTicketsDocument,
  PresentPlacesDocument,
  ReleaseSeatsDocument,
  SellSeatsDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import { type SubgraphClient, SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { HeldSeats, HoldRequest, SeatHolds, TicketPlaces } from '../../application/ports/subgraphs.ts';
import type { TypeNeed } from '../../domain/type-needs.ts';
import { refusalIn } from './refusal.ts';

type AnsweredEvent = NonNullable<EventForRefundQuery['event']>;
type AnsweredHold = NonNullable<HoldSeatsMutation['holdSeats']['hold']>;

/** Seats as the events subgraph keeps them. */
export function createSeatHolds(subgraphs: SubgraphClient): SeatHolds {
  return {
    async hold(request) {
      const answer = await requestHold(subgraphs, request);
      if (!answer) {
        return reject('TRY_AGAIN', 'the events subgraph does not answer; ask again with the same key');
      }
      return answer.hold ? toHeldSeats(answer.hold) : refusalIn('holdSeats', answer.userErrors);
    },

    async sell(bookingId, eventId) {
      const { sellSeats } = await subgraphs.ask('events', SellSeatsDocument, {
        input: { bookingId, eventId },
      });
      return sellSeats.sold ? 'sold' : refusalIn('sellSeats', sellSeats.userErrors);
    },

    async release({ bookingId, eventId, requestId, reason, places }) {
      const { releaseSeats } = await subgraphs.ask('events', ReleaseSeatsDocument, {
        input: {
          bookingId,
          eventId,
          requestId,
          reason,
          seatIds: places?.seatIds ?? null,
          standing: places?.standing ?? null,
        },
      });
      return releaseSeats.released ? 'released' : refusalIn('releaseSeats', releaseSeats.userErrors);
    },
  };
}

/** Events and the signs on their places, as the events subgraph keeps them. */
export function createTicketPlaces(subgraphs: SubgraphClient): TicketPlaces {
  return {
    async find(eventId, seatIds, sectionIds) {
      const variables = { eventId, seatIds, sectionIds };
      const { event, seatsByIds, sectionsByIds } = await subgraphs.ask(
        'events',
        PlacesOfTicketsDocument,
        variables,
      );
      if (!event) return null;
      const { title, startsAt, hall, venue, ticketTypes } = event;
      return {
        title,
        startsAt: new Date(startsAt),
        timeZone: venue.timeZone,
        hallName: hall.name,
        venueName: venue.name,
        venueAddress: `${venue.address}, ${venue.city}`,
        seats: new Map(
          seatsByIds.map(({ id, label, row }) => [id, { rowLabel: row.label, seatLabel: label }]),
        ),
        sectionLabels: new Map(sectionsByIds.map(({ id, label }) => [id, label])),
        ticketTypes: new Map(
          ticketTypes.length > 1 ? ticketTypes.map(({ id, label, proof }) => [id, { label, proof }]) : [],
        ),
      };
    },

    async present(eventId, seatIds, sectionIds) {
      const variables = { eventId, seatIds, sectionIds };
      const { presentPlaces } = await subgraphs.ask('events', PresentPlacesDocument, variables);
      return {
        seatIds: presentPlaces.seatIds.map(asId<'Seat'>),
        sectionIds: presentPlaces.sectionIds.map(asId<'Section'>),
      };
    },

    async eventForRefund(eventId) {
      const answer = await orNull(() => subgraphs.ask('events', EventForRefundDocument, { eventId }));
      if (!answer) return 'unknown';
      const { event } = answer;
      if (!event) throw new Error(`expected event ${eventId} of a ticket to exist`);
      return {
        startsAt: new Date(event.startsAt),
        hallId: asId(event.hall.id),
        isCancelled: event.status === 'CANCELLED',
        typeNeeds: new Map(needsIn(event.ticketTypes)),
      };
    },
  };
}

/** Null on an outage: whether the seats are held is unknown, and only asking again tells. */
async function requestHold(
  subgraphs: SubgraphClient,
  request: HoldRequest,
): Promise<HoldSeatsMutation['holdSeats'] | null> {
  const answer = await orNull(() => subgraphs.ask('events', HoldSeatsDocument, { input: request }));
  return answer?.holdSeats ?? null;
}

/** Null on an outage. */
async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SubgraphUnavailable) return null;
    throw error;
  }
}

function needsIn(types: AnsweredEvent['ticketTypes']): [string, TypeNeed][] {
  return types.flatMap(({ id, label, needs }): [string, TypeNeed][] =>
    needs ? [[id, { label, neededId: asId(needs.id), neededLabel: needs.label }]] : [],
  );
}

function toHeldSeats(hold: AnsweredHold): HeldSeats {
  return {
    bookingId: asId(hold.bookingId),
    eventId: asId(hold.eventId),
    eventTitle: hold.eventTitle,
    organizerId: asId(hold.organizerId),
    startsAt: hold.startsAt,
    hallId: hold.hallId === null ? null : asId(hold.hallId),
    currencyCode: hold.currencyCode,
    expiresAt: hold.expiresAt,
    places: hold.items.map((item) => ({
      seatId: item.seatId === null ? null : asId(item.seatId),
      sectionId: asId(item.sectionId),
      priceZoneId: asId(item.priceZoneId),
      ticketTypeId: item.ticketTypeId === null ? null : asId(item.ticketTypeId),
      price: item.price,
    })),
    refundTiers: hold.refundTiers.map(({ hoursBefore, percent }) => ({ hoursBefore, percent })),
  };
}

function asId<Kind extends string>(text: string): Id<Kind> {
  if (isId<Kind>(text)) return text;
  throw new Error(`expected an identifier from the events subgraph, got "${text.slice(0, 50)}"`);
}
