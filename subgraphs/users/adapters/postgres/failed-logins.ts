import type { FailedLogins } from '../../application/ports.ts';
import { ACCOUNT_WINDOW_MS, KNOWN_ADDRESS_MS, SIGN_IN_WINDOW_MS } from '../../domain/login-limit.ts';

/** Failed logins in PostgreSQL, one row each, and the addresses that succeeded; the sweep forgets both. */
export const failedLogins: FailedLogins = {
  async record(sql, { key, address }, now) {
    const before = (ms: number) => new Date(now.getTime() - ms);
    const [row] = await sql.sql<RecordRow>(
      `select count(*) filter (where address = $2 and failed_at > $4)::int as from_here,
              count(*)::int as in_all,
              max(failed_at) as last_at,
              exists (select from login_addresses where key = $1 and address = $2 and seen_at > $5) as is_known
       from failed_logins where key = $1 and failed_at > $3`,
      [key, address, before(ACCOUNT_WINDOW_MS), before(SIGN_IN_WINDOW_MS), before(KNOWN_ADDRESS_MS)],
    );
    return {
      failedFromHere: row?.from_here ?? 0,
      failedInAll: row?.in_all ?? 0,
      lastFailureAt: row?.last_at ?? null,
      isKnownAddress: row?.is_known ?? false,
    };
  },

  async lock(tx, { key }) {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 1))', [key]);
  },

  async add(tx, { key, address }, at) {
    await tx.sql('insert into failed_logins (key, address, failed_at) values ($1, $2, $3)', [
      key,
      address,
      at,
    ]);
  },

  async noteSuccess(tx, { key, address }, at) {
    await tx.sql(
      `insert into login_addresses (key, address, seen_at) values ($1, $2, $3)
       on conflict (key, address) do update set seen_at = greatest(login_addresses.seen_at, excluded.seen_at)`,
      [key, address, at],
    );
  },
};

interface RecordRow {
  readonly from_here: number;
  readonly in_all: number;
  readonly last_at: Date | null;
  readonly is_known: boolean;
}
