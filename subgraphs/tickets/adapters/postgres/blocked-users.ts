import { statement } from '@parterre/platform/postgres/statement.ts';
import type { BlockedUsers } from '../../application/ports/storage.ts';
import { BlockedUserRow } from './entities.ts';

/**
 * SQL, because of the lock on the user's name, shared by bookings and exclusive to blocking. Each side is one
 * statement; migration 0002 says why a function looks.
 */
export const statements = {
  isBlocked: statement<{ blocked: boolean }>('select is_blocked($1) as blocked'),

  add: statement(
    `with alone as (select pg_advisory_xact_lock(blocking_lock($1)))
     insert into blocked_users (user_id) select $1 from alone on conflict do nothing`,
  ),
};

/** Blocked users in PostgreSQL. */
export function createPostgresBlockedUsers(): BlockedUsers {
  return {
    async includes(tx, userId) {
      const [row] = await tx.sql(statements.isBlocked, [userId]);
      return row?.blocked === true;
    },

    async add(tx, userId) {
      await tx.sql(statements.add, [userId]);
    },

    // Without the lock: a booking that comes a moment too early is refused, as it was a moment before.
    async remove(tx, userId) {
      await tx.em.nativeDelete(BlockedUserRow, { userId });
    },
  };
}
