import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { TopUps } from '../../application/ports.ts';
import { ASK_AGAIN, firstAskAt, type ProviderPage, type TopUpId } from '../../domain/top-up.ts';
import { TopUpRow } from './entities.ts';

interface UnheardColumns {
  readonly id: TopUpId;
  readonly user_id: UserId;
  readonly amount_minor: string;
  readonly currency: CurrencyCode;
  readonly session_id: string | null;
  readonly page_url: string | null;
  readonly created_at: Date;
}

/** SQL, because several replicas take top-ups at once, each some that no other has. */
export const statements = {
  takeUnheard: statement<UnheardColumns>(
    `update top_ups set asks = asks + 1,
       -- Doubled no more than 20 times: that is beyond any bound, and keeps the product finite.
       ask_at = $2::timestamptz + least($3::float8 * 2 ^ least(asks, 20), $4::float8) * interval '1 millisecond'
     where id in (
       select id from top_ups where state = 'PENDING' and ask_at <= $2
       order by ask_at limit $1 for update skip locked
     )
     returning id, user_id, amount_minor, currency, session_id, page_url, created_at`,
  ),
};

/** Top-ups in PostgreSQL. */
export function createPostgresTopUps(database: Database): TopUps {
  return {
    async insert(tx, { id, userId, amount, state, createdAt }) {
      const { minor: amountMinor, currency } = amount;
      const askAt = firstAskAt(createdAt);
      await tx.em.insert(TopUpRow, { id, userId, amountMinor, currency, state, createdAt, askAt });
    },

    async takeUnheard(limit, now) {
      const { firstMs, mostMs } = ASK_AGAIN;
      const rows = await database.sql(statements.takeUnheard, [limit, now, firstMs, mostMs]);
      return rows.map((row) => ({
        id: row.id,
        userId: row.user_id,
        amount: money(BigInt(row.amount_minor), row.currency),
        state: 'PENDING',
        page: pageOf(row.session_id, row.page_url),
        createdAt: row.created_at,
      }));
    },

    async find(tx, topUpId) {
      // Anew each time: it is looked at before and after its wallet is locked.
      const row = await tx.em.findOne(TopUpRow, topUpId, { refresh: true });
      if (!row) return null;
      const { id, userId, state, sessionId, pageUrl, createdAt } = row;
      const page = pageOf(sessionId, pageUrl);
      return { id, userId, amount: money(row.amountMinor, row.currency), state, page, createdAt };
    },

    async keepPage(tx, topUpId, { sessionId, url }) {
      await tx.em.nativeUpdate(TopUpRow, { id: topUpId, sessionId: null }, { sessionId, pageUrl: url });
    },

    async refuse(tx, topUpId) {
      await tx.em.nativeUpdate(TopUpRow, { id: topUpId, state: 'PENDING' }, { state: 'FAILED' });
    },

    async end(tx, topUpId, end) {
      const transfer = end.state === 'PAID' ? { transfer: end.transferId } : {};
      // Who gives money back by hand does not lock the wallet.
      const open = { id: topUpId, state: { $ne: 'REFUNDED' as const } };
      const ended = await tx.em.nativeUpdate(TopUpRow, open, { state: end.state, ...transfer });
      if (ended !== 1) throw new Error(`expected top-up ${topUpId} not to have been refunded meanwhile`);
    },
  };
}

function pageOf(sessionId: string | null | undefined, url: string | null | undefined): ProviderPage | null {
  return sessionId != null && url != null ? { sessionId, url } : null;
}
