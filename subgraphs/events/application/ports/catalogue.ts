import type { PriceZoneId, SeatId, SeatingPlanId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Event, EventStatus } from '../../domain/event.ts';
import type { PlanSection, Point, RowId } from '../../domain/seating-plan.ts';
import type { Venue } from '../../domain/venue.ts';
import type { Artist, Hall } from './storage.ts';

/** A plan without its parts. */
export interface PlanView {
  readonly id: SeatingPlanId;
  readonly version: number;
  readonly name: string;
  readonly stage: Point | null;
  readonly seatCount: number;
  readonly standingCapacity: number;
}
export interface SectionView extends PlanSection {
  readonly planId: SeatingPlanId;
}
export interface RowView {
  readonly id: RowId;
  readonly sectionId: SectionId;
  readonly label: string;
}
export interface SeatView extends Point {
  readonly id: SeatId;
  readonly index: number;
  readonly sectionId: SectionId;
  readonly rowId: RowId;
  readonly priceZoneId: PriceZoneId;
  readonly label: string;
  readonly isAccessible: boolean;
}
export interface ZoneView {
  readonly id: PriceZoneId;
  readonly planId: SeatingPlanId;
  readonly key: string;
  readonly label: string;
  readonly color: string;
}
export interface PriceView {
  readonly priceZoneId: PriceZoneId;
  readonly price: Money;
}
/** A place in a plan, by its index. */
export interface SeatPlace {
  readonly planId: SeatingPlanId;
  readonly index: number;
}

export interface EventsWanted {
  readonly search: string | null;
  readonly status: EventStatus | null;
  readonly city: string | null;
  readonly venueId: string | null;
  readonly artistId: string | null;
  readonly startsFrom: Date | null;
  readonly startsBefore: Date | null;
  /** Only those that the caller organizes. */
  readonly mine: boolean;
  readonly page: KeysetPage;
}
export interface NamesWanted {
  readonly search: string | null;
  readonly page: KeysetPage;
}
/** Where a row stands in a list that is sorted by a text and then by id. */
export interface SortKey {
  readonly sortKey: string;
  readonly id: string;
}
/** At most `limit` rows, after the row with this key. */
export interface KeysetPage {
  readonly limit: number;
  readonly after: SortKey | null;
}
/** A row with the text that its list is sorted by. */
export interface Sorted<Row> {
  readonly row: Row;
  readonly sortKey: string;
}

/**
 * What this subgraph tells, by the batch: one statement for any number of identifiers. Lists of one kind come in
 * their own order; what does not exist is missing from a map.
 */
export interface Catalogue {
  venues(ids: readonly string[]): Promise<ReadonlyMap<string, Venue>>;
  halls(ids: readonly string[]): Promise<ReadonlyMap<string, Hall>>;
  hallsOf(venueIds: readonly string[]): Promise<ReadonlyMap<string, readonly Hall[]>>;
  artists(ids: readonly string[]): Promise<ReadonlyMap<string, Artist>>;
  artistsOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, readonly Artist[]>>;
  /** Drafts only for who may manage them. */
  events(ids: readonly string[], caller: Caller): Promise<ReadonlyMap<string, Event>>;
  pricesOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, readonly PriceView[]>>;

  plans(ids: readonly string[]): Promise<ReadonlyMap<string, PlanView>>;
  newestPlansOf(hallIds: readonly string[]): Promise<ReadonlyMap<string, PlanView>>;
  zones(ids: readonly string[]): Promise<ReadonlyMap<string, ZoneView>>;
  zonesOf(planIds: readonly string[]): Promise<ReadonlyMap<string, readonly ZoneView[]>>;
  sections(ids: readonly string[]): Promise<ReadonlyMap<string, SectionView>>;
  sectionsOf(planIds: readonly string[]): Promise<ReadonlyMap<string, readonly SectionView[]>>;
  rows(ids: readonly string[]): Promise<ReadonlyMap<string, RowView>>;
  rowsOf(sectionIds: readonly string[]): Promise<ReadonlyMap<string, readonly RowView[]>>;
  seats(ids: readonly string[]): Promise<ReadonlyMap<string, SeatView>>;
  seatsOfPlans(planIds: readonly string[]): Promise<ReadonlyMap<string, readonly SeatView[]>>;
  seatsOfRows(rowIds: readonly string[]): Promise<ReadonlyMap<string, readonly SeatView[]>>;
  /** What is needed to draw plans, as JSON text (domain/plan-geometry.ts). */
  geometries(planIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Seats by their places, keyed `planId/index`. */
  seatsAt(places: readonly SeatPlace[]): Promise<ReadonlyMap<string, SeatView>>;

  /** Events by start time; drafts only for who may manage them. */
  listEvents(wanted: EventsWanted, caller: Caller): Promise<readonly Sorted<Event>[]>;
  /** Venues by name; only those of the organizer, when one is given. */
  listVenues(wanted: NamesWanted, organizerId: string | null): Promise<readonly Sorted<Venue>[]>;
  listArtists(wanted: NamesWanted): Promise<readonly Sorted<Artist>[]>;
}
