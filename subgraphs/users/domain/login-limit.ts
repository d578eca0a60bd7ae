import { createHash } from 'node:crypto';
import type { Account } from './account.ts';
import { normaliseEmailAddress } from './email-address.ts';

/** How many logins to one account may fail from one address within the window. */
export const MAX_FAILED_LOGINS = 10;
export const LOGIN_WINDOW_MS = 15 * 60_000;

/**
 * From so many failures within the hour on, from all addresses together, an account is under attack. Addresses from
 * which nobody has signed in to it then share one try at a time, with a pause after each failure that doubles from
 * one second up to a minute: some 110 guesses an hour, from however many addresses.
 */
export const CALM_FAILURES = 50;
export const ACCOUNT_WINDOW_MS = 60 * 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** An address from which somebody has signed in is known to the account for this long. */
export const KNOWN_ADDRESS_MS = 30 * 24 * 60 * 60_000;

/** What counts for or against one more try. */
export interface LoginRecord {
  /** Failures from this address within `LOGIN_WINDOW_MS`. */
  readonly failedFromHere: number;
  /** Failures from all addresses within `ACCOUNT_WINDOW_MS`. */
  readonly failedInAll: number;
  readonly lastFailureAt: Date | null;
  /** Somebody has signed in from this address within `KNOWN_ADDRESS_MS`. */
  readonly isKnownAddress: boolean;
}

/**
 * What failed logins are counted by: the account, whichever of its two names was used. A login that no
 * account has is counted just so, by the hash of its text, so that the limit says nothing about existence.
 */
export function loginKey(login: string, account: Pick<Account, 'id'> | null): string {
  if (account) return `account:${account.id}`;
  return `login:${createHash('sha256').update(normaliseLogin(login)).digest('base64url')}`;
}

/** A nickname or mail address as it is looked up. */
export function normaliseLogin(login: string): string {
  return normaliseEmailAddress(login) ?? login.trim().toLowerCase();
}

/** How long this address has to wait until a try is answered, in milliseconds; 0 when it need not. */
export function waitBeforeLogin(record: LoginRecord, now: Date): number {
  if (record.failedFromHere >= MAX_FAILED_LOGINS) return LOGIN_WINDOW_MS;
  if (record.isKnownAddress || record.failedInAll < CALM_FAILURES || !record.lastFailureAt) return 0;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (record.failedInAll - CALM_FAILURES));
  return Math.max(0, record.lastFailureAt.getTime() + pauseMs - now.getTime());
}
