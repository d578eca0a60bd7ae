import type { BlockedUsers } from '../../application/ports/storage.ts';

/**
 * Blocked users in the subgraph's database. The lock is on the user's name, shared by bookings and exclusive to
 * blocking. Each side is one statement; migration 0002 says why a function looks.
 */
export const blockedUsersInPostgres: BlockedUsers = {
  async includes(tx, userId) {
    const [row] = await tx.sql<{ blocked: boolean }>('select is_blocked($1) as blocked', [userId]);
    return row?.blocked === true;
  },

  async add(tx, userId) {
    await tx.sql(
      `with alone as (select pg_advisory_xact_lock(blocking_lock($1)))
       insert into blocked_users (user_id) select $1 from alone on conflict do nothing`,
      [userId],
    );
  },

  // Without the lock: a booking that comes a moment too early is refused, as it was a moment before.
  async remove(tx, userId) {
    await tx.sql('delete from blocked_users where user_id = $1', [userId]);
  },
};
