import type {
  ArtistId,
  EventId,
  EventSeriesId,
  HallId,
  PriceZoneId,
  SeatingPlanId,
  TicketTypeId,
  UserId,
  VenueId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event, EventStatus, EventTerms } from '../../domain/event.ts';
import type { Prices } from '../../domain/prices.ts';
import type { KnownTypes, TicketTypeOfEvent, TicketTypes } from '../../domain/ticket-type.ts';
import type { Venue } from '../../domain/venue.ts';

// Reads come by the batch: one statement for any number of identifiers. Lists of one kind come in their own order; what
// does not exist is missing from a map.

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
export interface WantedNames {
  readonly search: string | null;
  readonly page: KeysetPage;
}

export interface Venues {
  byId(ids: readonly VenueId[]): Promise<ReadonlyMap<string, Venue>>;
  /** Venues by name; only those of the organizer, when one is given. */
  list(wanted: WantedNames, organizerId: UserId | null): Promise<readonly Sorted<Venue>[]>;
  /** Those of these users who run a venue, each once. */
  organizersAmong(userIds: readonly UserId[]): Promise<readonly UserId[]>;
  add(tx: Transaction, venue: Venue): Promise<void>;
  /** The venue, locked against other changes until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: VenueId): Promise<Venue | null>;
  change(tx: Transaction, venue: Venue): Promise<void>;
}

export interface Hall {
  readonly id: HallId;
  readonly venueId: VenueId;
  readonly name: string;
}
export interface OwnedHall extends Hall {
  /** Who runs the venue that the hall is in. */
  readonly organizerId: UserId;
}

export interface Halls {
  byId(ids: readonly HallId[]): Promise<ReadonlyMap<string, Hall>>;
  byVenue(venueIds: readonly VenueId[]): Promise<ReadonlyMap<string, readonly Hall[]>>;
  find(id: HallId): Promise<OwnedHall | null>;
  /** Adds a hall, unless its venue has one of this name. */
  add(tx: Transaction, hall: Hall): Promise<'added' | 'name-taken'>;
  /** How many halls the venue has; exact while the venue is locked. */
  countOf(tx: Transaction, venueId: VenueId): Promise<number>;
}

export interface Artist {
  readonly id: ArtistId;
  readonly name: string;
}

export interface Artists {
  byId(ids: readonly ArtistId[]): Promise<ReadonlyMap<string, Artist>>;
  /** The bills of these events. */
  byEvent(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, readonly Artist[]>>;
  list(wanted: WantedNames): Promise<readonly Sorted<Artist>[]>;
  add(tx: Transaction, artist: Artist): Promise<void>;
  /** Those of the identifiers that are nobody's. */
  missing(tx: Transaction, ids: readonly ArtistId[]): Promise<readonly ArtistId[]>;
}

export interface PriceView {
  readonly ticketTypeId: TicketTypeId;
  readonly priceZoneId: PriceZoneId;
  readonly price: Money;
}
export interface WantedEvents {
  readonly search: string | null;
  readonly status: EventStatus | null;
  readonly city: string | null;
  readonly venueId: VenueId | null;
  readonly artistId: ArtistId | null;
  readonly startsFrom: Date | null;
  readonly startsBefore: Date | null;
  readonly organizerId: UserId | null;
  /** Only slots of this series. */
  readonly seriesId: EventSeriesId | null;
  /** Those with a zone whose price lies between; null: without an end on that side. */
  readonly priceFrom: Money | null;
  readonly priceUpTo: Money | null;
  /** Whether any place can be bought now; null: all the same. */
  readonly hasFreePlaces: boolean | null;
  /** Only those that the caller organizes. */
  readonly mine: boolean;
  readonly page: KeysetPage;
}
/** Who performs where, for the facts about an event. */
export interface Billing {
  readonly hallName: string;
  readonly venueName: string;
  readonly timeZone: string;
  readonly artists: readonly { readonly artistId: string; readonly name: string }[];
  readonly ticketTypes: TicketTypes;
}

/** What a new event has beside its terms. */
export interface Offer {
  readonly artistIds: readonly ArtistId[];
  readonly ticketTypes: TicketTypes;
  readonly prices: Prices;
}

/** What of an event never changes. */
export type OrganizedEvent = Pick<Event, 'organizerId' | 'seriesId'> & { readonly eventId: EventId };

export interface Events {
  /** Drafts only for who may manage them. */
  byId(ids: readonly EventId[], caller: Caller): Promise<ReadonlyMap<string, Event>>;
  /** Events by start time; drafts only for who may manage them. */
  list(wanted: WantedEvents, caller: Caller): Promise<readonly Sorted<Event>[]>;
  /** In the order of types, and of zones within each. */
  pricesOf(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, readonly PriceView[]>>;
  /** Those too that their event offers no more. */
  ticketTypes(ids: readonly TicketTypeId[]): Promise<ReadonlyMap<string, TicketTypeOfEvent>>;
  ticketTypesOf(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, readonly TicketTypeOfEvent[]>>;
  /** Who organizes which of these events, drafts too, and what each is a slot of; what is none is missing. */
  organizersOf(eventIds: readonly EventId[]): Promise<readonly OrganizedEvent[]>;

  /** Adds a draft with its bill, its ticket types and its prices. */
  add(tx: Transaction, event: Event & { readonly status: 'DRAFT' }, offer: Offer): Promise<void>;
  find(tx: Transaction, id: EventId): Promise<Event | null>;
  /**
   * The event, locked against other changes, and with no hold or sale under way: each of them is done or
   * sees the event as this transaction leaves it. Null when there is none.
   */
  lock(tx: Transaction, id: EventId): Promise<Event | null>;
  /** The same of several; those that do not exist are missing. */
  lockAll(tx: Transaction, ids: readonly EventId[]): Promise<readonly Event[]>;
  /** Stores the terms of an event, whatever its status. */
  change(tx: Transaction, event: EventTerms & { readonly id: EventId }): Promise<void>;
  putOnSale(tx: Transaction, ids: readonly EventId[]): Promise<void>;
  /** From then on nothing of it is held or sold. */
  cancel(tx: Transaction, ids: readonly EventId[]): Promise<void>;
  /**
   * The time of facts about these events, which are locked: now, but later than that of any fact about them before, for their
   * readers take the newest for what holds, and clocks differ.
   */
  tellAt(tx: Transaction, ids: readonly EventId[], now: Date): Promise<Date>;
  /** Replaces the bill. */
  setArtists(tx: Transaction, id: EventId, artistIds: readonly ArtistId[]): Promise<void>;
  /** Replaces all prices, and all ticket types where there are any; both before the event is on sale. */
  setPrices(tx: Transaction, id: EventId, prices: Prices, ticketTypes: TicketTypes | null): Promise<void>;
  /**
   * Prices all places of an event on sale anew, whoever has them, and changes its types where there are any: those that are
   * not among them are offered no more, and kept. What a hold was answered stays. Called under `lock` and
   * `PlanChanges.lockHolds`.
   */
  changeOffer(tx: Transaction, id: EventId, prices: Prices, ticketTypes: TicketTypes | null): Promise<void>;
  ticketTypesIn(tx: Transaction, id: EventId): Promise<TicketTypes>;
  /** All that the event ever had. */
  knownTypesIn(tx: Transaction, id: EventId): Promise<KnownTypes>;
  prices(tx: Transaction, event: Pick<Event, 'id' | 'currency'>): Promise<Prices>;
  /** The same of several; each of them has an entry. */
  pricesOfAll(tx: Transaction, events: readonly Event[]): Promise<ReadonlyMap<EventId, Prices>>;
  billing(tx: Transaction, id: EventId): Promise<Billing>;
  /** The same of several. */
  billings(tx: Transaction, ids: readonly EventId[]): Promise<ReadonlyMap<EventId, Billing>>;
  /** Makes a free place of each event out of every seat and standing place of their plan, at its first type's price. */
  openPlaces(tx: Transaction, planId: SeatingPlanId, ids: readonly EventId[]): Promise<void>;
}
