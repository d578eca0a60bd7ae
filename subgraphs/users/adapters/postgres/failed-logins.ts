import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { FailedLogins } from '../../application/ports.ts';
import { ACCOUNT_WINDOW_MS, KNOWN_ADDRESS_MS, LOGIN_WINDOW_MS } from '../../domain/login-limit.ts';
import { FailedLoginRow } from './entities.ts';

interface RecordColumns {
  readonly from_here: number;
  readonly in_all: number;
  readonly last_at: Date | null;
  readonly is_known: boolean;
}

/**
 * SQL, because all that counts for or against a login is counted in one look, one transaction at a time decides, and
 * an address that is known already is no error. Batches of what is over leave rows out that others hold.
 */
export const statements = {
  record: statement<RecordColumns>(
    `select count(*) filter (where address = $2 and failed_at > $4)::int as from_here,
            count(*)::int as in_all,
            max(failed_at) as last_at,
            exists (select from login_addresses where key = $1 and address = $2 and seen_at > $5) as is_known
     from failed_logins where key = $1 and failed_at > $3`,
  ),

  lock: statement('select pg_advisory_xact_lock(hashtextextended($1, 1))'),

  noteSuccess: statement(
    `insert into login_addresses (key, address, seen_at) values ($1, $2, $3)
     on conflict (key, address) do update set seen_at = greatest(login_addresses.seen_at, excluded.seen_at)`,
  ),

  prune: statement<{ id: string }>(
    `delete from failed_logins where id = any (array(
       select id from failed_logins where failed_at <= $1 limit $2 for update skip locked
     )) returning id`,
  ),

  pruneAddresses: statement<{ address: string }>(
    `delete from login_addresses where ctid = any (array(
       select ctid from login_addresses where seen_at <= $1 limit $2 for update skip locked
     )) returning address`,
  ),
};

/** Failed logins in PostgreSQL, one row each, and the addresses that succeeded. */
export function createPostgresFailedLogins(database: Database): FailedLogins {
  const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

  return {
    async record({ key, address }, now, tx) {
      const [row] = await (tx ?? database).sql(statements.record, [
        key,
        address,
        before(now, ACCOUNT_WINDOW_MS),
        before(now, LOGIN_WINDOW_MS),
        before(now, KNOWN_ADDRESS_MS),
      ]);
      return {
        failedFromHere: row?.from_here ?? 0,
        failedInAll: row?.in_all ?? 0,
        lastFailureAt: row?.last_at ?? null,
        isKnownAddress: row?.is_known ?? false,
      };
    },

    async lock(tx, { key }) {
      await tx.sql(statements.lock, [key]);
    },

    async add(tx, { key, address }, at) {
      await tx.em.insert(FailedLoginRow, { key, address, failedAt: at });
    },

    async noteSuccess(tx, { key, address }, at) {
      await tx.sql(statements.noteSuccess, [key, address, at]);
    },

    async prune(now, limit) {
      const failures = await database.sql(statements.prune, [before(now, ACCOUNT_WINDOW_MS), limit]);
      const addresses = await database.sql(statements.pruneAddresses, [before(now, KNOWN_ADDRESS_MS), limit]);
      return failures.length + addresses.length;
    },
  };
}
