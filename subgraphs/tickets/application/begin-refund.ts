import type { SectionId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Booking } from '../domain/booking.ts';
import type { PendingResponse } from '../domain/pending-response.ts';
import type { Refund } from '../domain/refund.ts';
import { firstRefundPhase, type RefundSaga } from '../domain/refund-saga.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Dependencies } from './dependencies.ts';
import type { Decided } from './with-booking.ts';

/** Begins the saga of a planned refund; its tickets let nobody in from then on. */
export function beginRefund(
  { refunds, refundSagas }: Dependencies,
  tx: Transaction,
  booking: Booking,
  tickets: readonly Ticket[],
  refund: Refund,
  owes: PendingResponse,
): Decided {
  return {
    kind: 'begin',
    async change() {
      const cancelsBooking = owes.operation === 'cancelBooking';
      // A refund is named after its key. The key was pruned, the refund is kept for good: it is not begun twice.
      if ((await refunds.begin(tx, booking.id, refund, cancelsBooking)) === 'known') return comeToItsEnd();
      await refundSagas.begin(tx, refund.id, sagaOf(booking, tickets, refund, owes));
      return null;
    },
    run: () => refundSagas.run(refund.id),
  };
}

function comeToItsEnd(): Rejection<'REFUND_DECLINED'> {
  const message =
    'the refund of this key has come to its end before; the tickets stay valid, ask again with a new key';
  return reject('REFUND_DECLINED', message);
}

function sagaOf(
  booking: Booking,
  tickets: readonly Ticket[],
  refund: Refund,
  owes: PendingResponse,
): RefundSaga {
  const chosen = new Set(refund.tickets.map(({ ticketId }) => ticketId));
  const places = tickets.filter((ticket) => chosen.has(ticket.id));
  const standing = new Map<SectionId, number>();
  for (const { seatId, sectionId } of places) {
    if (seatId === null) standing.set(sectionId, (standing.get(sectionId) ?? 0) + 1);
  }
  const amount = toDecimal(refund.amount);
  return {
    refundId: refund.id,
    bookingId: booking.id,
    eventId: booking.event.eventId,
    amount,
    percent: refund.percent,
    seatIds: places.flatMap(({ seatId }) => seatId ?? []),
    standing: [...standing].map(([sectionId, quantity]) => ({ sectionId, quantity })),
    owes,
    phase: firstRefundPhase(amount),
  };
}
