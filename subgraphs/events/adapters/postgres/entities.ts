import { defineEntity, p } from '@mikro-orm/core';
import type {
  ArtistId,
  BookingId,
  EventId,
  SeatId,
  SeatingPlanId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import type { ReleaseAnswer } from '../../application/ports/places.ts';
import type { StoredEventStatus } from '../../domain/event.ts';
import type { RequestedPlaces } from '../../domain/requested-places.ts';
import type { HoldRow as Hold, SeatHold } from '../../domain/seat-hold.ts';
import type { SeatCode } from '../../domain/seat-map.ts';
import { EventSeriesRow, SeriesPriceRow, SeriesTicketTypeRow } from './series-entities.ts';
import {
  HallRow,
  PlanRowRow,
  PriceZoneRow,
  SeatingPlanRow,
  SeatRow,
  SectionRow,
  VenueRow,
} from './venue-entities.ts';

/** A row of `artists`. */
export const ArtistRow = defineEntity({
  name: 'ArtistRow',
  tableName: 'artists',
  properties: {
    id: p.uuid().primary().$type<ArtistId>(),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    foundBy: p.text().nullable().lazy().generated('(searchable(name)) stored'),
  },
  indexes: [
    {
      name: 'artists_by_name',
      expression: 'create index artists_by_name on artists (name collate people, id)',
    },
  ],
  checks: [{ name: 'artists_name_check', expression: 'length(name) >= 1 and length(name) <= 800' }],
});

/** Whether an event is over, by its end and the database's clock: the one place that says so. */
export const isOver = (endsAt: string) => `(${endsAt} <= (select clock_timestamp()))`;

/** A row of `events`, with what follows from the time. */
export const EventRow = defineEntity({
  name: 'EventRow',
  tableName: 'events',
  properties: {
    id: p.uuid().primary().$type<EventId>(),
    organizerId: p.uuid().$type<UserId>(),
    hall: () => p.manyToOne(HallRow).foreignKeyName('events_hall_id_fkey'),
    plan: () => p.manyToOne(SeatingPlanRow).foreignKeyName('events_plan_id_fkey'),
    series: () =>
      p
        .manyToOne(EventSeriesRow)
        .nullable()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('events_series_id_fkey'),
    /** The start that it was scheduled for as a slot of the series. */
    slotAt: p.datetime().nullable(),
    title: p.text(),
    description: p.text().nullable(),
    status: p.text().$type<StoredEventStatus>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    currency: p.text().$type<CurrencyCode>(),
    holdSeconds: p.integer(),
    maxSeatsPerUser: p.integer(),
    refundTiers: p.json().$type<readonly RefundTier[]>(),
    refusesSingleSeats: p.boolean().defaultRaw('false'),
    minimumGuests: p.integer().nullable(),
    minimumDecidedHoursBefore: p.integer().nullable(),
    minimumReachedAt: p.datetime().nullable(),
    /** Plans that it was on before, the earliest first. */
    formerPlanIds: p.array().columnType('uuid[]').$type<readonly SeatingPlanId[]>().defaultRaw("'{}'"),
    /** How often it has come to another plan; less than the number of those where it was not counted yet. */
    planChanges: p.integer().defaultRaw('0'),
    /** Changes of its seats up to this version were made on one of those. */
    seatVersionsFrom: p.integer().defaultRaw('0'),
    /** The time of the last fact about it. */
    toldAt: p.datetime().nullable().lazy(),
    createdAt: p.datetime().defaultRaw('now()'),
    foundBy: p.text().nullable().lazy().generated('(searchable(title)) stored'),
    isOver: p.boolean().formula((columns) => isOver(`${columns.endsAt}`)),
    /** Where it stands in a list by start, to the microsecond. */
    startKey: p
      .text()
      .lazy()
      .formula(
        (columns) => `to_char(${columns.startsAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      ),
    bill: () => p.oneToMany(EventArtistRow).mappedBy('event').orderBy({ place: 'asc' }),
  },
  uniques: [{ name: 'no_slot_twice', properties: ['series', 'slotAt'] }],
  indexes: [
    { name: 'events_by_start', properties: ['startsAt', 'id'] },
    { name: 'events_by_series', properties: ['series', 'startsAt', 'id'] },
    { name: 'events_by_organizer', properties: ['organizerId', 'startsAt', 'id'] },
    { name: 'events_by_hall', properties: ['hall', 'startsAt', 'id'] },
    {
      name: 'minimums_to_decide',
      expression: `create index minimums_to_decide on events
        (((starts_at at time zone 'UTC') - minimum_decided_hours_before * interval '1 hour'))
        where minimum_guests is not null and minimum_reached_at is null and status = 'ON_SALE'`,
    },
  ],
  checks: [
    { name: 'events_title_check', expression: 'length(title) >= 1 and length(title) <= 800' },
    {
      name: 'events_description_check',
      expression: 'length(description) >= 1 and length(description) <= 20000',
    },
    { name: 'events_status_check', expression: "status in ('DRAFT', 'ON_SALE', 'CANCELLED')" },
    { name: 'events_currency_check', expression: "currency ~ '^[A-Z]{3}$'" },
    { name: 'events_hold_seconds_check', expression: 'hold_seconds >= 1 and hold_seconds <= 86400' },
    {
      name: 'events_max_seats_per_user_check',
      expression: 'max_seats_per_user >= 1 and max_seats_per_user <= 500',
    },
    { name: 'events_check', expression: 'ends_at > starts_at' },
    { name: 'a_slot_is_of_a_series', expression: '(series_id is null) = (slot_at is null)' },
    { name: 'events_seat_versions_from_check', expression: 'seat_versions_from >= 0' },
    { name: 'events_minimum_guests_check', expression: 'minimum_guests >= 1' },
    {
      name: 'events_minimum_decided_hours_before_check',
      expression: 'minimum_decided_hours_before >= 1 and minimum_decided_hours_before <= 8784',
    },
    {
      name: 'a_minimum_is_decided',
      expression: '(minimum_guests is null) = (minimum_decided_hours_before is null)',
    },
  ],
});

/** A row of `event_artists`: who is on an event's bill, and in which place. */
export const EventArtistRow = defineEntity({
  name: 'EventArtistRow',
  tableName: 'event_artists',
  properties: {
    event: () => p.manyToOne(EventRow).primary().foreignKeyName('event_artists_event_id_fkey'),
    place: p.integer().primary(),
    artist: () => p.manyToOne(ArtistRow).foreignKeyName('event_artists_artist_id_fkey'),
  },
  uniques: [{ name: 'event_artists_event_id_artist_id_key', properties: ['event', 'artist'] }],
  indexes: [{ name: 'event_artists_by_artist', properties: ['artist'] }],
});

/** A row of `series_artists`: who is on the bill of each slot of a series, and in which place. */
export const SeriesArtistRow = defineEntity({
  name: 'SeriesArtistRow',
  tableName: 'series_artists',
  properties: {
    series: () =>
      p
        .manyToOne(EventSeriesRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('series_artists_series_id_fkey'),
    place: p.integer().primary(),
    artist: () => p.manyToOne(ArtistRow).foreignKeyName('series_artists_artist_id_fkey'),
  },
  uniques: [{ name: 'series_artists_series_id_artist_id_key', properties: ['series', 'artist'] }],
});

/** A row of `ticket_types`: a kind of ticket at an event, in the order in which they are offered. */
export const TicketTypeRow = defineEntity({
  name: 'TicketTypeRow',
  tableName: 'ticket_types',
  properties: {
    id: p.uuid().primary().$type<TicketTypeId>(),
    event: () =>
      p
        .manyToOne(EventRow)
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('ticket_types_event_id_fkey'),
    /** Null for one that its event offers no more. */
    place: p.integer().nullable(),
    key: p.text(),
    label: p.text(),
    maxPerBooking: p.integer().nullable(),
    maxPerEvent: p.integer().nullable(),
    needs: () =>
      p
        .manyToOne(TicketTypeRow)
        .nullable()
        .fieldName('needs_id')
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('ticket_types_needs_id_fkey'),
    proof: p.text().nullable(),
  },
  uniques: [
    { name: 'ticket_types_event_id_place_key', properties: ['event', 'place'] },
    { name: 'ticket_types_event_id_key_key', properties: ['event', 'key'] },
  ],
  checks: [
    { name: 'ticket_types_place_check', expression: 'place >= 0' },
    { name: 'ticket_types_key_check', expression: 'length(key) >= 1 and length(key) <= 40' },
    { name: 'ticket_types_label_check', expression: 'length(label) >= 1 and length(label) <= 400' },
    { name: 'ticket_types_max_per_booking_check', expression: 'max_per_booking > 0' },
    { name: 'ticket_types_max_per_event_check', expression: 'max_per_event > 0' },
    { name: 'ticket_types_proof_check', expression: 'length(proof) >= 1 and length(proof) <= 800' },
  ],
});

/** A row of `event_prices`: what a place in a zone costs at an event with a ticket type, in the event's currency. */
export const EventPriceRow = defineEntity({
  name: 'EventPriceRow',
  tableName: 'event_prices',
  properties: {
    event: () =>
      p
        .manyToOne(EventRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('event_prices_event_id_fkey'),
    ticketType: () =>
      p
        .manyToOne(TicketTypeRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('event_prices_ticket_type_id_fkey'),
    priceZone: () =>
      p
        .manyToOne(PriceZoneRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('event_prices_price_zone_id_fkey'),
    priceMinor: p.bigint(),
  },
  checks: [{ name: 'event_prices_price_minor_check', expression: 'price_minor >= 0' }],
});

/** A row of `event_seats`: a seat at an event. With room on its page, so that a change of state touches no index. */
export const EventSeatRow = defineEntity({
  name: 'EventSeatRow',
  tableName: 'event_seats',
  properties: {
    event: () =>
      p
        .manyToOne(EventRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('event_seats_event_id_fkey'),
    seat: () =>
      p
        .manyToOne(SeatRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('event_seats_seat_id_fkey'),
    seatIndex: p.integer(),
    priceMinor: p.bigint(),
    state: p.text().columnType('"char"').ignoreSchemaChanges('type').$type<SeatCode>().defaultRaw("'F'"),
    version: p.integer().defaultRaw('0'),
    bookingId: p.uuid().$type<BookingId>().nullable(),
    heldUntil: p.datetime().nullable(),
  },
  uniques: [{ name: 'event_seats_event_id_seat_index_key', properties: ['event', 'seatIndex'] }],
  checks: [
    { name: 'event_seats_seat_index_check', expression: 'seat_index >= 0' },
    { name: 'event_seats_price_minor_check', expression: 'price_minor >= 0' },
    { name: 'event_seats_state_check', expression: "state in ('F', 'H', 'S', 'B')" },
    { name: 'event_seats_version_check', expression: 'version >= 0' },
    {
      name: 'taken_seats_have_a_booking',
      expression: "(state in ('H', 'S')) = (booking_id is not null)",
    },
    { name: 'only_holds_expire', expression: "(state = 'H') = (held_until is not null)" },
  ],
});

/** A row of `standing_shards`: a part of a standing section's places at an event, and how many are taken. */
export const StandingShardRow = defineEntity({
  name: 'StandingShardRow',
  tableName: 'standing_shards',
  properties: {
    event: () => p.manyToOne(EventRow).primary().foreignKeyName('standing_shards_event_id_fkey'),
    section: () => p.manyToOne(SectionRow).primary().foreignKeyName('standing_shards_section_id_fkey'),
    shard: p.smallint().primary(),
    capacity: p.integer(),
    taken: p.integer().defaultRaw('0'),
    version: p.integer().defaultRaw('0'),
  },
  checks: [
    { name: 'standing_shards_shard_check', expression: 'shard >= 0' },
    { name: 'standing_shards_capacity_check', expression: 'capacity > 0' },
    { name: 'standing_shards_version_check', expression: 'version >= 0' },
    { name: 'never_over_capacity', expression: 'taken >= 0 and taken <= capacity' },
  ],
});

/** A row of `holds`: what a booking holds, or the tombstone of one that was released before it was made. */
export const HoldRow = defineEntity({
  name: 'HoldRow',
  tableName: 'holds',
  properties: {
    bookingId: p.uuid().primary().$type<BookingId>(),
    /** No relation: checking a foreign key would lock the event's one row in every hold. */
    eventId: p.uuid().$type<EventId>().nullable(),
    userId: p.uuid().$type<UserId>().nullable(),
    status: p.text().$type<Hold['status']>(),
    expiresAt: p.datetime().nullable(),
    seatIds: p.array().columnType('uuid[]').$type<readonly SeatId[]>().defaultRaw("'{}'"),
    places: p.integer().defaultRaw('0'),
    requested: p.json().$type<Omit<RequestedPlaces, 'bookingId'>>().nullable(),
    answer: p.json().$type<SeatHold>().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
  indexes: [
    { name: 'open_holds_of_a_buyer', properties: ['userId', 'eventId'], where: "status = 'HELD'" },
    { name: 'open_holds_by_expiry', properties: ['expiresAt'], where: "status = 'HELD'" },
    {
      name: 'ended_holds_by_age',
      properties: ['createdAt'],
      where: "status in ('RELEASED', 'EXPIRED', 'FORBIDDEN')",
    },
  ],
  checks: [
    {
      name: 'holds_status_check',
      expression: "status in ('HELD', 'SOLD', 'RELEASED', 'EXPIRED', 'FORBIDDEN')",
    },
    { name: 'holds_places_check', expression: 'places >= 0' },
    {
      name: 'only_a_tombstone_is_of_nothing',
      expression: ['event_id', 'user_id', 'expires_at', 'requested', 'answer']
        .map((column) => `(status = 'FORBIDDEN') = (${column} is null)`)
        .join(' and '),
    },
    {
      name: 'what_is_held_has_places',
      expression: "(status <> all (array['HELD'::text, 'SOLD'::text])) or (places > 0)",
    },
  ],
});

/** A row of `standing_holds`: places of one shard that a booking has. */
export const StandingHoldRow = defineEntity({
  name: 'StandingHoldRow',
  tableName: 'standing_holds',
  properties: {
    hold: () =>
      p.manyToOne(HoldRow).primary().fieldName('booking_id').foreignKeyName('standing_holds_booking_id_fkey'),
    // These three are the relation to the shard; they are columns of other keys as well.
    eventId: p.uuid().$type<EventId>().persist(false),
    sectionId: p.uuid().primary().$type<SectionId>().persist(false),
    shardNumber: p.smallint().primary().fieldName('shard').persist(false),
    shard: () =>
      p
        .manyToOne(StandingShardRow)
        .joinColumns('event_id', 'section_id', 'shard')
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('standing_holds_event_id_section_id_shard_fkey'),
    quantity: p.integer(),
  },
  indexes: [{ name: 'standing_holds_by_section', properties: ['eventId', 'sectionId'] }],
  checks: [{ name: 'standing_holds_quantity_check', expression: 'quantity > 0' }],
});

/** A row of `releases`: a release that was done, and what it answered, so that it is done once. */
export const ReleaseRow = defineEntity({
  name: 'ReleaseRow',
  tableName: 'releases',
  properties: {
    requestId: p.uuid().primary(),
    bookingId: p.uuid(),
    answer: p.text().$type<ReleaseAnswer>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'releases_by_age', properties: ['createdAt'], type: 'brin' }],
  checks: [
    {
      name: 'releases_answer_check',
      expression: "answer in ('RELEASED', 'HOLD_NOT_FOUND', 'NOTHING_TO_RELEASE')",
    },
  ],
});

/** A row of `held_types`: how many places of a limited ticket type a booking has. */
export const HeldTypeRow = defineEntity({
  name: 'HeldTypeRow',
  tableName: 'held_types',
  properties: {
    hold: () =>
      p
        .manyToOne(HoldRow)
        .primary()
        .fieldName('booking_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('held_types_booking_id_fkey'),
    ticketType: () =>
      p
        .manyToOne(TicketTypeRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('held_types_ticket_type_id_fkey')
        .index('held_types_by_type'),
    quantity: p.integer(),
  },
  checks: [{ name: 'held_types_quantity_check', expression: 'quantity > 0' }],
});

export const entities = [
  VenueRow,
  HallRow,
  SeatingPlanRow,
  PriceZoneRow,
  SectionRow,
  PlanRowRow,
  SeatRow,
  ArtistRow,
  EventSeriesRow,
  SeriesArtistRow,
  SeriesTicketTypeRow,
  SeriesPriceRow,
  EventRow,
  EventArtistRow,
  TicketTypeRow,
  EventPriceRow,
  EventSeatRow,
  StandingShardRow,
  HoldRow,
  StandingHoldRow,
  HeldTypeRow,
  ReleaseRow,
];
