import type { EventId, EventSeriesId, PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal } from '@parterre/contracts/kernel/money.ts';
import {
  DiscountTargetsDocument,
  EquivalentZonesDocument,
  QuoteSeatsDocument,
  SeriesOfEventDocument,
} from '@parterre/contracts/operations/loyalty.generated.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { Events } from '../../application/ports/discounts.ts';

/** Events as the events subgraph keeps them. */
export function createEvents(subgraphs: SubgraphClient): Events {
  return {
    async quote(input) {
      const { quoteSeats } = await subgraphs.ask('events', QuoteSeatsDocument, { input });
      const { quote, userErrors } = quoteSeats;
      if (quote) {
        return {
          organizerId: quote.organizerId as UserId,
          currency: quote.currencyCode,
          places: quote.items.map(({ priceZoneId, ticketTypeId, price }) => ({
            priceZoneId: priceZoneId as PriceZoneId,
            ticketTypeId,
            minor: fromDecimal(price).minor,
          })),
        };
      }
      const [error] = userErrors;
      if (!error) throw new Error('expected quoteSeats to answer prices or a userError, got neither');
      return reject(error.code, error.message, error.field);
    },

    async equivalentZones(eventId, priceZoneIds) {
      const { equivalentZones } = await subgraphs.ask('events', EquivalentZonesDocument, {
        eventId,
        priceZoneIds,
      });
      return new Map(
        equivalentZones.map(({ priceZoneId, equivalentIds }) => [
          priceZoneId as PriceZoneId,
          equivalentIds as PriceZoneId[],
        ]),
      );
    },

    async seriesOf(eventId) {
      const { discountTargets } = await subgraphs.ask('events', SeriesOfEventDocument, { eventId });
      return (discountTargets.events[0]?.seriesId ?? null) as EventSeriesId | null;
    },

    async targets({ eventIds, seriesIds, organizerIds, priceZoneIds }) {
      const named = { eventIds, seriesIds, organizerIds, priceZoneIds };
      const { discountTargets: known } = await subgraphs.ask('events', DiscountTargetsDocument, named);
      const organizers: [EventId | EventSeriesId, UserId][] = [
        ...known.events.map(({ eventId, organizerId }): [EventId, UserId] => [
          eventId as EventId,
          organizerId as UserId,
        ]),
        ...known.series.map(({ seriesId, organizerId }): [EventSeriesId, UserId] => [
          seriesId as EventSeriesId,
          organizerId as UserId,
        ]),
      ];
      return {
        organizerOf: new Map(organizers),
        organizerIds: new Set(known.organizerIds as UserId[]),
        priceZoneIds: new Set(known.priceZoneIds as PriceZoneId[]),
      };
    },
  };
}
