import { money } from '@parterre/contracts/kernel/money.ts';
import type { TopUps } from '../../application/ports.ts';
import { TopUpRow } from './entities.ts';

/** Top-ups in PostgreSQL. */
export function createPostgresTopUps(): TopUps {
  return {
    async insert(tx, { id, userId, amount, state, createdAt }) {
      const { minor: amountMinor, currency } = amount;
      await tx.em.insert(TopUpRow, { id, userId, amountMinor, currency, state, createdAt });
    },

    async find(tx, topUpId) {
      // Anew each time: it is looked at before and after its wallet is locked.
      const row = await tx.em.findOne(TopUpRow, topUpId, { refresh: true });
      if (!row) return null;
      const { id, userId, state, sessionId, pageUrl, createdAt } = row;
      const page = sessionId != null && pageUrl != null ? { sessionId, url: pageUrl } : null;
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
      await tx.em.nativeUpdate(TopUpRow, { id: topUpId }, { state: end.state, ...transfer });
    },
  };
}
