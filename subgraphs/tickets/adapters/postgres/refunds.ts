import type { TicketId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Refunds } from '../../application/ports/storage.ts';
import type { Refund } from '../../domain/refund.ts';
import type { TicketStatus } from '../../domain/ticket.ts';
import { RefundRow, RefundTicketRow, TicketRow } from './entities.ts';

/** Other statements of the transaction change what is read here, so an identity map would answer with what was. */
const anew = { disableIdentityMap: true } as const;

/** Refunds in PostgreSQL. */
export function createPostgresRefunds(): Refunds {
  return {
    async begin(tx, bookingId, { id, amount, tickets }, reason) {
      if (await tx.em.count(RefundRow, { id })) return 'known';
      await tx.em.insert(RefundRow, {
        id,
        booking: bookingId,
        status: 'RUNNING',
        cancelsBooking: reason !== null,
        eventCancelled: reason === 'EVENT_CANCELLED',
        currency: amount.currency,
        amountMinor: amount.minor,
      });
      await tx.em.insertMany(
        RefundTicketRow,
        tickets.map(({ ticketId, refunded }) => ({
          ticket: ticketId,
          refund: id,
          refundedMinor: refunded.minor,
        })),
      );
      const ids = tickets.map(({ ticketId }) => ticketId);
      await changeTickets(tx, ids, { from: 'VALID', to: 'REFUNDING' });
      return 'begun';
    },

    async read(tx, id) {
      const { amountMinor, currency, tickets } = await tx.em.findOneOrFail(
        RefundRow,
        { id },
        { ...anew, populate: ['tickets'], strategy: 'joined' },
      );
      return {
        id,
        amount: money(amountMinor, currency),
        tickets: tickets.map(({ ticket, refundedMinor }) => ({
          ticketId: ticket.id,
          refunded: money(refundedMinor, currency),
        })),
      };
    },

    async finish(tx, id) {
      await tx.em.nativeUpdate(RefundRow, { id }, { status: 'DONE' });
      await changeTickets(tx, await ticketIdsOf(tx, id), { from: 'REFUNDING', to: 'REFUNDED' });
      const cancellations = await tx.em.find(
        RefundRow,
        { booking: { refunds: { id } }, status: 'DONE', cancelsBooking: true },
        anew,
      );
      if (cancellations.some(({ eventCancelled }) => eventCancelled)) return { reason: 'EVENT_CANCELLED' };
      return { reason: cancellations.length > 0 ? 'BY_BUYER' : null };
    },

    async decline(tx, id) {
      await tx.em.nativeUpdate(RefundRow, { id }, { status: 'DECLINED' });
      await changeTickets(tx, await ticketIdsOf(tx, id), { from: 'REFUNDING', to: 'VALID' });
      // The tickets may be refunded another time, so they are in no refund any more.
      await tx.em.nativeDelete(RefundTicketRow, { refund: id });
    },
  };
}

async function ticketIdsOf(tx: Transaction, refundId: Refund['id']): Promise<TicketId[]> {
  const rows = await tx.em.find(RefundTicketRow, { refund: refundId }, anew);
  return rows.map(({ ticket }) => ticket.id);
}

/** Throws, and so rolls back, when a ticket is not in the state that it is to leave: a bug, caught here. */
async function changeTickets(
  tx: Transaction,
  ids: readonly TicketId[],
  { from, to }: { readonly from: TicketStatus; readonly to: TicketStatus },
): Promise<void> {
  const changed = await tx.em.nativeUpdate(
    TicketRow,
    { id: { $in: [...ids] }, status: from },
    { status: to },
  );
  if (changed !== ids.length)
    throw new Error(`expected ${ids.length} tickets that are ${from}, got ${changed}`);
}
