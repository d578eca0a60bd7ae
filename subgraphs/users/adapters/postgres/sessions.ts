import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { OpenSession, Sessions } from '../../application/ports.ts';

/** Sessions in PostgreSQL. Who locks both locks the account before the session. */
export const sessions: Sessions = {
  async open(tx, { id, userId, expiresAt, now }) {
    await tx.sql(
      'insert into sessions (id, user_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)',
      [id, userId, now, expiresAt],
    );
  },

  async addToken(tx, { hash, sessionId, expiresAt, now }) {
    await tx.sql(
      'insert into refresh_tokens (hash, session_id, created_at, expires_at) values ($1, $2, $3, $4)',
      [hash, sessionId, now, expiresAt],
    );
    await tx.sql('update sessions set expires_at = $2, seen_at = greatest(seen_at, $3) where id = $1', [
      sessionId,
      expiresAt,
      now,
    ]);
  },

  async findToken(sql, hash) {
    const [row] = await sql.sql<{ session_id: string; user_id: UserId }>(
      `select session.id as session_id, session.user_id
       from refresh_tokens token join sessions session on session.id = token.session_id where token.hash = $1`,
      [hash],
    );
    return row ? { sessionId: row.session_id, userId: row.user_id } : null;
  },

  async useToken(tx, { hash, sessionId, now }) {
    const used = await tx.sql<{ is_this: boolean; expires_at: Date }>(
      `update refresh_tokens set used_at = $3
       where session_id = $2 and used_at is null
         and exists (select from refresh_tokens this where this.hash = $1 and this.used_at is null)
       returning hash = $1 as is_this, expires_at`,
      [hash, sessionId, now],
    );
    const first = used.find((token) => token.is_this);
    if (first) return { expiresAt: first.expires_at, usedAt: null, isOutdated: false };
    const [row] = await tx.sql<{ used_at: Date; expires_at: Date; is_outdated: boolean }>(
      `select used_at, expires_at, exists (
         select from refresh_tokens later where later.session_id = $2 and later.used_at > token.used_at
       ) as is_outdated from refresh_tokens token where hash = $1`,
      [hash, sessionId],
    );
    if (!row) throw new Error('expected a refresh token that was found before');
    return { expiresAt: row.expires_at, usedAt: row.used_at, isOutdated: row.is_outdated };
  },

  async lockLive(tx, sessionId, now) {
    const [row] = await tx.sql<{ created_at: Date }>(
      'select created_at from sessions where id = $1 and ended_at is null and expires_at > $2 for no key update',
      [sessionId, now],
    );
    return row ? { createdAt: row.created_at } : null;
  },

  async page(sql, { userId, limit, after, now }) {
    return sql.sql<OpenSession>(
      `select id, created_at as "createdAt", seen_at as "lastSeenAt", expires_at as "expiresAt"
       from sessions
       where user_id = $1 and ended_at is null and expires_at > $2 and ($3::uuid is null or id < $3)
       order by id desc limit $4`,
      [userId, now, after, limit],
    );
  },

  async isOwn(sql, userId, sessionId, now) {
    const rows = await sql.sql(
      'select 1 from sessions where id = $1 and user_id = $2 and ended_at is null and expires_at > $3',
      [sessionId, userId, now],
    );
    return rows.length === 1;
  },

  async sessionOf(sql, hash) {
    const [row] = await sql.sql<{ session_id: string }>(
      'select session_id from refresh_tokens where hash = $1',
      [hash],
    );
    return row?.session_id ?? null;
  },

  async end(tx, sessionId, now) {
    const [ended] = await tx.sql<{ user_id: UserId }>(
      'update sessions set ended_at = $2 where id = $1 and ended_at is null returning user_id',
      [sessionId, now],
    );
    return ended?.user_id ?? null;
  },

  async endAll(tx, userId, now, except) {
    // In id order: two who end the same sessions must not wait for each other.
    // Each refresh token was given together with an access token; those from before the hour have expired.
    const [row] = await tx.sql<{ ended: number; last_issued_at: Date | null }>(
      `with live as (
         select id from sessions where user_id = $1 and ended_at is null and id::text <> $3
         order by id for no key update
       ), ended as (
         update sessions set ended_at = $2 from live where sessions.id = live.id returning sessions.id
       )
       select count(*)::int as ended, max(token.created_at) as last_issued_at
       from ended left join refresh_tokens token
         on token.session_id = ended.id and token.created_at > $2::timestamptz - interval '1 hour'`,
      [userId, now, except ?? ''],
    );
    return { count: row?.ended ?? 0, lastIssuedAt: row?.last_issued_at ?? null };
  },
};
