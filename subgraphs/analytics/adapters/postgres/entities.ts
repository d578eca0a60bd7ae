import { defineEntity, p } from '@mikro-orm/core';
import type { ArtistId, EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';

/** A row of `kept_facts`: a fact that counts, as it came, and by which rules it was added; what all the rest can be made of again. */
export const KeptFactRow = defineEntity({
  name: 'KeptFactRow',
  tableName: 'kept_facts',
  properties: {
    position: p.bigint().primary().generated('identity'),
    id: p.uuid().unique('kept_facts_id_key'),
    fact: p.json().$type<FactEnvelope>(),
    rules: p.integer().default(1),
  },
  indexes: [{ name: 'kept_facts_by_rules', properties: ['rules', 'position'] }],
});

/** A row of `events`: how an event is, as its newest fact says. */
export const EventRow = defineEntity({
  name: 'EventRow',
  tableName: 'events',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    organizerId: p.uuid().$type<UserId>(),
    startsAt: p.datetime(),
    timeZone: p.text().default('UTC'),
    capacity: p.integer(),
    currency: p.text().$type<CurrencyCode>(),
    asOf: p.datetime(),
    factId: p.uuid(),
  },
  indexes: [{ name: 'events_of_organizer', properties: ['organizerId', 'startsAt', 'eventId'] }],
  checks: [{ name: 'events_capacity_check', expression: 'capacity >= 0' }],
});

/** A row of `event_artists`: who appears at an event. */
export const EventArtistRow = defineEntity({
  name: 'EventArtistRow',
  tableName: 'event_artists',
  properties: {
    event: () =>
      p
        .manyToOne(EventRow)
        .primary()
        .fieldName('event_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('event_artists_event_id_fkey'),
    artistId: p.uuid().primary().$type<ArtistId>().index('events_of_artist'),
  },
});

/** A row of `labels`: what a ticket type or a price zone of an event is called, and where it stands among its like. */
export const LabelRow = defineEntity({
  name: 'LabelRow',
  tableName: 'labels',
  properties: {
    event: () =>
      p
        .manyToOne(EventRow)
        .primary()
        .fieldName('event_id')
        .deleteRule('cascade')
        .updateRule('no action')
        .foreignKeyName('labels_event_id_fkey'),
    id: p.uuid().primary().$type<TicketTypeId | PriceZoneId>(),
    label: p.text(),
    place: p.integer(),
    asOf: p.datetime(),
    factId: p.uuid(),
  },
});

/** A row of `sales`: what was sold and given back of an event within an hour; the event may not be known yet. */
export const SalesRow = defineEntity({
  name: 'SalesRow',
  tableName: 'sales',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    hour: p.datetime().primary().index('sales_by_hour'),
    currency: p.text().primary().$type<CurrencyCode>(),
    sold: p.integer(),
    refunded: p.integer(),
    revenue: p.bigint(),
  },
  checks: [{ name: 'sales_hour_check', expression: "hour = date_trunc('hour', hour, 'UTC')" }],
});

/** A row of `sales_by_type`: the same within a quarter of an hour, of one ticket type in one price zone. */
export const SalesByTypeRow = defineEntity({
  name: 'SalesByTypeRow',
  tableName: 'sales_by_type',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    quarter: p.datetime().primary(),
    currency: p.text().primary().$type<CurrencyCode>(),
    ticketTypeId: p.uuid().primary(),
    priceZoneId: p.uuid().primary().$type<PriceZoneId>(),
    sold: p.integer(),
    refunded: p.integer(),
    revenue: p.bigint(),
  },
  checks: [{ name: 'sales_by_type_quarter_check', expression: 'mod(extract(epoch from quarter), 900) = 0' }],
});

/** The row of `rules`: by which version of the rules the sums were made anew, and up to which kept fact. */
export const RulesRow = defineEntity({
  name: 'RulesRow',
  tableName: 'rules',
  properties: {
    onlyRow: p.boolean().primary().defaultRaw('true'),
    version: p.integer(),
    position: p.bigint('string').defaultRaw('0'),
  },
  checks: [{ name: 'rules_only_row_check', expression: 'only_row' }],
});

export const entities = [KeptFactRow, EventRow, EventArtistRow, LabelRow, SalesRow, SalesByTypeRow, RulesRow];
