import { defineEntity, p } from '@mikro-orm/core';
import type {
  BookingId,
  EventId,
  HallId,
  PaymentId,
  PriceZoneId,
  RefundId,
  SeatId,
  SectionId,
  TicketId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { bookingStatuses, cancellationReasons } from '../../domain/booking.ts';
import { ticketStatuses } from '../../domain/ticket.ts';

/** A row of `bookings`: a buyer's agreement, with the event as it was when the seats were held; its title as it was told last. */
export const BookingRow = defineEntity({
  name: 'BookingRow',
  tableName: 'bookings',
  properties: {
    id: p.uuid().primary().$type<BookingId>(),
    userId: p.uuid().$type<UserId>(),
    eventId: p.uuid().$type<EventId>(),
    eventTitle: p.text(),
    organizerId: p.uuid().$type<UserId>(),
    startsAt: p.datetime(),
    refundTiers: p.json<readonly RefundTier[]>(),
    status: p.enum(bookingStatuses),
    cancellationReason: p.enum(cancellationReasons).nullable(),
    expiresAt: p.datetime(),
    currency: p.text().$type<CurrencyCode>(),
    subtotalMinor: p.bigint(),
    discountMinor: p.bigint(),
    paymentId: p.uuid().$type<PaymentId>().nullable(),
    createdAt: p.datetime(3),
    toldStartsAt: p.datetime(),
    hallId: p.uuid().$type<HallId>().nullable(),
    toldHallId: p.uuid().$type<HallId>().nullable(),
    toldDescriptionAt: p.datetime().nullable(),
    toldCancelledAt: p.datetime().nullable(),
    items: () => p.oneToMany(BookingItemRow).mappedBy('booking'),
    tickets: () => p.oneToMany(TicketRow).mappedBy('booking'),
    refunds: () => p.oneToMany(RefundRow).mappedBy('booking'),
  },
  indexes: [
    { name: 'bookings_of_user', properties: ['userId', 'createdAt', 'id'] },
    { name: 'bookings_of_user_by_status', properties: ['userId', 'status', 'createdAt', 'id'] },
    { name: 'bookings_awaiting_payment', properties: ['userId'], where: "status = 'AWAITING_PAYMENT'" },
    { name: 'bookings_of_event', properties: ['eventId', 'createdAt', 'id'] },
    {
      name: 'bookings_alive_of_event',
      properties: ['eventId', 'id'],
      where: "status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')",
    },
  ],
  checks: [
    { name: 'bookings_currency_check', expression: "currency ~ '^[A-Z]{3}$'" },
    { name: 'bookings_subtotal_minor_check', expression: 'subtotal_minor >= 0' },
    { name: 'bookings_check', expression: 'discount_minor >= 0 and discount_minor <= subtotal_minor' },
    {
      name: 'bookings_check1',
      expression: "cancellation_reason is not null or status not in ('EXPIRED', 'CANCELLED')",
    },
    {
      name: 'bookings_check2',
      expression: "cancellation_reason is null or status in ('EXPIRED', 'CANCELLED', 'REFUNDED')",
    },
  ],
});

/** A row of `booking_items`: one place of a booking, and what is paid for it. */
export const BookingItemRow = defineEntity({
  name: 'BookingItemRow',
  tableName: 'booking_items',
  properties: {
    booking: () =>
      p
        .manyToOne(BookingRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('booking_items_booking_id_fkey'),
    position: p.integer().primary(),
    seatId: p.uuid().$type<SeatId>().nullable(),
    sectionId: p.uuid().$type<SectionId>(),
    priceZoneId: p.uuid().$type<PriceZoneId>(),
    ticketTypeId: p.uuid().$type<TicketTypeId>().nullable(),
    currency: p.text().$type<CurrencyCode>(),
    priceMinor: p.bigint(),
    paidMinor: p.bigint(),
    pointsMinor: p.bigint().nullable(),
  },
  checks: [
    { name: 'booking_items_position_check', expression: 'position >= 0' },
    { name: 'booking_items_price_minor_check', expression: 'price_minor >= 0' },
    { name: 'booking_items_check', expression: 'paid_minor >= 0 and paid_minor <= price_minor' },
    {
      name: 'booking_items_points_minor_check',
      expression: 'points_minor >= 0 and points_minor <= price_minor - paid_minor',
    },
  ],
});

/** A row of `tickets`: the right to enter, for one place of a confirmed booking. */
export const TicketRow = defineEntity({
  name: 'TicketRow',
  tableName: 'tickets',
  properties: {
    id: p.uuid().primary().$type<TicketId>(),
    booking: () => p.manyToOne(BookingRow).foreignKeyName('tickets_booking_id_fkey'),
    eventId: p.uuid().$type<EventId>(),
    position: p.integer(),
    seatId: p.uuid().$type<SeatId>().nullable(),
    sectionId: p.uuid().$type<SectionId>(),
    priceZoneId: p.uuid().$type<PriceZoneId>(),
    ticketTypeId: p.uuid().$type<TicketTypeId>().nullable(),
    currency: p.text().$type<CurrencyCode>(),
    priceMinor: p.bigint(),
    paidMinor: p.bigint(),
    pointsMinor: p.bigint().nullable(),
    code: p.text().unique('tickets_code_key'),
    status: p.enum(ticketStatuses),
    checkedInAt: p.datetime().nullable(),
    checkedInBy: p.uuid().$type<UserId>().nullable(),
  },
  uniques: [
    { name: 'tickets_booking_id_position_key', properties: ['booking', 'position'] },
    {
      name: 'one_live_ticket_a_seat',
      properties: ['eventId', 'seatId'],
      where: "status = 'VALID' and seat_id is not null",
    },
  ],
  indexes: [{ name: 'attendees_of_event', properties: ['eventId', 'id'], where: "status = 'VALID'" }],
  checks: [
    { name: 'tickets_position_check', expression: 'position >= 0' },
    { name: 'tickets_price_minor_check', expression: 'price_minor >= 0' },
    { name: 'tickets_check', expression: 'paid_minor >= 0 and paid_minor <= price_minor' },
    {
      name: 'tickets_check_in_check',
      expression: '(checked_in_at is null) = (checked_in_by is null)',
    },
    {
      name: 'tickets_points_minor_check',
      expression: 'points_minor >= 0 and points_minor <= price_minor - paid_minor',
    },
  ],
});

/** A row of `refunds`: tickets of one booking that are given back together. */
export const RefundRow = defineEntity({
  name: 'RefundRow',
  tableName: 'refunds',
  properties: {
    id: p.uuid().primary().$type<RefundId>(),
    booking: () =>
      p.manyToOne(BookingRow).foreignKeyName('refunds_booking_id_fkey').index('refunds_of_booking'),
    status: p.enum(['RUNNING', 'DONE', 'DECLINED'] as const),
    cancelsBooking: p.boolean(),
    /** By its event's cancellation, not by its buyer. */
    eventCancelled: p.boolean().defaultRaw('false'),
    currency: p.text().$type<CurrencyCode>(),
    amountMinor: p.bigint(),
    createdAt: p.datetime().defaultRaw('now()'),
    tickets: () => p.oneToMany(RefundTicketRow).mappedBy('refund'),
  },
  checks: [{ name: 'refunds_amount_minor_check', expression: 'amount_minor >= 0' }],
});

/** A row of `refund_tickets`: a ticket in its refund; a ticket is in one at most. */
export const RefundTicketRow = defineEntity({
  name: 'RefundTicketRow',
  tableName: 'refund_tickets',
  properties: {
    ticket: () =>
      p
        .oneToOne(TicketRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('refund_tickets_ticket_id_fkey'),
    refund: () =>
      p
        .manyToOne(RefundRow)
        .foreignKeyName('refund_tickets_refund_id_fkey')
        .index('refund_tickets_of_refund'),
    refundedMinor: p.bigint(),
  },
  checks: [{ name: 'refund_tickets_refunded_minor_check', expression: 'refunded_minor >= 0' }],
});

/** A row of `blocked_users`: a user who books nothing for now. */
export const BlockedUserRow = defineEntity({
  name: 'BlockedUserRow',
  tableName: 'blocked_users',
  properties: {
    userId: p.uuid().primary().$type<UserId>(),
    blockedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A row of `event_dates`: when an event begins and where, and until when its bookings are searched for buyers to notify. */
export const EventDateRow = defineEntity({
  name: 'EventDateRow',
  tableName: 'event_dates',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    startsAt: p.datetime(),
    asOf: p.datetime(),
    tellUntil: p.datetime().nullable(),
    refundUntil: p.datetime().nullable(),
    moveReason: p.text().nullable(),
    hallId: p.uuid().$type<HallId>().nullable(),
    firstHallId: p.uuid().$type<HallId>().nullable(),
    changedHall: p.boolean().defaultRaw('false'),
  },
  indexes: [
    { name: 'event_dates_to_tell', properties: ['tellUntil'], where: 'tell_until is not null' },
    { name: 'event_dates_by_age', properties: ['asOf'] },
  ],
});

/** A row of `halls`: what a hall is called. */
export const HallRow = defineEntity({
  name: 'HallRow',
  tableName: 'halls',
  properties: {
    hallId: p.uuid().primary().$type<HallId>(),
    hallName: p.text(),
    venueName: p.text(),
    timeZone: p.text(),
    asOf: p.datetime(),
  },
});

/** A row of `event_texts`: what an event is called and what is said of it, and until when buyers who know others are looked for. */
export const EventTextRow = defineEntity({
  name: 'EventTextRow',
  tableName: 'event_texts',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    title: p.text(),
    titledAt: p.datetime(),
    description: p.text().nullable(),
    describedAt: p.datetime(),
    endsAt: p.datetime(),
    asOf: p.datetime(),
    tellUntil: p.datetime().nullable(),
  },
  indexes: [{ name: 'event_texts_to_tell', properties: ['tellUntil'], where: 'tell_until is not null' }],
});

/** A row of `event_descriptions`: the description that an event had since a moment, as SHA-256. */
export const EventDescriptionRow = defineEntity({
  name: 'EventDescriptionRow',
  tableName: 'event_descriptions',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    since: p.datetime().primary(),
    digest: p.blob().nullable(),
  },
  checks: [{ name: 'event_descriptions_digest_check', expression: 'length(digest) = 32' }],
});

/** A row of `event_cancellations`: a cancelled event, and how far its bookings are. */
export const EventCancellationRow = defineEntity({
  name: 'EventCancellationRow',
  tableName: 'event_cancellations',
  properties: {
    eventId: p.uuid().primary().$type<EventId>(),
    organizerId: p.uuid().$type<UserId>(),
    reason: p.text(),
    cancelledAt: p.datetime(),
    minimumGuests: p.integer().nullable(),
    lookUntil: p.datetime().nullable(),
    tellAt: p.datetime().nullable(),
    refundAt: p.datetime().nullable(),
    isDone: p.boolean().defaultRaw('false'),
    total: p.integer().defaultRaw('0'),
    refunded: p.integer().defaultRaw('0'),
    failed: p.integer().defaultRaw('0'),
  },
  indexes: [{ name: 'event_cancellations_open', properties: ['eventId'], where: 'look_until is not null' }],
  checks: [
    { name: 'event_cancellations_minimum_guests_check', expression: 'minimum_guests >= 1' },
    { name: 'event_cancellations_total_check', expression: 'total >= 0' },
    { name: 'event_cancellations_refunded_check', expression: 'refunded >= 0' },
    { name: 'event_cancellations_failed_check', expression: 'failed >= 0' },
    { name: 'event_cancellations_check', expression: 'refunded + failed <= total' },
  ],
});

export const entities = [
  BookingRow,
  BookingItemRow,
  TicketRow,
  RefundRow,
  RefundTicketRow,
  BlockedUserRow,
  EventDateRow,
  HallRow,
  EventTextRow,
  EventDescriptionRow,
  EventCancellationRow,
];
