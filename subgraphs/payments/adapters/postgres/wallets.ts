import type { UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Wallets } from '../../application/ports.ts';
import { availableOf, cashIn, pendingOf, sales, walletIdOf } from '../../domain/account.ts';
import { WalletRow } from './entities.ts';

interface WalletColumns {
  readonly id: WalletId;
  readonly user_id: UserId;
  readonly currency: CurrencyCode;
  readonly available_minor: string;
  readonly pending_minor: string;
  readonly frozen_at: Date | null;
}

/** SQL, because a wallet is opened together with its accounts and those that the server has in its currency, once, and every booking locks its payer's. */
export const statements = {
  open: statement(
    `with server as (
       insert into accounts (code, kind, currency) values ($7, 'CASH_IN', $3), ($8, 'SALES', $3) on conflict do nothing
     ), opened as (
       insert into wallets (id, user_id, currency, opened_at) values ($1, $2, $3, $4)
       on conflict do nothing returning id, currency
     )
     insert into accounts (code, kind, wallet_id, currency)
     select account.code, account.kind, opened.id, opened.currency
     from opened, (values ($5, 'AVAILABLE'), ($6, 'PENDING')) as account (code, kind)`,
  ),

  lock: statement<WalletColumns>(
    `select id, user_id, currency, available_minor, pending_minor, frozen_at
     from wallets where user_id = $1 for no key update`,
  ),
};

/** Wallets in PostgreSQL. */
export function createPostgresWallets(database: Database): Wallets {
  return {
    async open(tx, userId, currency, now) {
      const id = walletIdOf(userId);
      const accounts = [availableOf(id), pendingOf(id), cashIn(currency), sales(currency)];
      await tx.sql(statements.open, [id, userId, currency, now, ...accounts]);
    },

    async lock(tx, userId) {
      const [row] = await tx.sql(statements.lock, [userId]);
      if (!row) return null;
      return {
        id: row.id,
        userId: row.user_id,
        currency: row.currency,
        availableMinor: BigInt(row.available_minor),
        pendingMinor: BigInt(row.pending_minor),
        isFrozen: row.frozen_at !== null,
      };
    },

    async freeze(tx, userId, since) {
      await tx.em.nativeUpdate(WalletRow, { userId }, { frozenAt: since });
    },

    async findOf(userIds) {
      const rows = await database.em().find(WalletRow, { userId: { $in: [...userIds] } });
      return rows.map(({ id, userId, currency, availableMinor, pendingMinor, frozenAt }) => ({
        id,
        userId,
        currency,
        availableMinor,
        pendingMinor,
        isFrozen: frozenAt !== null,
      }));
    },
  };
}
