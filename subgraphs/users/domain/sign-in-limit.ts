import { createHash } from 'node:crypto';
import type { Account } from './account.ts';

/** How many sign-ins of one account may fail within the window. */
export const MAX_FAILED_SIGN_INS = 10;
export const SIGN_IN_WINDOW_MS = 15 * 60_000;

/**
 * What failed sign-ins are counted by: the account, whichever of its two names was used. A login that no
 * account has is counted just so, by the hash of its text, so that the limit says nothing about existence.
 */
export function signInKey(login: string, account: Pick<Account, 'id'> | null): string {
  if (account) return `account:${account.id}`;
  return `login:${createHash('sha256').update(normaliseLogin(login)).digest('base64url')}`;
}

/** A nickname or mail address as it is looked up. */
export function normaliseLogin(login: string): string {
  return login.trim().toLowerCase();
}

export function isOverLimit(failures: number): boolean {
  return failures >= MAX_FAILED_SIGN_INS;
}

/** Failures before this moment are forgotten. */
export function windowStart(now: Date): Date {
  return new Date(now.getTime() - SIGN_IN_WINDOW_MS);
}
