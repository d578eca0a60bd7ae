import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { bindAll } from '@parterre/platform/service/use-case.ts';
import { createArtist } from './artists.ts';
import { equivalentZones, presentPlaces } from './as-of-now.ts';
import { blockSeats, unblockSeats } from './block-seats.ts';
import { cancelEvent } from './cancel-event.ts';
import { cancelEventSeries } from './cancel-event-series.ts';
import { changeSeatingPlan } from './change-seating-plan.ts';
import { createEvent } from './create-event.ts';
import { createEventSeries } from './create-event-series.ts';
import { decideMinimums } from './decide-minimums.ts';
import type { Dependencies } from './dependencies.ts';
import { discountTargets } from './discount-targets.ts';
import { expireHolds, pruneHolds } from './expire-holds.ts';
import { holdSeats } from './hold-seats.ts';
import { importSeatingPlan } from './import-seating-plan.ts';
import { geometriesOf } from './plan-geometries.ts';
import { publishEvent } from './publish-event.ts';
import { quoteSeats } from './quote-seats.ts';
import { releaseSeats } from './release-seats.ts';
import { rescheduleEvent } from './reschedule-event.ts';
import { scheduleEventSeries } from './schedule-event-series.ts';
import { sellSeats } from './sell-seats.ts';
import { slotsOfSeries } from './slots-of-series.ts';
import { updateEvent } from './update-event.ts';
import { createHall, createVenue, updateVenue } from './venues.ts';

/** What the events subgraph does, what it knows, and what can be watched. */
export function application(deps: Dependencies) {
  const { venues, halls, artists, events, series, plans, planParts, liveSeatMaps } = deps;
  return {
    commands: bindAll(deps, {
      // by organizers
      createVenue,
      updateVenue,
      createHall,
      importSeatingPlan,
      createArtist,
      createEvent,
      updateEvent,
      publishEvent,
      cancelEvent,
      rescheduleEvent,
      changeSeatingPlan,
      createEventSeries,
      scheduleEventSeries,
      cancelEventSeries,
      blockSeats,
      unblockSeats,
      // by the tickets subgraph, for a booking
      holdSeats,
      sellSeats,
      releaseSeats,
      // as time goes by
      expireHolds,
      pruneHolds,
      decideMinimums,
    }),
    queries: {
      ...bindAll(deps, {
        discountTargets,
        equivalentZones,
        geometriesOf,
        presentPlaces,
        quoteSeats,
        slotsOfSeries,
      }),
      venues: venues.byId,
      listVenues: venues.list,
      halls: halls.byId,
      hallsOf: halls.byVenue,
      artists: artists.byId,
      artistsOf: artists.byEvent,
      listArtists: artists.list,
      events: events.byId,
      listEvents: events.list,
      pricesOf: events.pricesOf,
      priceRangesOf: deps.eventFigures.priceRanges,
      freePlacesOf: (eventIds: readonly EventId[]) => deps.freePlaces.of(eventIds),
      soldPlacesOf: (eventIds: readonly EventId[]) => deps.soldPlaces.of(eventIds),
      ticketTypes: events.ticketTypes,
      ticketTypesOf: events.ticketTypesOf,
      series: series.byId,
      seriesPage: series.page,
      artistsOfSeries: series.artistsOf,
      ticketTypesOfSeries: series.ticketTypesOf,
      plans: plans.byId,
      newestPlansOf: plans.newestByHall,
      zones: planParts.zones,
      zonesOf: planParts.zonesOf,
      sections: planParts.sections,
      sectionsOf: planParts.sectionsOf,
      rows: planParts.rows,
      rowsOf: planParts.rowsOf,
      seats: planParts.seats,
      seatsOfPlans: planParts.seatsOfPlans,
      seatsOfRows: planParts.seatsOfRows,
      seatsAt: planParts.seatsAt,
      seatMaps: (eventIds: readonly string[]) => liveSeatMaps.read(eventIds),
    },
    watches: {
      watchSeatMap: (eventId: string, sinceVersion: string | null) =>
        liveSeatMaps.watch(eventId, sinceVersion),
    },
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
