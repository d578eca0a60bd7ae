import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import type { LoginRecord } from '../domain/login-limit.ts';

/** All accounts. What takes an optional `tx` looks outside of a transaction where none is given. */
export interface Accounts {
  find(id: UserId): Promise<Account | null>;
  /** By several ids at once, in any order; ids without an account are left out. */
  findMany(ids: readonly UserId[]): Promise<Account[]>;
  /** By nickname, or by a mail address that is its account's own; in any case. */
  findByLogin(login: string): Promise<Account | null>;
  /** Newest first, beginning after `after`; `search` is words, each part of a nickname or mail address. */
  page(page: AccountPage): Promise<Account[]>;

  /** The account whose own an address is. */
  ownerOf(email: string, tx?: Transaction): Promise<Account | null>;
  /** Which of the two are somebody's own already. */
  taken(nickname: string, email: string, tx?: Transaction): Promise<{ nickname: boolean; email: boolean }>;
  hasAdministrator(tx?: Transaction): Promise<boolean>;

  /** Stores a new account; false, and nothing stored, when nickname or mail address is taken. */
  add(tx: Transaction, account: Account): Promise<boolean>;
  /** Reads an account and keeps others from changing it until the transaction ends. */
  lock(tx: Transaction, id: UserId): Promise<Account | null>;
  /**
   * Locks every administrator who is not blocked. Taken before `lock` wherever an administrator may be
   * lost, so that two who take the role from each other do so one after the other.
   */
  lockAdministrators(tx: Transaction): Promise<UserId[]>;
  /** Waits until no other first administrator is being made. */
  lockFirstAdministrator(tx: Transaction): Promise<void>;
  /** Lets one transaction at a time decide whose own an address is. Taken before any account is locked. */
  lockEmail(tx: Transaction, email: string): Promise<void>;
  /** Makes its address the account's own, and takes it from one that has not confirmed it. The account must be locked. */
  confirmEmail(tx: Transaction, account: Pick<Account, 'id' | 'email'>, at: Date): Promise<void>;
  /** Confirms addresses for those whose own they are. */
  confirmEmails(emails: readonly string[], at: Date): Promise<void>;
  setPassword(tx: Transaction, id: UserId, passwordHash: string): Promise<void>;
  setLanguage(tx: Transaction, id: UserId, language: Language): Promise<void>;
  setRole(tx: Transaction, id: UserId, role: Role, organizerSince: Date | null): Promise<void>;
  /** Notes that all sessions have ended; see `Account.sessionsEndedAt`. */
  setSessionsEnded(tx: Transaction, id: UserId, at: Date): Promise<void>;
  setBlocked(tx: Transaction, id: UserId, blocked: { reason: string; at: Date } | null): Promise<void>;
}

export interface AccountPage {
  readonly search: string | null;
  readonly limit: number;
  /** Id of the last account of the page before. */
  readonly after: UserId | null;
}

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
  open(tx: Transaction, session: NewSession): Promise<void>;
  /** Stores a token of a session, which then lasts until the token's expiry and was seen now. */
  addToken(tx: Transaction, token: NewRefreshToken): Promise<void>;
  /** Whose a token is, used or not; null for one that nobody was given. */
  findToken(hash: Buffer, tx?: Transaction): Promise<{ sessionId: SessionId; userId: UserId } | null>;
  /** Uses up a token, and all others of its session. The session must be locked. */
  useToken(tx: Transaction, token: { hash: Buffer; sessionId: SessionId; now: Date }): Promise<TokenUse>;
  /** When a session that goes on began, or null; waits for those who are ending it, and keeps others waiting. */
  lockLive(tx: Transaction, sessionId: SessionId, now: Date): Promise<{ createdAt: Date } | null>;
  /** Those of a user that go on, newest first, beginning after `after`. */
  page(page: SessionPage): Promise<OpenSession[]>;
  /** Whether a session is this user's and goes on. */
  isOwn(tx: Transaction, userId: UserId, sessionId: SessionId, now: Date): Promise<boolean>;
  /** Ends a session. Whose it was, or null when it had ended before or there is none. */
  end(tx: Transaction, sessionId: SessionId, now: Date): Promise<UserId | null>;
  /**
   * Ends every session of a user, but for one if named. The account must be locked, so that none is opened
   * meanwhile.
   */
  endAll(tx: Transaction, userId: UserId, now: Date, except?: string): Promise<EndedSessions>;
  /** Deletes at most `limit` sessions whose last refresh token has expired, with their tokens. Answers how many. */
  prune(now: Date, limit: number): Promise<number>;
}

export interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly expiresAt: Date;
  readonly now: Date;
}

export interface NewRefreshToken {
  readonly hash: Buffer;
  readonly sessionId: SessionId;
  readonly expiresAt: Date;
  readonly now: Date;
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

/** Which login is tried, and from where. */
export interface LoginAttempt {
  /** `loginKey` of the login. */
  readonly key: string;
  /** `addressKey` of the client. */
  readonly address: string;
}

/** Failed logins, counted in the database so that every replica knows of them. */
export interface FailedLogins {
  record(attempt: LoginAttempt, now: Date, tx?: Transaction): Promise<LoginRecord>;
  /** Lets one transaction at a time decide about this account, from whatever address. */
  lock(tx: Transaction, attempt: LoginAttempt): Promise<void>;
  add(tx: Transaction, attempt: LoginAttempt, at: Date): Promise<void>;
  /** Somebody logged in from this address: it is known to the account from now on. */
  noteSuccess(tx: Transaction, attempt: LoginAttempt, at: Date): Promise<void>;
  /** Deletes at most `limit` failures that no limit counts, and as many addresses that are known no more. */
  prune(now: Date, limit: number): Promise<number>;
}

/** Signed tokens by which a mail address is confirmed. Nothing of them is stored. */
export interface MailTokens {
  issue(account: Pick<Account, 'id' | 'email'>, now: Date): Promise<MailToken>;
  /** Whose address a token confirms, as `hashEmailAddress`; null for one that is not ours or has expired. */
  read(token: string, now: Date): Promise<{ readonly userId: UserId; readonly emailHash: string } | null>;
}

/** A token for a link in a mail, and for nothing else: it goes into no fact, log or dead letter. */
export interface MailToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens by which a new password is set, by their hash. */
export interface PasswordResets {
  add(reset: { hash: Buffer; userId: UserId; expiresAt: Date }): Promise<void>;
  /** Whose password a token sets; null for one that is not there or has expired. */
  userOf(hash: Buffer, now: Date, tx?: Transaction): Promise<UserId | null>;
  /** Uses up all tokens of a user. The account must be locked. */
  clear(tx: Transaction, userId: UserId): Promise<void>;
  /** Deletes at most `limit` tokens that have expired. */
  prune(now: Date, limit: number): Promise<number>;
}

/** Who wants a mail: counted, so that nobody's mailbox is filled by others. */
export interface MailRequests {
  /** Notes a request of an address of which nobody has looked yet whose it is. One statement, always the same. */
  add(purpose: 'PASSWORD_RESET', subject: string, now: Date): Promise<void>;
  /** The oldest of those that wait, locked; with how many came before within the window. */
  takeWaiting(tx: Transaction, limit: number): Promise<WaitingRequest[]>;
  /** Notes a request that is handled at once. False, and nothing noted, when there were `most` within the window. */
  addWithin(
    tx: Transaction,
    purpose: 'EMAIL_CONFIRMATION',
    subject: string,
    most: number,
    now: Date,
  ): Promise<boolean>;
  /** Deletes at most `limit` requests that no limit counts any more. */
  prune(now: Date, limit: number): Promise<number>;
}

export interface WaitingRequest {
  /** A stored mail address. */
  readonly subject: string;
  readonly requestedAt: Date;
  /** Requests of the same address within the hour before. */
  readonly earlier: number;
}

/** Slow hashing of passwords, few at once; TRY_AGAIN when too many wait already. */
export interface Passwords {
  /** A PHC string for a new password. */
  hash(password: string): Promise<string | Rejection<'TRY_AGAIN'>>;
  /**
   * Whether this is the password of the hash. Null stands for an account that does not exist: the same work
   * is done, and the answer is no.
   */
  verify(password: string, hash: string | null): Promise<boolean | Rejection<'TRY_AGAIN'>>;
}

/** Signs the short-lived tokens that go with every request. */
export interface AccessTokens {
  issue(
    holder: { readonly userId: UserId; readonly role: Role; readonly sessionId: string },
    now: Date,
  ): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** What they are verified with; the first key signs. */
  readonly publicKeys: readonly PublicKey[];
}

/** A public key as JSON Web Key (RFC 7517). */
export interface PublicKey {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly alg: string;
  readonly use: string;
  readonly x: string;
}
