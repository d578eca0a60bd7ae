import type { Id } from '@parterre/platform/kernel/ids.ts';

/** What identifiers of Parterre identify. Made and checked by `platform/kernel/ids.ts`. */
export type UserId = Id<'User'>;
export type VenueId = Id<'Venue'>;
export type HallId = Id<'Hall'>;
export type SeatingPlanId = Id<'SeatingPlan'>;
export type SectionId = Id<'Section'>;
export type SeatId = Id<'Seat'>;
export type PriceZoneId = Id<'PriceZone'>;
export type TicketTypeId = Id<'TicketType'>;
export type ArtistId = Id<'Artist'>;
export type EventId = Id<'Event'>;
export type EventSeriesId = Id<'EventSeries'>;
export type BookingId = Id<'Booking'>;
export type TicketId = Id<'Ticket'>;
export type RefundId = Id<'Refund'>;
export type PaymentId = Id<'Payment'>;
export type WalletId = Id<'Wallet'>;
export type NotificationId = Id<'Notification'>;
