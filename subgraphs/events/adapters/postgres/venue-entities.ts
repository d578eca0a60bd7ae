import { defineEntity, p } from '@mikro-orm/core';
import type {
  HallId,
  PriceZoneId,
  SeatId,
  SeatingPlanId,
  SectionId,
  UserId,
  VenueId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Point, RowId } from '../../domain/seating-plan.ts';

// Venues, their halls, and the plans of these with all that they consist of. The other tables: entities.ts.

/** A row of `venues`. What is searched in (`found_by`, `city_form`) PostgreSQL makes of the texts by itself. */
export const VenueRow = defineEntity({
  name: 'VenueRow',
  tableName: 'venues',
  properties: {
    id: p.uuid().primary().$type<VenueId>(),
    organizerId: p.uuid().$type<UserId>(),
    name: p.text(),
    address: p.text(),
    city: p.text(),
    timeZone: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    foundBy: p
      .text()
      .nullable()
      .lazy()
      .generated("(((searchable(name) || ' '::text) || searchable(city))) stored"),
    cityForm: p.text().nullable().lazy().generated('(search_form(city)) stored'),
  },
  indexes: [
    {
      name: 'venues_by_name',
      expression: 'create index venues_by_name on venues (name collate people, id)',
    },
    { name: 'venues_by_organizer', properties: ['organizerId'] },
    { name: 'venues_by_city', properties: ['cityForm'] },
  ],
  checks: [
    { name: 'venues_name_check', expression: 'length(name) >= 1 and length(name) <= 800' },
    { name: 'venues_address_check', expression: 'length(address) >= 1 and length(address) <= 1200' },
    { name: 'venues_city_check', expression: 'length(city) >= 1 and length(city) <= 400' },
  ],
});

/** A row of `halls`. */
export const HallRow = defineEntity({
  name: 'HallRow',
  tableName: 'halls',
  properties: {
    id: p.uuid().primary().$type<HallId>(),
    venue: () => p.manyToOne(VenueRow).foreignKeyName('halls_venue_id_fkey'),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'halls_name_taken', properties: ['venue', 'name'] }],
  checks: [{ name: 'halls_name_check', expression: 'length(name) >= 1 and length(name) <= 800' }],
});

/** A row of `seating_plans`: one version of a hall's plan. It and its parts never change. */
export const SeatingPlanRow = defineEntity({
  name: 'SeatingPlanRow',
  tableName: 'seating_plans',
  properties: {
    id: p.uuid().primary().$type<SeatingPlanId>(),
    hall: () => p.manyToOne(HallRow).foreignKeyName('seating_plans_hall_id_fkey'),
    version: p.integer(),
    name: p.text(),
    stageX: p.double().$type<number>().nullable(),
    stageY: p.double().$type<number>().nullable(),
    seatCount: p.integer(),
    standingCapacity: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
    /** Megabytes for a large plan; null in plans from before geometries were kept. */
    geometry: p.text().nullable().lazy(),
  },
  uniques: [{ name: 'seating_plans_hall_id_version_key', properties: ['hall', 'version'] }],
  checks: [
    { name: 'seating_plans_version_check', expression: 'version > 0' },
    { name: 'seating_plans_seat_count_check', expression: 'seat_count >= 0 and seat_count <= 100000' },
    {
      name: 'seating_plans_standing_capacity_check',
      expression: 'standing_capacity >= 0 and standing_capacity <= 1000000',
    },
    { name: 'seating_plans_check', expression: '(stage_x is null) = (stage_y is null)' },
    { name: 'seating_plans_check1', expression: '(seat_count + standing_capacity) > 0' },
  ],
});

/** A row of `price_zones`. */
export const PriceZoneRow = defineEntity({
  name: 'PriceZoneRow',
  tableName: 'price_zones',
  properties: {
    id: p.uuid().primary().$type<PriceZoneId>(),
    plan: () => p.manyToOne(SeatingPlanRow).foreignKeyName('price_zones_plan_id_fkey'),
    place: p.integer(),
    key: p.text(),
    label: p.text(),
    color: p.text(),
    /** Whether any seat or standing section is in it. */
    hasPlaces: p.boolean().defaultRaw('true'),
  },
  uniques: [
    { name: 'price_zones_plan_id_key_key', properties: ['plan', 'key'] },
    { name: 'price_zones_plan_id_place_key', properties: ['plan', 'place'] },
  ],
  checks: [{ name: 'price_zones_color_check', expression: "color ~ '^#[0-9A-F]{6}$'" }],
});

/** A row of `sections`. */
export const SectionRow = defineEntity({
  name: 'SectionRow',
  tableName: 'sections',
  properties: {
    id: p.uuid().primary().$type<SectionId>(),
    plan: () => p.manyToOne(SeatingPlanRow).foreignKeyName('sections_plan_id_fkey'),
    place: p.integer(),
    label: p.text(),
    kind: p.text().$type<'SEATED' | 'STANDING'>(),
    outline: p.json().$type<readonly Point[]>(),
    capacity: p.integer().nullable(),
    priceZone: () =>
      p
        .manyToOne(PriceZoneRow)
        .nullable()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('sections_price_zone_id_fkey'),
    firstSeatIndex: p.integer(),
    seatCount: p.integer(),
  },
  uniques: [{ name: 'sections_plan_id_place_key', properties: ['plan', 'place'] }],
  checks: [
    { name: 'sections_kind_check', expression: "kind in ('SEATED', 'STANDING')" },
    { name: 'sections_capacity_check', expression: 'capacity > 0' },
    { name: 'sections_first_seat_index_check', expression: 'first_seat_index >= 0' },
    { name: 'sections_seat_count_check', expression: 'seat_count >= 0' },
    { name: 'sections_check', expression: "(kind = 'STANDING') = (capacity is not null)" },
    { name: 'sections_check1', expression: "(kind = 'STANDING') = (price_zone_id is not null)" },
    { name: 'sections_check2', expression: "kind = 'SEATED' or seat_count = 0" },
  ],
});

/** A row of `plan_rows`: a row of seats. */
export const PlanRowRow = defineEntity({
  name: 'PlanRowRow',
  tableName: 'plan_rows',
  properties: {
    id: p.uuid().primary().$type<RowId>(),
    section: () => p.manyToOne(SectionRow).foreignKeyName('plan_rows_section_id_fkey'),
    place: p.integer(),
    label: p.text(),
  },
  uniques: [{ name: 'plan_rows_section_id_place_key', properties: ['section', 'place'] }],
});

/** A row of `seats`. Its plan and section are no foreign keys: checking 50,000 of them is half of an import. */
export const SeatRow = defineEntity({
  name: 'SeatRow',
  tableName: 'seats',
  properties: {
    id: p.uuid().primary().$type<SeatId>(),
    planId: p.uuid().$type<SeatingPlanId>(),
    seatIndex: p.integer(),
    sectionId: p.uuid().$type<SectionId>(),
    row: () => p.manyToOne(PlanRowRow).foreignKeyName('seats_row_id_fkey'),
    priceZone: () => p.manyToOne(PriceZoneRow).foreignKeyName('seats_price_zone_id_fkey'),
    label: p.text(),
    x: p.double().$type<number>(),
    y: p.double().$type<number>(),
    isAccessible: p.boolean(),
    isCompanion: p.boolean(),
    hasRestrictedView: p.boolean(),
    /** By which a seat of another version of the plan is the same seat. */
    key: p.text(),
  },
  uniques: [
    { name: 'seats_plan_id_seat_index_key', properties: ['planId', 'seatIndex'] },
    { name: 'seats_plan_id_key_key', properties: ['planId', 'key'] },
  ],
  indexes: [{ name: 'seats_by_row', properties: ['row', 'seatIndex'] }],
  checks: [{ name: 'seats_seat_index_check', expression: 'seat_index >= 0' }],
});
