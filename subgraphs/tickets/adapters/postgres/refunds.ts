import { money } from '@parterre/contracts/kernel/money.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Refunds } from '../../application/ports/storage.ts';
import type { TicketStatus } from '../../domain/ticket.ts';
import { RefundEntity, RefundTicketEntity, TicketEntity } from './entities.ts';

/** Refunds in the subgraph's database. */
export const refundsInPostgres: Refunds = {
  async begin(tx, bookingId, { id, amount, tickets }, cancelsBooking) {
    if (await tx.em.count(RefundEntity, { id })) return 'known';
    await tx.em.insertMany(RefundEntity, [
      {
        id,
        bookingId,
        status: 'RUNNING',
        cancelsBooking,
        currency: amount.currency,
        amountMinor: amount.minor,
        createdAt: new Date(),
      },
    ]);
    await tx.em.insertMany(
      RefundTicketEntity,
      tickets.map(({ ticketId, refunded }) => ({ ticketId, refundId: id, refundedMinor: refunded.minor })),
    );
    await changeTickets(
      tx,
      tickets.map(({ ticketId }) => ticketId),
      'VALID',
      'REFUNDING',
    );
    return 'begun';
  },

  async read(tx, id) {
    const refund = await tx.em.findOneOrFail(RefundEntity, { id }, { disableIdentityMap: true });
    const tickets = await tx.em.find(RefundTicketEntity, { refundId: id }, { disableIdentityMap: true });
    return {
      id,
      amount: money(refund.amountMinor, refund.currency),
      tickets: tickets.map((ticket) => ({
        ticketId: ticket.ticketId as Id<'Ticket'>,
        refunded: money(ticket.refundedMinor, refund.currency),
      })),
    };
  },

  async finish(tx, id) {
    await tx.em.nativeUpdate(RefundEntity, { id }, { status: 'DONE' });
    await changeTickets(tx, await ticketIdsOf(tx, id), 'REFUNDING', 'REFUNDED');
    const { bookingId } = await tx.em.findOneOrFail(RefundEntity, { id }, { disableIdentityMap: true });
    const cancellations = await tx.em.count(RefundEntity, {
      bookingId,
      status: 'DONE',
      cancelsBooking: true,
    });
    return { isCancellation: cancellations > 0 };
  },

  async decline(tx, id) {
    await tx.em.nativeUpdate(RefundEntity, { id }, { status: 'DECLINED' });
    await changeTickets(tx, await ticketIdsOf(tx, id), 'REFUNDING', 'VALID');
    // The tickets may be refunded another time, so they are in no refund any more.
    await tx.em.nativeDelete(RefundTicketEntity, { refundId: id });
  },
};

async function ticketIdsOf(tx: Transaction, refundId: string): Promise<string[]> {
  const rows = await tx.em.find(RefundTicketEntity, { refundId }, { disableIdentityMap: true });
  return rows.map(({ ticketId }) => ticketId);
}

/** Throws, and so rolls back, when a ticket is not in the state that it is to leave: a bug, caught here. */
async function changeTickets(
  tx: Transaction,
  ids: readonly string[],
  from: TicketStatus,
  to: TicketStatus,
): Promise<void> {
  const changed = await tx.em.nativeUpdate(
    TicketEntity,
    { id: { $in: [...ids] }, status: from },
    { status: to },
  );
  if (changed !== ids.length)
    throw new Error(`expected ${ids.length} tickets that are ${from}, got ${changed}`);
}
