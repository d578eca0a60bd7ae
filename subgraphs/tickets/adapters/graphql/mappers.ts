import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import type { OwnedTicket } from '../../application/ports/storage.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { EventCancellation } from '../../domain/event-cancellation.ts';
import type { Ticket } from '../../domain/ticket.ts';

// What stands behind the types of the schema.
export type BookingMapper = Booking;
export type BookingItemMapper = Pick<BookedPlace, 'seatId' | 'sectionId' | 'ticketTypeId' | 'price'> & {
  readonly eventId: EventId;
};
export type TicketMapper = Ticket;
/** With whose it is. */
export type EventTicketMapper = OwnedTicket;
export type EventBookingMapper = Booking;
export type EventMapper = { readonly id: EventId };
export type EventCancellationMapper = EventCancellation;
/** Named only as the buyer of a booking that its reader was found to run the event of. */
export type UserMapper = { readonly id: Id<'User'>; readonly isBuyerShown?: true };

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
