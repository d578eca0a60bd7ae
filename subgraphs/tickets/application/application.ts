import { bindAll } from '@parterre/platform/service/use-case.ts';
import { blockBuyer, unblockBuyer } from './block-buyer.ts';
import { cancelBooking } from './cancel-booking.ts';
import { beginEventCancellation, refundCancelledEvents, tellCancelledBuyers } from './cancel-event.ts';
import { checkInTicket } from './check-in-ticket.ts';
import { createBooking } from './create-booking.ts';
import type { Dependencies } from './dependencies.ts';
import {
  beginEventDate,
  findLateBookings,
  followEventDate,
  publishMovedBookings,
} from './follow-event-dates.ts';
import { beginEventText, followEventText, publishChangedBookings } from './follow-event-texts.ts';
import { payBooking } from './pay-booking.ts';
import { presentPlaces } from './present-places.ts';
import { printBooking, printTickets } from './print-tickets.ts';
import { quoteRefund } from './quote-refund.ts';
import { visibleBookings, visibleTickets, watchBooking } from './read-bookings.ts';
import { visibleCancellation, watchCancellation } from './read-cancellations.ts';
import { refundTickets } from './refund-tickets.ts';
import { searchBookings } from './search-bookings.ts';

/**
 * What the tickets subgraph does, what it knows, and what can be watched.
 *
 * Two sagas carry what takes more than one subgraph: a booking from hold to tickets (domain/booking-saga.ts, booking/)
 * and a refund (domain/refund-saga.ts, refund/). A cancelled event ends all its bookings by them (cancel-event.ts).
 */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // asked by buyers, once for each key
      createBooking,
      payBooking,
      cancelBooking,
      refundTickets,
      // asked at the door
      checkInTicket,
      // on facts
      blockBuyer,
      unblockBuyer,
      beginEventDate,
      followEventDate,
      beginEventText,
      followEventText,
      beginEventCancellation,
      // as events are moved, changed and cancelled
      publishMovedBookings,
      findLateBookings,
      publishChangedBookings,
      tellCancelledBuyers,
      refundCancelledEvents,
    }),
    queries: {
      ...bindAll(deps, {
        visibleBookings,
        visibleTickets,
        visibleCancellation,
        presentPlaces,
        printTickets,
        printBooking,
        quoteRefund,
        searchBookings,
      }),
      // of a booking that the caller may see
      placesOf: deps.reads.placesOf,
      ticketsOf: deps.reads.ticketsOf,
      eventsNow: deps.reads.eventsNow,
      pagesOf: deps.reads.pagesOf,
      // of an event that the caller runs
      nicknamesOf: deps.buyers.nicknames,
      organizersOf: deps.eventBookings.organizersOf,
      attendees: deps.eventBookings.attendees,
      attendance: deps.eventBookings.attendance,
      bookings: deps.reads.bookings,
      // of any ticket
      ticketKeys: () => deps.ticketCodes.keys,
      qrCode: deps.printer.qrCode,
    },
    watches: bindAll(deps, { watchBooking, watchCancellation }),
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
