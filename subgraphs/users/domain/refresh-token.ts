import { createHash, randomBytes } from 'node:crypto';

/** A refresh token is worth 30 days from when it was given. */
export const REFRESH_TOKEN_LIFETIME_MS = 30 * 24 * 60 * 60_000;
const TOKEN_BYTES = 32;

/** 256 random bits as text, for the client alone: the house keeps only the hash. */
export function newRefreshToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * What is stored and looked up instead of the token. A plain SHA-256 is enough: nobody guesses 256 random
 * bits, so there is nothing for a slow hash to slow down.
 */
export function hashRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function refreshTokenExpiry(now: Date): Date {
  return new Date(now.getTime() + REFRESH_TOKEN_LIFETIME_MS);
}
