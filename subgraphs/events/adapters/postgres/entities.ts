import { defineEntity, p } from '@mikro-orm/postgresql';
import type {
  ArtistId,
  EventId,
  HallId,
  SeatingPlanId,
  UserId,
  VenueId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import type { StoredEventStatus } from '../../domain/event.ts';

/** What organizers write, one by one. Plans, seats and holds come by the thousand and are written in SQL. */
export const VenueEntity = defineEntity({
  name: 'Venue',
  tableName: 'venues',
  properties: {
    id: p.uuid().primary().$type<VenueId>(),
    organizerId: p.uuid().$type<UserId>(),
    name: p.text(),
    address: p.text(),
    city: p.text(),
    timeZone: p.text(),
  },
});

export const ArtistEntity = defineEntity({
  name: 'Artist',
  tableName: 'artists',
  properties: {
    id: p.uuid().primary().$type<ArtistId>(),
    name: p.text(),
  },
});

export const EventEntity = defineEntity({
  name: 'Event',
  tableName: 'events',
  properties: {
    id: p.uuid().primary().$type<EventId>(),
    organizerId: p.uuid().$type<UserId>(),
    hallId: p.uuid().$type<HallId>(),
    planId: p.uuid().$type<SeatingPlanId>(),
    title: p.text(),
    status: p.text().$type<StoredEventStatus>(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    currency: p.text().$type<CurrencyCode>(),
    holdSeconds: p.integer(),
    maxSeatsPerUser: p.integer(),
    refundTiers: p.json().$type<readonly RefundTier[]>(),
  },
});
