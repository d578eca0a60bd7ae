import { blockBuyer, unblockBuyer } from './application/block-buyer.ts';
import { cancelBooking } from './application/cancel-booking.ts';
import { createBooking } from './application/create-booking.ts';
import type { Dependencies } from './application/dependencies.ts';
import { beginEventDate, followEventDate, tellMovedBookings } from './application/follow-event-dates.ts';
import { payBooking } from './application/pay-booking.ts';
import type { BookingChanges, BookingReads } from './application/ports/storage.ts';
import { refundTickets } from './application/refund-tickets.ts';
import { watchBooking } from './application/watch-booking.ts';

/**
 * Everything that the tickets subgraph does.
 *
 * Two sagas carry what takes more than one subgraph: a booking from hold to tickets (domain/booking-saga.ts,
 * application/booking-steps.ts, application/store-booking-progress.ts) and a refund (domain/refund-saga.ts,
 * application/refund-steps.ts, application/store-refund-progress.ts).
 */
export function ticketsApplication(
  deps: Dependencies & { readonly reads: BookingReads; readonly changes: BookingChanges },
) {
  return {
    // commands
    createBooking: createBooking(deps),
    payBooking: payBooking(deps),
    cancelBooking: cancelBooking(deps),
    refundTickets: refundTickets(deps),
    // on facts
    blockBuyer: blockBuyer(deps),
    unblockBuyer: unblockBuyer(deps),
    beginEventDate: beginEventDate(deps),
    followEventDate: followEventDate(deps),
    // by itself
    tellMovedBookings: tellMovedBookings(deps),
    // queries beyond looking up by identifier (application/read-bookings.ts)
    watchBooking: watchBooking(deps),
  };
}

export type Application = ReturnType<typeof ticketsApplication>;
