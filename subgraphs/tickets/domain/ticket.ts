import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { BookedPlace, Booking } from './booking.ts';

export const ticketStatuses = ['VALID', 'REFUNDING', 'REFUNDED'] as const;
/** VALID lets its bearer in; REFUNDING is being given back and lets nobody in; REFUNDED was given back. */
export type TicketStatus = (typeof ticketStatuses)[number];

/** The right to enter, for one place of a booking. */
export interface Ticket extends BookedPlace {
  readonly id: TicketId;
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly status: TicketStatus;
  /** Signed text for the door. */
  readonly code: string;
  /** When it let somebody in, and who saw to it; null while it has not. */
  readonly checkedIn: { readonly at: Date; readonly by: UserId } | null;
}

/** The tickets of a paid booking: one a place, all valid. `sign` makes the code for the door. */
export function issueTickets(
  booking: Pick<Booking, 'id' | 'event'>,
  places: readonly BookedPlace[],
  sign: (claim: { ticketId: TicketId; eventId: EventId }) => string,
): Ticket[] {
  const { eventId } = booking.event;
  return places.map((place) => {
    const id = newId<'Ticket'>();
    return {
      ...place,
      id,
      bookingId: booking.id,
      eventId,
      status: 'VALID',
      checkedIn: null,
      code: sign({ ticketId: id, eventId }),
    };
  });
}
