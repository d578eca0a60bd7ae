import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { EventCancellation } from '../../domain/event-cancellation.ts';
import type { Ticket } from '../../domain/ticket.ts';

// What stands behind the types of the schema.
export type BookingMapper = Booking;
export type BookingItemMapper = Pick<BookedPlace, 'seatId' | 'sectionId' | 'ticketTypeId' | 'price'> & {
  readonly eventId: EventId;
};
export type TicketMapper = Ticket;
export type EventCancellationMapper = EventCancellation;
export type UserMapper = { readonly id: Id<'User'> };
