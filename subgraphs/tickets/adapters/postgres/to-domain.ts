import type { InferEntity } from '@mikro-orm/core';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { BookingEntity, BookingItemEntity, TicketEntity } from './entities.ts';

export type BookingRow = InferEntity<typeof BookingEntity>;
export type BookingItemRow = InferEntity<typeof BookingItemEntity>;
export type TicketRow = InferEntity<typeof TicketEntity>;
type PlaceColumn =
  | 'position'
  | 'seatId'
  | 'sectionId'
  | 'priceZoneId'
  | 'currency'
  | 'priceMinor'
  | 'paidMinor';

/** A booking as its row tells it. */
export function toBooking(row: BookingRow): Booking {
  return {
    id: asId(row.id),
    userId: asId(row.userId),
    event: {
      eventId: asId(row.eventId),
      title: row.eventTitle,
      organizerId: asId(row.organizerId),
      startsAt: row.startsAt,
      currency: row.currency,
      refundTiers: row.refundTiers,
    },
    status: row.status,
    cancellationReason: row.cancellationReason ?? null,
    expiresAt: row.expiresAt,
    subtotal: money(row.subtotalMinor, row.currency),
    discount: money(row.discountMinor, row.currency),
    paymentId: row.paymentId ? asId(row.paymentId) : null,
    createdAt: row.createdAt,
  };
}

/** A place of a booking as its row, or its ticket's row, tells it. */
export function toPlace(row: Pick<BookingItemRow, PlaceColumn>): BookedPlace {
  return {
    position: row.position,
    seatId: row.seatId ? asId(row.seatId) : null,
    sectionId: asId(row.sectionId),
    priceZoneId: asId(row.priceZoneId),
    price: money(row.priceMinor, row.currency),
    paid: money(row.paidMinor, row.currency),
  };
}

/** A ticket as its row tells it. */
export function toTicket(row: TicketRow): Ticket {
  return {
    ...toPlace(row),
    id: asId(row.id),
    bookingId: asId(row.bookingId),
    eventId: asId(row.eventId),
    status: row.status,
    code: row.code,
  };
}

/** The database's uuid columns hold nothing but identifiers. */
function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}
