import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';

/**
 * Sessions and their refresh tokens. A session is the family of all tokens that came, by refreshing, from
 * one sign-in: at any time exactly one of them is unused.
 */
export interface Sessions {
  open(tx: Sql, session: { id: string; userId: UserId; expiresAt: Date; now: Date }): Promise<void>;
  /** Stores a token of a session, which then lasts until the token's expiry. */
  addToken(tx: Sql, token: { hash: Buffer; sessionId: string; expiresAt: Date; now: Date }): Promise<void>;
  /**
   * Uses a token up. Of any number of callers at one time exactly one gets `claimed`; the others wait for
   * it and get `used`.
   */
  claimToken(tx: Sql, hash: Buffer, now: Date): Promise<TokenClaim>;
  /** Whether a session goes on; waits for those who are ending it. */
  isLive(tx: Sql, sessionId: string, now: Date): Promise<boolean>;
  /** The session that a token belongs to, used or not. */
  sessionOf(sql: Sql, hash: Buffer): Promise<string | null>;
  /** Ends a session. Whose it was, or null when it had ended before or there is none. */
  end(tx: Sql, sessionId: string, now: Date): Promise<UserId | null>;
  /**
   * Ends every session of a user, but for one if named. The account must be locked, so that none is opened
   * meanwhile.
   */
  endAll(tx: Sql, userId: UserId, now: Date, except?: string): Promise<EndedSessions>;
}

export interface EndedSessions {
  /** How many have ended by this. */
  readonly count: number;
  /** When the newest access token of them was issued; null when there is none. */
  readonly lastIssuedAt: Date | null;
}

export type TokenClaim =
  | {
      readonly kind: 'claimed';
      readonly sessionId: string;
      readonly userId: UserId;
      readonly expiresAt: Date;
    }
  | { readonly kind: 'used'; readonly sessionId: string; readonly userId: UserId }
  | { readonly kind: 'unknown' };
