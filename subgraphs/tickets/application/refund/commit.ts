import { fact } from '@parterre/contracts/facts/fact.ts';
import { TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { RefundSaga } from '../../domain/refund-saga.ts';
import { bookingDetails, ticketDetails } from '../booking/commit.ts';
import type { SagaDependencies } from '../dependencies.ts';

/** Writes down the end of a refund, in the transaction that stores the saga. */
export async function commitRefund(
  deps: SagaDependencies,
  tx: Transaction,
  _before: RefundSaga,
  after: RefundSaga,
): Promise<void> {
  const { refundId, bookingId, pendingResponse, phase } = after;
  if (phase.name === 'refunded') {
    await finish(deps, tx, after);
    if (pendingResponse)
      await deps.keys.complete(tx, pendingResponse, { bookingId, rejection: null, refunded: after.amount });
  }
  if (phase.name === 'declined') {
    await deps.bookings.lock(tx, bookingId);
    await deps.refunds.decline(tx, refundId);
    if (pendingResponse)
      await deps.keys.complete(tx, pendingResponse, {
        bookingId,
        rejection: phase.rejection,
        refunded: null,
      });
  }
}

async function finish({ bookings, refunds, clock }: SagaDependencies, tx: Transaction, saga: RefundSaga) {
  const { bookingId, refundId } = saga;
  const booking = await bookings.lock(tx, bookingId);
  if (!booking) throw new Error(`expected booking ${bookingId} of refund ${refundId} to exist`);
  const { reason } = await refunds.finish(tx, refundId);
  const refund = await refunds.read(tx, refundId);
  const tickets = await bookings.ticketsOf(tx, bookingId);
  // One that is being refunded still counts as remaining: of two refunds at once the later one is the last.
  const remaining = tickets.filter((ticket) => ticket.status !== 'REFUNDED').length;
  const isWhole = remaining === 0;
  await bookings.changeStatus(
    tx,
    bookingId,
    isWhole ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    isWhole ? reason : null,
  );
  const refunded = new Map(refund.tickets.map((each) => [each.ticketId, toDecimal(each.refunded)]));
  await tx.publish(
    fact(
      TicketsRefunded,
      {
        ...bookingDetails(booking),
        refundId,
        refunded: saga.amount,
        percent: saga.percent ?? 100,
        tickets: tickets.flatMap((ticket) => {
          const back = refunded.get(ticket.id);
          return back ? [{ ...ticketDetails(ticket), refunded: back }] : [];
        }),
        remainingTickets: remaining,
      },
      clock.now(),
    ),
  );
}
