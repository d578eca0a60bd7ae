import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import type { Payments } from '../../application/ports.ts';
import type { Payment } from '../../domain/payment.ts';
import { PaymentRow } from './entities.ts';
import { type PaymentColumns, readPayment, readSummary } from './payment-row.ts';

/** Payments in PostgreSQL. */
export function postgresPayments(database: Database): Payments {
  return {
    async find(tx, bookingId, attempt) {
      return findWhere(tx, 'p.booking_id = $1 and p.attempt = $2', [bookingId, attempt]);
    },

    async findCaptured(tx, bookingId) {
      const payment = await findWhere(tx, `p.booking_id = $1 and p.status = 'CAPTURED'`, [bookingId]);
      return payment?.status === 'CAPTURED' ? payment : null;
    },

    async insert(tx, payment) {
      const refusal = payment.status === 'DECLINED' ? payment.refusal : null;
      const inserted = await tx.sql(
        `insert into payments (id, booking_id, attempt, user_id, status, amount_minor, currency,
                               decline_code, decline_message, decline_field, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
        [
          payment.id,
          payment.bookingId,
          payment.attempt,
          payment.userId,
          payment.status,
          payment.amount?.minor,
          payment.amount?.currency,
          refusal?.code,
          refusal?.message,
          refusal?.field,
          payment.createdAt,
        ],
      );
      return inserted.length === 1;
    },

    async resolve(tx, paymentId, status) {
      const resolved = await tx.sql(
        `update payments set status = $2 where id = $1 and status = 'AUTHORIZED' returning id`,
        [paymentId, status],
      );
      if (resolved.length !== 1) throw new Error(`expected payment ${paymentId} to be authorized`);
    },

    async addRefund(tx, paymentId, minor) {
      await tx.sql(
        `update payments set refunded_minor = refunded_minor + $2 where id = $1 and status = 'CAPTURED'`,
        [paymentId, minor],
      );
    },

    async summaries(paymentIds) {
      const rows = await database.em().find(PaymentRow, {
        id: { $in: [...paymentIds] },
        amountMinor: { $ne: null },
      });
      return rows.map(readSummary);
    },
  };
}

async function findWhere(
  tx: Transaction,
  condition: string,
  params: readonly (string | number)[],
): Promise<Payment | null> {
  const [row] = await tx.sql<PaymentColumns>(
    `select p.*, (select id from transfers t where t.payment_id = p.id and t.kind = 'AUTHORIZATION') as authorization_id
     from payments p where ${condition}`,
    params,
  );
  return row ? readPayment(row) : null;
}
