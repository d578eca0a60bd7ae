import { raw } from '@mikro-orm/core';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SessionId, Sessions } from '../../application/ports.ts';
import { RefreshTokenRow, SessionRow } from './entities.ts';

/**
 * SQL, because what happens to one token depends on the others of its session and is told by the rows that come back,
 * locks are weaker than `for update`, and batches of what is over leave rows out that others hold.
 */
export const statements = {
  lockLive: statement<{ created_at: Date }>(
    'select created_at from sessions where id = $1 and ended_at is null and expires_at > $2 for no key update',
  ),

  useUp: statement<{ is_this: boolean; expires_at: Date }>(
    `update refresh_tokens set used_at = $3
     where session_id = $2 and used_at is null
       and exists (select from refresh_tokens this where this.hash = $1 and this.used_at is null)
     returning hash = $1 as is_this, expires_at`,
  ),

  findUsed: statement<{ used_at: Date; expires_at: Date; is_outdated: boolean }>(
    `select used_at, expires_at, exists (
       select from refresh_tokens later where later.session_id = $2 and later.used_at > token.used_at
     ) as is_outdated from refresh_tokens token where hash = $1`,
  ),

  end: statement<{ user_id: UserId }>(
    'update sessions set ended_at = $2 where id = $1 and ended_at is null returning user_id',
  ),

  // In id order: two who end the same sessions must not wait for each other.
  // Each refresh token was given together with an access token; those from before the hour have expired.
  endAll: statement<{ ended: number; last_issued_at: Date | null }>(
    `with live as (
       select id from sessions where user_id = $1 and ended_at is null and id::text <> $3
       order by id for no key update
     ), ended as (
       update sessions set ended_at = $2 from live where sessions.id = live.id returning sessions.id
     )
     select count(*)::int as ended, max(token.created_at) as last_issued_at
     from ended left join refresh_tokens token
       on token.session_id = ended.id and token.created_at > $2::timestamptz - interval '1 hour'`,
  ),

  prune: statement<{ id: SessionId }>(
    `delete from sessions where id = any (array(
       select id from sessions where expires_at <= $1 limit $2 for update skip locked
     )) returning id`,
  ),
};

/** Sessions in PostgreSQL. Who locks both locks the account before the session. */
export function createPostgresSessions(database: Database): Sessions {
  return {
    async open(tx, { id, userId, expiresAt, now }) {
      await tx.em.insert(SessionRow, { id, user: userId, createdAt: now, seenAt: now, expiresAt });
    },

    async addToken(tx, { hash, sessionId, expiresAt, now }) {
      await tx.em.insert(RefreshTokenRow, { hash, session: sessionId, createdAt: now, expiresAt });
      // Clocks of replicas differ: a session is never seen earlier than it was.
      const seenAt = raw('greatest(seen_at, ?)', [now]);
      await tx.em.nativeUpdate(SessionRow, { id: sessionId }, { expiresAt, seenAt });
    },

    async findToken(hash, tx) {
      const em = tx?.em ?? database.em();
      // One join; the only read of a transaction, so its identity map has nothing older to answer with.
      const token = await em.findOne(RefreshTokenRow, { hash }, { populate: ['session'] });
      return token && { sessionId: token.session.id, userId: token.session.user.id };
    },

    async useToken(tx, { hash, sessionId, now }) {
      const used = await tx.sql(statements.useUp, [hash, sessionId, now]);
      const first = used.find((token) => token.is_this);
      if (first) return { expiresAt: first.expires_at, usedAt: null, isOutdated: false };
      const [row] = await tx.sql(statements.findUsed, [hash, sessionId]);
      if (!row) throw new Error('expected a refresh token that was found before');
      return { expiresAt: row.expires_at, usedAt: row.used_at, isOutdated: row.is_outdated };
    },

    async lockLive(tx, sessionId, now) {
      const [row] = await tx.sql(statements.lockLive, [sessionId, now]);
      return row ? { createdAt: row.created_at } : null;
    },

    async page({ userId, limit, after, now }) {
      const older = after ? { id: { $lt: after } } : {};
      const rows = await database
        .em()
        .find(
          SessionRow,
          { user: userId, endedAt: null, expiresAt: { $gt: now }, ...older },
          { orderBy: { id: 'desc' }, limit },
        );
      return rows.map(({ id, createdAt, seenAt, expiresAt }) => ({
        id,
        createdAt,
        lastSeenAt: seenAt,
        expiresAt,
      }));
    },

    async isOwn(tx, userId, sessionId, now) {
      const live = { id: sessionId, user: userId, endedAt: null, expiresAt: { $gt: now } };
      return (await tx.em.count(SessionRow, live)) === 1;
    },

    async end(tx, sessionId, now) {
      const [ended] = await tx.sql(statements.end, [sessionId, now]);
      return ended?.user_id ?? null;
    },

    async endAll(tx, userId, now, except) {
      const [row] = await tx.sql(statements.endAll, [userId, now, except ?? '']);
      return { count: row?.ended ?? 0, lastIssuedAt: row?.last_issued_at ?? null };
    },

    async prune(now, limit) {
      return (await database.sql(statements.prune, [now, limit])).length;
    },
  };
}
