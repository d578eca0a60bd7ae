import type {
  BookingId,
  EventId,
  RefundId,
  SeatId,
  SectionId,
  TicketTypeId,
} from '@parterre/contracts/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { PendingResponse, StoredRejection } from './pending-response.ts';

/**
 * The saga of a refund. Its tickets are REFUNDING before it begins. First the money goes back, then the
 * seats: a seat that is on sale again must not belong to somebody who still waits for money. A payment
 * that cannot be given back makes the tickets valid again; nothing else happened by then. The refund of a cancelled event
 * is never declined: it is asked for until it is granted.
 *
 *   returning ──► releasing ──► refunded
 *       └──► declined
 */
export interface RefundSaga {
  readonly refundId: RefundId;
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly amount: DecimalMoney;
  /** See Refund. Absent in refunds that began before it was kept: what was paid in points went back whole. */
  readonly percent?: number;
  readonly seatIds: readonly SeatId[];
  readonly standing: readonly {
    readonly sectionId: SectionId;
    readonly quantity: number;
    readonly ticketTypeId?: TicketTypeId;
  }[];
  /** The request that is told; null for the refund of a cancelled event, which nobody asked for. */
  readonly pendingResponse: PendingResponse | null;
  readonly phase: RefundPhase;
}

export type RefundPhase =
  | { readonly name: 'returning' }
  | { readonly name: 'releasing' }
  | { readonly name: 'refunded' }
  | { readonly name: 'declined'; readonly rejection: StoredRejection };

export type RefundStep = 'refundPayment' | 'releaseSeats';

export type RefundEvent =
  | { readonly type: 'PaymentRefunded' }
  | { readonly type: 'RefundDeclined'; readonly message: string }
  | { readonly type: 'SeatsReleased' };

/** The phase that a refund begins in: nothing to pay back means that only the seats go back. */
export function firstRefundPhase(amount: DecimalMoney): RefundPhase {
  return { name: Number(amount.amount) === 0 ? 'releasing' : 'returning' };
}

/** What comes next; null when the saga has come to its end. */
export function nextRefundStep(saga: RefundSaga): RefundStep | null {
  switch (saga.phase.name) {
    case 'returning':
      return 'refundPayment';
    case 'releasing':
      return 'releaseSeats';
    case 'refunded':
    case 'declined':
      return null;
    default:
      return exhaustive(saga.phase);
  }
}

/** The saga after an event. Throws on an event that its phase cannot meet: a bug. */
export function evolveRefund(saga: RefundSaga, event: RefundEvent): RefundSaga {
  const { name } = saga.phase;
  if (name === 'returning' && event.type === 'PaymentRefunded') {
    return { ...saga, phase: { name: 'releasing' } };
  }
  if (name === 'returning' && event.type === 'RefundDeclined') {
    const message = `${event.message}; the tickets stay valid`;
    return {
      ...saga,
      phase: { name: 'declined', rejection: { code: 'REFUND_DECLINED', message, field: null } },
    };
  }
  if (name === 'releasing' && event.type === 'SeatsReleased') {
    return { ...saga, phase: { name: 'refunded' } };
  }
  throw new Error(`expected no ${event.type} in phase ${name} of refund ${saga.refundId}`);
}
