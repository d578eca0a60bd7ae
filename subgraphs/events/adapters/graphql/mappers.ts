import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import type { Artist, Hall, PriceView } from '../../application/ports/catalogue.ts';
import type { PriceRange } from '../../application/ports/event-figures.ts';
import type { PlanView, RowView, SeatView, SectionView, ZoneView } from '../../application/ports/plans.ts';
import type { SeriesTicketType } from '../../application/ports/series.ts';
import type { SeatMapMessage } from '../../application/seat-map-watch.ts';
import type { Event } from '../../domain/event.ts';
import type { EventSeries } from '../../domain/event-series.ts';
import type { SeatHold } from '../../domain/seat-hold.ts';
import type {
  Availability,
  SeatCode,
  SeatMapChange,
  SeatMapRows,
  StandingRows,
} from '../../domain/seat-map.ts';
import type { TicketTypeOfEvent } from '../../domain/ticket-type.ts';
import type { Venue } from '../../domain/venue.ts';

/** A part of a plan, named but not yet read: who asks for its id alone costs no statement. */
export interface Reference {
  readonly id: string;
}

// What stands behind each type of the schema.
export type VenueMapper = Venue;
export type HallMapper = Hall;
export type ArtistMapper = Artist;
export type EventMapper = Event;
export type EventSeriesMapper = EventSeries;
export type SeriesTicketTypeMapper = SeriesTicketType;
export type TicketTypeMapper = TicketTypeOfEvent;
export type PriceRangeMapper = PriceRange;
export type ZonePriceMapper = Pick<PriceView, 'priceZoneId' | 'price'>;
export type SeatingPlanMapper = PlanView;
export type SectionMapper = SectionView | Reference;
export type RowMapper = RowView | Reference;
export type SeatMapper = SeatView | Reference;
export type PriceZoneMapper = ZoneView | Reference;
export interface SeatMapMapper {
  readonly event: Event;
  readonly rows: SeatMapRows;
}
export interface EventSeatMapper {
  readonly event: Event;
  /** The plan that the index is of. */
  readonly planId: SeatingPlanId;
  readonly index: number;
  readonly code: SeatCode;
}
export interface StandingRoomMapper {
  readonly event: Event;
  readonly rows: StandingRows;
}
/** A message about the map of an event. */
export type MessageOfEvent = SeatMapMessage & { readonly eventId: string };
export type SeatMapSnapshotMapper = MessageOfEvent & { readonly kind: 'snapshot' };
export type SeatMapDeltaMapper = MessageOfEvent & { readonly kind: 'delta' };
export type SeatChangeMapper = SeatMapChange;
export type StandingAvailabilityMapper = Availability;
/** Kept with its instants as texts, as it was answered the first time. */
export type SeatHoldMapper = SeatHold;

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
