import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { commands } from '../../application.ts';
import { ACCOUNT_WINDOW_MS, KNOWN_ADDRESS_MS } from '../../domain/login-limit.ts';
import { MAIL_REQUEST_WINDOW_MS } from '../../domain/tokens.ts';

const EVERY_MS = 10 * 60_000;
const BATCH = 1_000;
/** A mail may be a moment late. */
const RESETS_EVERY_MS = 1_000;

/**
 * Deletes sessions whose last refresh token has expired, failed logins that no limit counts any more, and
 * addresses that are no longer known, tokens from mails that have expired, and requests for mails that no limit counts
 * any more.
 */
export function forgetThePast(database: Database): Job {
  /** Rows without a key of their own, by their place. */
  const deleteBefore = async (table: string, column: string, moment: Date): Promise<number> => {
    const rows = await database.sql(
      `delete from ${table} where ctid = any (array(
         select ctid from ${table} where ${column} <= $1 limit ${BATCH} for update skip locked
       )) returning 1`,
      [moment],
    );
    return rows.length;
  };
  return {
    name: 'prune-sessions',
    everyMs: EVERY_MS,
    async run({ now }) {
      const before = (ms: number) => new Date(now.getTime() - ms);
      const sessions = await database.sql(
        `delete from sessions where id in (
           select id from sessions where expires_at <= $1 limit ${BATCH} for update skip locked
         ) returning id`,
        [now],
      );
      const failures = await deleteBefore('failed_logins', 'failed_at', before(ACCOUNT_WINDOW_MS));
      const addresses = await deleteBefore('login_addresses', 'seen_at', before(KNOWN_ADDRESS_MS));
      const resets = await deleteBefore('password_resets', 'expires_at', now);
      const requests = await deleteBefore('mail_requests', 'requested_at', before(MAIL_REQUEST_WINDOW_MS));
      return sessions.length + failures + addresses + resets + requests;
    },
  };
}

/** Looks whose the addresses are whose owners want a new password, and has mails sent. */
export function sendPasswordResets(deps: Dependencies): Job {
  return {
    name: 'send-password-resets',
    everyMs: RESETS_EVERY_MS,
    run: ({ now }) => commands.handlePasswordResetRequests(deps, now),
  };
}
