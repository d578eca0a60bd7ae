import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../../domain/account.ts';

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
  add(sql: Sql, reset: { hash: Buffer; userId: UserId; expiresAt: Date }): Promise<void>;
  /** Whose password a token sets; null for one that is not there or has expired. */
  userOf(sql: Sql, hash: Buffer, now: Date): Promise<UserId | null>;
  /** Uses up all tokens of a user. The account must be locked. */
  clear(tx: Sql, userId: UserId): Promise<void>;
}

/** Who wants a mail: counted, so that nobody's mailbox is filled by others. */
export interface MailRequests {
  /** Notes that somebody asked, of an address of which nobody has looked yet whose it is. One statement, always the same. */
  add(sql: Sql, purpose: 'PASSWORD_RESET', subject: string, now: Date): Promise<void>;
  /** The oldest of those that wait, locked; with how many came before within the window. */
  takeWaiting(tx: Sql, limit: number): Promise<WaitingRequest[]>;
  /** Notes a request that is handled at once. False, and nothing noted, when there were `most` within the window. */
  addWithin(
    tx: Sql,
    purpose: 'EMAIL_CONFIRMATION',
    subject: string,
    most: number,
    now: Date,
  ): Promise<boolean>;
}

export interface WaitingRequest {
  /** A stored mail address. */
  readonly subject: string;
  readonly requestedAt: Date;
  /** Requests of the same address within the hour before. */
  readonly earlier: number;
}
