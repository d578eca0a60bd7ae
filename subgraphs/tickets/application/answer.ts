import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Booking } from '../domain/booking.ts';

/** What a mutation answers: the booking in its present state, and why the request was not granted (null: it was). */
export interface Answer {
  readonly booking: Booking | null;
  readonly rejection: Rejection | null;
  /** What a refund gives back; null when there was none. */
  readonly refunded: Money | null;
}

export function refused(rejection: Rejection, booking: Booking | null = null): Answer {
  return { booking, rejection, refunded: null };
}
