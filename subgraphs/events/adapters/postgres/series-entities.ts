import { defineEntity, p } from '@mikro-orm/core';
import type { EventSeriesId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { HallRow, PriceZoneRow, SeatingPlanRow } from './venue-entities.ts';

// Series, and what their slots are made from. The slots themselves are events: entities.ts.

/** A row of `event_series`. */
export const EventSeriesRow = defineEntity({
  name: 'EventSeriesRow',
  tableName: 'event_series',
  properties: {
    id: p.uuid().primary().$type<EventSeriesId>(),
    organizerId: p.uuid().$type<UserId>(),
    hall: () => p.manyToOne(HallRow).foreignKeyName('event_series_hall_id_fkey'),
    plan: () => p.manyToOne(SeatingPlanRow).foreignKeyName('event_series_plan_id_fkey'),
    title: p.text(),
    description: p.text().nullable(),
    currency: p.text().$type<CurrencyCode>(),
    holdSeconds: p.integer(),
    maxSeatsPerUser: p.integer(),
    refundTiers: p.json().$type<readonly RefundTier[]>(),
    refusesSingleSeats: p.boolean().defaultRaw('false'),
    minimumGuests: p.integer().nullable(),
    minimumDecidedHoursBefore: p.integer().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'series_of_organizer', properties: ['organizerId', 'id'] }],
  checks: [
    { name: 'event_series_title_check', expression: 'length(title) >= 1 and length(title) <= 800' },
    {
      name: 'event_series_description_check',
      expression: 'length(description) >= 1 and length(description) <= 20000',
    },
    { name: 'event_series_currency_check', expression: "currency ~ '^[A-Z]{3}$'" },
    { name: 'event_series_hold_seconds_check', expression: 'hold_seconds >= 1 and hold_seconds <= 86400' },
    {
      name: 'event_series_max_seats_per_user_check',
      expression: 'max_seats_per_user >= 1 and max_seats_per_user <= 500',
    },
    { name: 'event_series_minimum_guests_check', expression: 'minimum_guests >= 1' },
    {
      name: 'event_series_minimum_decided_hours_before_check',
      expression: 'minimum_decided_hours_before >= 1 and minimum_decided_hours_before <= 8784',
    },
    {
      name: 'a_minimum_of_slots_is_decided',
      expression: '(minimum_guests is null) = (minimum_decided_hours_before is null)',
    },
  ],
});

/** A row of `series_ticket_types`: a kind of ticket that each slot gets, in the order in which they are offered. */
export const SeriesTicketTypeRow = defineEntity({
  name: 'SeriesTicketTypeRow',
  tableName: 'series_ticket_types',
  properties: {
    series: () =>
      p
        .manyToOne(EventSeriesRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('series_ticket_types_series_id_fkey'),
    place: p.integer().primary(),
    key: p.text(),
    label: p.text(),
    maxPerBooking: p.integer().nullable(),
    maxPerEvent: p.integer().nullable(),
    needsKey: p.text().nullable(),
    proof: p.text().nullable(),
  },
  uniques: [{ name: 'series_ticket_types_series_id_key_key', properties: ['series', 'key'] }],
  checks: [
    { name: 'series_ticket_types_place_check', expression: 'place >= 0' },
    { name: 'series_ticket_types_key_check', expression: 'length(key) >= 1 and length(key) <= 40' },
    { name: 'series_ticket_types_label_check', expression: 'length(label) >= 1 and length(label) <= 400' },
    { name: 'series_ticket_types_max_per_booking_check', expression: 'max_per_booking > 0' },
    { name: 'series_ticket_types_max_per_event_check', expression: 'max_per_event > 0' },
    { name: 'series_ticket_types_proof_check', expression: 'length(proof) >= 1 and length(proof) <= 800' },
  ],
});

/** A row of `series_prices`: what a place in a zone costs at each slot with a ticket type, in the series' currency. */
export const SeriesPriceRow = defineEntity({
  name: 'SeriesPriceRow',
  tableName: 'series_prices',
  properties: {
    series: () =>
      p
        .manyToOne(EventSeriesRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('series_prices_series_id_fkey'),
    typeKey: p.text().primary(),
    priceZone: () =>
      p
        .manyToOne(PriceZoneRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('series_prices_price_zone_id_fkey'),
    priceMinor: p.bigint(),
  },
  checks: [{ name: 'series_prices_price_minor_check', expression: 'price_minor >= 0' }],
});
