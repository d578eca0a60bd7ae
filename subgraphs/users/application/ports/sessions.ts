import type { Id, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';

/** A session as its user sees it in the list. */
export interface OpenSession {
  readonly id: SessionId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/**
 * Sessions and their refresh tokens. A session is the family of all tokens that came, by refreshing, from one login.
 * Several may be unused at one time, where one token was used more than once within the grace; using one of them uses
 * up the others.
 */
export interface Sessions {
  open(tx: Sql, session: { id: string; userId: UserId; expiresAt: Date; now: Date }): Promise<void>;
  /** Stores a token of a session, which then lasts until the token's expiry and was seen now. */
  addToken(tx: Sql, token: { hash: Buffer; sessionId: string; expiresAt: Date; now: Date }): Promise<void>;
  /** Whose a token is, used or not; null for one that nobody was given. */
  findToken(sql: Sql, hash: Buffer): Promise<{ sessionId: string; userId: UserId } | null>;
  /** Uses up a token, and all others of its session. The session must be locked. */
  useToken(tx: Sql, token: { hash: Buffer; sessionId: string; now: Date }): Promise<TokenUse>;
  /** When a session that goes on began, or null; waits for those who are ending it, and keeps others waiting. */
  lockLive(tx: Sql, sessionId: string, now: Date): Promise<{ createdAt: Date } | null>;
  /** Those of a user that go on, newest first, beginning after `after`. */
  page(sql: Sql, page: SessionPage): Promise<OpenSession[]>;
  /** Whether a session is this user's and goes on. */
  isOwn(sql: Sql, userId: UserId, sessionId: string, now: Date): Promise<boolean>;
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

export interface SessionPage {
  readonly userId: UserId;
  readonly limit: number;
  /** Id of the last session of the page before. */
  readonly after: SessionId | null;
  readonly now: Date;
}

export type SessionId = Id<'Session'>;

export interface TokenUse {
  readonly expiresAt: Date;
  /** When it was used before; null when this is the first time. */
  readonly usedAt: Date | null;
  /** Whether another token of the session has been used after that. */
  readonly isOutdated: boolean;
}
