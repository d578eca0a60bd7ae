import type { PaymentId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Ledger, StatementLine } from '../../application/ports.ts';
import { balanceChange, type Transfer, type TransferId } from '../../domain/transfer.ts';
import { TransferRow } from './entities.ts';

interface LineColumns {
  readonly id: TransferId;
  readonly kind: StatementLine['kind'];
  readonly status: StatementLine['status'];
  readonly change_minor: string;
  readonly currency: CurrencyCode;
  readonly created_at: Date;
  readonly payment_id: PaymentId | null;
}

/** SQL, because money moves in one statement while its wallet is locked, and a line is made of two transfers. */
export const statements = {
  // Transfer, entries and balances at once; the deferred triggers look at the whole when the transaction commits.
  record: statement<{ id: string }>(
    `with transfer as (
       insert into transfers (id, kind, state, wallet_id, amount_minor, currency, payment_id, resolves,
                              refund_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ), entry as (
       insert into entries (transfer_id, account, amount_minor, currency)
       select $1, account, minor, $6 from unnest($11::text[], $12::bigint[]) as side (account, minor)
     )
     update wallets set available_minor = available_minor + $13::bigint, pending_minor = pending_minor + $14::bigint
     where id = $4 returning id`,
  ),

  // A line is a transfer that ends no other one; its status is that of the transfer that ended it.
  walletStatement: statement<LineColumns>(
    `select line.id, case line.kind when 'AUTHORIZATION' then 'PAYMENT' else line.kind end as kind,
            coalesce(ended.state, line.state) as status,
            case line.kind when 'AUTHORIZATION' then -line.amount_minor else line.amount_minor end as change_minor,
            line.currency, line.created_at, line.payment_id
     from transfers line left join transfers ended on ended.resolves = line.id
     where line.wallet_id = $1 and line.resolves is null and line.id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
     order by line.id desc limit $2`,
  ),
};

/** The ledger in PostgreSQL. */
export function createPostgresLedger(database: Database): Ledger {
  return {
    async record(tx, transfer) {
      const { available, pending } = balanceChange(transfer);
      const moved = await tx.sql(statements.record, [
        transfer.id,
        transfer.kind,
        transfer.state,
        transfer.walletId,
        transfer.amount.minor,
        transfer.amount.currency,
        ...referencesOf(transfer),
        transfer.createdAt,
        transfer.entries.map((entry) => entry.account),
        transfer.entries.map((entry) => entry.minor),
        available,
        pending,
      ]);
      if (moved.length !== 1) throw new Error(`expected wallet ${transfer.walletId} to be there, got none`);
    },

    async findRefund(tx, refundId) {
      const row = await tx.em.findOne(TransferRow, { refundId });
      if (!row?.payment) return null;
      return { paymentId: row.payment.id, amount: money(row.amountMinor, row.currency) };
    },

    async walletStatement(walletId, { limit, after }) {
      const lines = await database.sql(statements.walletStatement, [walletId, limit, after]);
      return lines.map((line) => ({
        id: line.id,
        kind: line.kind,
        status: line.status,
        amount: money(BigInt(line.change_minor), line.currency),
        createdAt: line.created_at,
        paymentId: line.payment_id,
      }));
    },
  };
}

/** payment_id, resolves and refund_id, where this kind of transfer has them. */
function referencesOf(transfer: Transfer): (string | null)[] {
  switch (transfer.kind) {
    case 'TOP_UP':
      return [null, null, null];
    case 'AUTHORIZATION':
      return [transfer.paymentId, null, null];
    case 'CAPTURE':
    case 'VOID':
      return [transfer.paymentId, transfer.resolves, null];
    case 'REFUND':
      return [transfer.paymentId, null, transfer.refundId];
  }
}
