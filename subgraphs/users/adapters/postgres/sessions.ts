import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sessions } from '../../application/ports/sessions.ts';

/** Sessions in PostgreSQL. Who locks both locks the account before the session. */
export const sessions: Sessions = {
  async open(tx, { id, userId, expiresAt, now }) {
    await tx.sql('insert into sessions (id, user_id, created_at, expires_at) values ($1, $2, $3, $4)', [
      id,
      userId,
      now,
      expiresAt,
    ]);
  },

  async addToken(tx, { hash, sessionId, expiresAt, now }) {
    await tx.sql(
      'insert into refresh_tokens (hash, session_id, created_at, expires_at) values ($1, $2, $3, $4)',
      [hash, sessionId, now, expiresAt],
    );
    await tx.sql('update sessions set expires_at = $2 where id = $1', [sessionId, expiresAt]);
  },

  async claimToken(tx, hash, now) {
    // One conditional update: of two at once the second waits here, then finds the token used. A read
    // before the write would let both through.
    const [claimed] = await tx.sql<ClaimRow>(
      `update refresh_tokens token set used_at = $2 from sessions session
       where token.hash = $1 and token.used_at is null and session.id = token.session_id
       returning session.id as session_id, session.user_id, token.expires_at`,
      [hash, now],
    );
    if (claimed) {
      return {
        kind: 'claimed',
        sessionId: claimed.session_id,
        userId: claimed.user_id,
        expiresAt: claimed.expires_at,
      };
    }
    const [used] = await tx.sql<ClaimRow>(
      `select session.id as session_id, session.user_id, token.expires_at
       from refresh_tokens token join sessions session on session.id = token.session_id
       where token.hash = $1`,
      [hash],
    );
    if (!used) return { kind: 'unknown' };
    return { kind: 'used', sessionId: used.session_id, userId: used.user_id };
  },

  async isLive(tx, sessionId, now) {
    const rows = await tx.sql(
      'select 1 from sessions where id = $1 and ended_at is null and expires_at > $2 for no key update',
      [sessionId, now],
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
    // A session's unused token was given together with its newest access token.
    const [row] = await tx.sql<{ ended: number; last_issued_at: Date | null }>(
      `with live as (
         select id from sessions where user_id = $1 and ended_at is null and id::text <> $3
         order by id for no key update
       ), ended as (
         update sessions set ended_at = $2 from live where sessions.id = live.id returning sessions.id
       )
       select count(*)::int as ended, max(token.created_at) as last_issued_at
       from ended left join refresh_tokens token on token.session_id = ended.id and token.used_at is null`,
      [userId, now, except ?? ''],
    );
    return { count: row?.ended ?? 0, lastIssuedAt: row?.last_issued_at ?? null };
  },
};

interface ClaimRow {
  readonly session_id: string;
  readonly user_id: UserId;
  readonly expires_at: Date;
}
