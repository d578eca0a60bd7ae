import type {
  BookingId,
  EventId,
  HallId,
  PaymentId,
  TicketId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import type { BookedPlace, Booking, Place } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** Minor units: MikroORM reads a bigint as such, plain SQL as text. */
type Minor = bigint | string;

/** The columns of a booking, whoever read them. */
export interface BookingColumns extends Pick<Booking, 'status' | 'expiresAt' | 'createdAt'> {
  readonly id: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly organizerId: UserId;
  readonly startsAt: Date;
  readonly hallId?: HallId | null | undefined;
  readonly refundTiers: readonly RefundTier[];
  readonly cancellationReason?: Booking['cancellationReason'] | undefined;
  readonly currency: CurrencyCode;
  readonly subtotalMinor: Minor;
  readonly discountMinor: Minor;
  readonly paymentId?: PaymentId | null | undefined;
}

/** The columns of a place, in the row of a booking's item or of its ticket. */
export interface PlaceColumns extends Pick<Place, 'sectionId' | 'priceZoneId'> {
  readonly position: number;
  readonly seatId?: Place['seatId'] | undefined;
  readonly ticketTypeId?: Place['ticketTypeId'] | undefined;
  readonly currency: CurrencyCode;
  readonly priceMinor: Minor;
  readonly paidMinor: Minor;
  readonly pointsMinor?: Minor | null | undefined;
}

export interface TicketColumns extends PlaceColumns, Pick<Ticket, 'status' | 'code'> {
  readonly checkedInAt?: Date | null | undefined;
  readonly checkedInBy?: UserId | null | undefined;
  readonly id: TicketId;
  readonly booking: { readonly id: BookingId };
  readonly eventId: EventId;
}

export function toBooking(row: BookingColumns): Booking {
  return {
    id: row.id,
    userId: row.userId,
    event: {
      eventId: row.eventId,
      title: row.eventTitle,
      organizerId: row.organizerId,
      startsAt: row.startsAt,
      hallId: row.hallId ?? null,
      currency: row.currency,
      refundTiers: row.refundTiers,
    },
    status: row.status,
    cancellationReason: row.cancellationReason ?? null,
    expiresAt: row.expiresAt,
    subtotal: money(BigInt(row.subtotalMinor), row.currency),
    discount: money(BigInt(row.discountMinor), row.currency),
    paymentId: row.paymentId ?? null,
    createdAt: row.createdAt,
  };
}

export function toPlace(row: PlaceColumns): BookedPlace {
  return {
    position: row.position,
    seatId: row.seatId ?? null,
    sectionId: row.sectionId,
    priceZoneId: row.priceZoneId,
    ticketTypeId: row.ticketTypeId ?? null,
    price: money(BigInt(row.priceMinor), row.currency),
    paid: money(BigInt(row.paidMinor), row.currency),
    points: row.pointsMinor == null ? null : money(BigInt(row.pointsMinor), row.currency),
  };
}

export function toTicket(row: TicketColumns): Ticket {
  return {
    ...toPlace(row),
    id: row.id,
    bookingId: row.booking.id,
    eventId: row.eventId,
    status: row.status,
    code: row.code,
    checkedIn: row.checkedInAt && row.checkedInBy ? { at: row.checkedInAt, by: row.checkedInBy } : null,
  };
}
