import { createHash, randomBytes } from 'node:crypto';

/** A refresh token is worth 30 days from when it was given. */
export const REFRESH_TOKEN_LIFETIME_MS = 30 * 24 * 60 * 60_000;
/** A token that sets a new password is worth an hour, once. */
export const PASSWORD_RESET_LIFETIME_MS = 60 * 60_000;
/** A token that confirms a mail address is worth three days. */
export const EMAIL_CONFIRMATION_LIFETIME_MS = 3 * 24 * 60 * 60_000;
/** Requests for mails are counted over an hour. */
export const MAIL_REQUEST_WINDOW_MS = 60 * 60_000;
const TOKEN_BYTES = 32;

/** 256 random bits as text, for the client alone: the server keeps only the hash. */
export function newSecretToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * What is stored and looked up instead of the token. A plain SHA-256 is enough: nobody guesses 256 random
 * bits, so there is nothing for a slow hash to slow down.
 */
export function hashSecretToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** How long sessions last, and how forgiving they are. */
export interface SessionRules {
  /** From logging in to the end, however often the session is refreshed. */
  readonly lifetimeMs: number;
  /** For so long after it was used, a refresh token works again: its answer may have been lost. */
  readonly graceMs: number;
}

/** When a session ends that began at `openedAt`. */
export function sessionEnd(openedAt: Date, { lifetimeMs }: SessionRules): Date {
  return new Date(openedAt.getTime() + lifetimeMs);
}

/** When a token ends that is given now to a session which began at `openedAt`. */
export function refreshTokenExpiry(openedAt: Date, rules: SessionRules, now: Date): Date {
  return new Date(Math.min(now.getTime() + REFRESH_TOKEN_LIFETIME_MS, sessionEnd(openedAt, rules).getTime()));
}

/**
 * Whether a token that was used at `usedAt` may be used again: its client never heard the answer, or uses it from two
 * places at once. Clocks of replicas differ, so a use may seem to be yet to come.
 */
export function isInGrace(usedAt: Date, { graceMs }: SessionRules, now: Date): boolean {
  return now.getTime() - usedAt.getTime() < graceMs;
}
