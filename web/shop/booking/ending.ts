import type { BookingStatus, CancellationReason } from '../../graphql/generated/graphql.ts';

/** What became of a booking whose tickets let nobody in. */
export type Ending =
  | 'not paid in time'
  | 'released'
  | 'declined'
  | 'account blocked'
  | 'event cancelled unpaid'
  | 'event cancelled and refunded'
  | 'given back';

/**
 * By the status before the reason: one reason can end a booking before it was paid and after, and whoever gave all
 * tickets back has no reason of a cancellation.
 */
export function endingOf({
  status,
  cancellationReason,
}: {
  readonly status: BookingStatus;
  readonly cancellationReason: CancellationReason | null;
}): Ending {
  if (status === 'REFUNDED') {
    return cancellationReason === 'EVENT_CANCELLED' ? 'event cancelled and refunded' : 'given back';
  }
  if (status === 'EXPIRED') return 'not paid in time';
  switch (cancellationReason) {
    case 'EXPIRED':
      return 'not paid in time';
    case 'PAYMENT_DECLINED':
      return 'declined';
    case 'EVENT_CANCELLED':
      return 'event cancelled unpaid';
    case 'USER_BLOCKED':
      return 'account blocked';
    case 'BY_BUYER':
    case null:
      return 'released';
  }
}
