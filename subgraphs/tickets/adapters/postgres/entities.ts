import { defineEntity, p } from '@mikro-orm/core';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { bookingStatuses, cancellationReasons } from '../../domain/booking.ts';
import { ticketStatuses } from '../../domain/ticket.ts';

const money = { currency: () => p.enum(currencyCodes), minor: () => p.bigint() };

/** A row of `bookings`. */
export const BookingEntity = defineEntity({
  name: 'Booking',
  tableName: 'bookings',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    eventId: p.uuid(),
    eventTitle: p.text(),
    organizerId: p.uuid(),
    startsAt: p.datetime(),
    toldStartsAt: p.datetime(),
    refundTiers: p.json<readonly RefundTier[]>(),
    status: p.enum(bookingStatuses),
    cancellationReason: p.enum(cancellationReasons).nullable(),
    expiresAt: p.datetime(),
    currency: money.currency(),
    subtotalMinor: money.minor(),
    discountMinor: money.minor(),
    paymentId: p.uuid().nullable(),
    createdAt: p.datetime(3),
  },
});

/** A row of `booking_items`: one place of a booking. */
export const BookingItemEntity = defineEntity({
  name: 'BookingItem',
  tableName: 'booking_items',
  properties: {
    bookingId: p.uuid().primary(),
    position: p.integer().primary(),
    seatId: p.uuid().nullable(),
    sectionId: p.uuid(),
    priceZoneId: p.uuid(),
    currency: money.currency(),
    priceMinor: money.minor(),
    paidMinor: money.minor(),
  },
});

/** A row of `tickets`. */
export const TicketEntity = defineEntity({
  name: 'Ticket',
  tableName: 'tickets',
  properties: {
    id: p.uuid().primary(),
    bookingId: p.uuid(),
    eventId: p.uuid(),
    position: p.integer(),
    seatId: p.uuid().nullable(),
    sectionId: p.uuid(),
    priceZoneId: p.uuid(),
    currency: money.currency(),
    priceMinor: money.minor(),
    paidMinor: money.minor(),
    code: p.text(),
    status: p.enum(ticketStatuses),
  },
});

/** A row of `refunds`. */
export const RefundEntity = defineEntity({
  name: 'Refund',
  tableName: 'refunds',
  properties: {
    id: p.uuid().primary(),
    bookingId: p.uuid(),
    status: p.enum(['RUNNING', 'DONE', 'DECLINED'] as const),
    cancelsBooking: p.boolean(),
    currency: money.currency(),
    amountMinor: money.minor(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

/** A row of `refund_tickets`: a ticket in its refund. */
export const RefundTicketEntity = defineEntity({
  name: 'RefundTicket',
  tableName: 'refund_tickets',
  properties: {
    ticketId: p.uuid().primary(),
    refundId: p.uuid(),
    refundedMinor: money.minor(),
  },
});

export const ticketsEntities = [
  BookingEntity,
  BookingItemEntity,
  TicketEntity,
  RefundEntity,
  RefundTicketEntity,
];
