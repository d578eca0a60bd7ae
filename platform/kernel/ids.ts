import { createHash } from 'node:crypto';
import { v7, validate } from 'uuid';

/** A UUID that says what it identifies: a `UserId` does not pass for a `BookingId`. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type UserId = Id<'User'>;
export type VenueId = Id<'Venue'>;
export type HallId = Id<'Hall'>;
export type SeatingPlanId = Id<'SeatingPlan'>;
export type SectionId = Id<'Section'>;
export type SeatId = Id<'Seat'>;
export type PriceZoneId = Id<'PriceZone'>;
export type ArtistId = Id<'Artist'>;
export type EventId = Id<'Event'>;
export type BookingId = Id<'Booking'>;
export type TicketId = Id<'Ticket'>;
export type RefundId = Id<'Refund'>;
export type PaymentId = Id<'Payment'>;
export type WalletId = Id<'Wallet'>;
export type FactId = Id<'Fact'>;
export type NotificationId = Id<'Notification'>;

/** A new time-ordered identifier (UUIDv7). */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>;
}

/**
 * The same identifier for the same parts, every time (UUIDv8 from SHA-256). Used where a retry must name
 * the thing that its first try may already have made.
 */
export function deterministicId<Kind extends string>(...parts: readonly string[]): Id<Kind> {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as Id<Kind>;
}

/** Whether a text from outside can be an identifier at all. Ask before handing it to the database. */
export function isId<Kind extends string>(text: string): text is Id<Kind> {
  return validate(text);
}
