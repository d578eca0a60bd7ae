import { type DecimalMoney, fromDecimal } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { type Mail, mail, oneLine } from './mail.ts';
import { amountInWords, ticketsInWords, timeInWords } from './words.ts';

/** Where an event takes place, as far as this subgraph has heard of it. */
export interface Place {
  /** IANA zone. */
  readonly timeZone: string;
  readonly hallName: string;
  readonly venueName: string;
}

/** The booking that a mail is about. */
export interface BookingOfMail {
  readonly bookingId: string;
  readonly eventTitle: string;
  readonly startsAt: Date;
  /** Null when the event has not been told of yet: then its time is given in UTC. */
  readonly place: Place | null;
}

export function bookingConfirmedMail(
  booking: BookingOfMail,
  paid: { readonly ticketCount: number; readonly discount: DecimalMoney; readonly total: DecimalMoney },
): Mail {
  const discount =
    fromDecimal(paid.discount).minor === 0n ? '' : `, after a discount of ${amountInWords(paid.discount)}`;
  return mail(
    'BOOKING_CONFIRMED',
    `Your tickets for ${booking.eventTitle}`,
    `Your booking is paid: ${ticketsInWords(paid.ticketCount)} for ${amountInWords(paid.total)}${discount}.`,
    showInWords(booking),
    `You find the tickets in your account, under booking ${booking.bookingId}. We look forward to seeing you.`,
  );
}

export type CancellationReason =
  | 'EXPIRED'
  | 'BY_BUYER'
  | 'PAYMENT_DECLINED'
  | 'EVENT_CANCELLED'
  | 'USER_BLOCKED';

export function bookingCancelledMail(booking: BookingOfMail, reason: CancellationReason): Mail {
  return mail(
    'BOOKING_CANCELLED',
    `Your booking for ${booking.eventTitle} has ended`,
    `${reasonInWords(reason)} The seats of booking ${booking.bookingId} are no longer yours, and nothing was charged.`,
    showInWords(booking),
  );
}

export function ticketsRefundedMail(
  booking: BookingOfMail,
  refund: {
    readonly ticketCount: number;
    readonly refunded: DecimalMoney;
    readonly remainingTickets: number;
  },
): Mail {
  const remaining =
    refund.remainingTickets === 0
      ? 'No ticket of this booking is left.'
      : `You keep ${ticketsInWords(refund.remainingTickets)} of this booking.`;
  return mail(
    'TICKETS_REFUNDED',
    `Your refund for ${booking.eventTitle}`,
    `Refunded: ${ticketsInWords(refund.ticketCount)} of booking ${booking.bookingId}. ${amountInWords(refund.refunded)} went back to your wallet. ${remaining}`,
    showInWords(booking),
  );
}

export function eventMovedMail(booking: BookingOfMail, previousStartsAt: Date): Mail {
  const timeZone = booking.place?.timeZone ?? null;
  return mail(
    'EVENT_MOVED',
    `${booking.eventTitle} takes place at another time`,
    `The organizer has moved an event that you have booked. It was to begin on ${timeInWords(previousStartsAt, timeZone)}. The new time is:`,
    showInWords(booking),
    `Your booking ${booking.bookingId} stands for the new time. If that does not suit you, give your tickets back before the event begins: you get everything back that you paid for them.`,
  );
}

function showInWords({ eventTitle, startsAt, place }: BookingOfMail): string {
  const lines = [oneLine(eventTitle), timeInWords(startsAt, place?.timeZone ?? null)];
  if (place) lines.push(oneLine(`${place.hallName}, ${place.venueName}`));
  return lines.join('\n');
}

function reasonInWords(reason: CancellationReason): string {
  switch (reason) {
    case 'EXPIRED':
      return 'The time to pay has run out.';
    case 'BY_BUYER':
      return 'You cancelled the booking.';
    case 'PAYMENT_DECLINED':
      return 'The payment was declined too often.';
    case 'EVENT_CANCELLED':
      return 'The organizer cancelled the event.';
    case 'USER_BLOCKED':
      return 'Your account was blocked.';
    default:
      return exhaustive(reason);
  }
}
