import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PasswordResets } from '../../application/ports.ts';
import { PasswordResetRow } from './entities.ts';

/** SQL, because a batch of what is over leaves rows out that others hold. */
export const statements = {
  prune: statement<{ hash: Buffer }>(
    `delete from password_resets where hash = any (array(
       select hash from password_resets where expires_at <= $1 limit $2 for update skip locked
     )) returning hash`,
  ),
};

/** Password resets in PostgreSQL. */
export function createPostgresPasswordResets(database: Database): PasswordResets {
  return {
    async add({ hash, userId, expiresAt }) {
      await database.em().insert(PasswordResetRow, { hash, user: userId, expiresAt });
    },

    async userOf(hash, now, tx) {
      const em = tx?.em ?? database.em();
      const row = await em.findOne(PasswordResetRow, { hash, expiresAt: { $gt: now } }, { refresh: true });
      return row?.user.id ?? null;
    },

    async clear(tx, userId) {
      await tx.em.nativeDelete(PasswordResetRow, { user: userId });
    },

    async prune(now, limit) {
      return (await database.sql(statements.prune, [now, limit])).length;
    },
  };
}
