import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Booking, hasLiveTickets } from './booking.ts';
import type { BookingPhase } from './booking-saga.ts';

// What becomes of a request that meets a booking: decided with the booking's row locked, so that of a payment,
// a cancellation, an expiry and a refund at the same moment one comes first and the others meet its result.

/** Where the booking's saga stands; null when it has long come to its end and was pruned. */
type KnownPhase = BookingPhase | null;

/** The booking is between two rests; the request is decided when it has come to the next one. */
export type Later = 'later';

/** Whether a payment begins now, or the time to pay is found to be over. */
export function decidePayment(
  booking: Booking,
  phase: KnownPhase,
  now: Date,
): 'pay' | 'expire' | Later | Rejection<'ALREADY_PAID' | 'BOOKING_EXPIRED' | 'BOOKING_ENDED'> {
  switch (booking.status) {
    case 'AWAITING_PAYMENT':
      if (phase?.name !== 'awaiting') return 'later';
      return now < booking.expiresAt ? 'pay' : 'expire';
    case 'CONFIRMED':
    case 'PARTIALLY_REFUNDED':
      return reject('ALREADY_PAID', 'the booking is paid already; no more money was taken');
    case 'EXPIRED':
      return reject('BOOKING_EXPIRED', 'the hold ran out before the payment landed; no money was taken');
    case 'CANCELLED':
    case 'REFUNDED':
      return reject('BOOKING_ENDED', `the booking is ${booking.status}; no money was taken; book again`);
    default:
      return exhaustive(booking.status);
  }
}

/** Whether a cancellation gives the seats back unpaid, or the tickets by refund. */
export function decideCancellation(
  booking: Booking,
  phase: KnownPhase,
): 'compensate' | 'refund' | Later | Rejection<'BOOKING_ENDED'> {
  if (booking.status === 'AWAITING_PAYMENT') return phase?.name === 'awaiting' ? 'compensate' : 'later';
  if (hasLiveTickets(booking.status)) return 'refund';
  return reject('BOOKING_ENDED', `the booking is ${booking.status} already; there is nothing to cancel`);
}
