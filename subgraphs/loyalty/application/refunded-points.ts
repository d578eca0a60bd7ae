import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { inProportion } from '../domain/earning.ts';
import { type RefundedDiscount, splitRefund } from '../domain/reservation.ts';
import type { Dependencies } from './dependencies.ts';

export interface RefundToCome extends RefundedDiscount {
  readonly bookingId: BookingId;
  /** The share of what was paid that the refund policy gives back. */
  readonly percent: number;
}

/** How many of the points that had paid for tickets would come back with them, by the function that gives them back. */
export async function refundedPoints(
  { database, reservations }: Dependencies,
  { bookingId, percent, ...discount }: RefundToCome,
): Promise<number> {
  const reservation = await database.transaction((tx) => reservations.find(tx, bookingId));
  if (reservation?.state !== 'COMMITTED') return 0;
  return inProportion(splitRefund(reservation, discount).points, percent);
}
