import type { Role } from '@parterre/platform/kernel/caller.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../../domain/account.ts';

/** All accounts. */
export interface Accounts {
  find(id: UserId): Promise<Account | null>;
  /** By several ids at once, in any order; ids without an account are left out. */
  findMany(ids: readonly UserId[]): Promise<Account[]>;
  /** By nickname, or by a mail address that is its account's own; in any case. */
  findByLogin(login: string): Promise<Account | null>;
  /** Newest first, beginning after `after`; `search` is words, each part of a nickname or mail address. */
  page(page: AccountPage): Promise<Account[]>;

  /** The account whose own an address is. */
  ownerOf(sql: Sql, email: string): Promise<Account | null>;
  /** Which of the two are somebody's own already. */
  taken(sql: Sql, nickname: string, email: string): Promise<{ nickname: boolean; email: boolean }>;
  hasAdministrator(sql: Sql): Promise<boolean>;

  /** Stores a new account; false, and nothing stored, when nickname or mail address is taken. */
  add(tx: Sql, account: Account): Promise<boolean>;
  /** Reads an account and keeps others from changing it until the transaction ends. */
  lock(tx: Sql, id: UserId): Promise<Account | null>;
  /**
   * Locks every administrator who is not blocked. Taken before `lock` wherever an administrator may be
   * lost, so that two who take the role from each other do so one after the other.
   */
  lockAdministrators(tx: Sql): Promise<UserId[]>;
  /** Waits until no other first administrator is being made. */
  lockFirstAdministrator(tx: Sql): Promise<void>;
  /** Lets one transaction at a time decide whose own an address is. Taken before any account is locked. */
  lockEmail(tx: Sql, email: string): Promise<void>;
  /** Makes the address the account's own, and takes it from one that has not confirmed it. */
  confirmEmail(tx: Sql, id: UserId, at: Date): Promise<void>;
  /** Confirms addresses for those whose own they are. */
  confirmEmails(sql: Sql, emails: readonly string[], at: Date): Promise<void>;
  setPassword(tx: Sql, id: UserId, passwordHash: string): Promise<void>;
  setRole(tx: Sql, id: UserId, role: Role, organizerSince: Date | null): Promise<void>;
  /** Notes that all sessions have ended; see `Account.sessionsEndedAt`. */
  setSessionsEnded(tx: Sql, id: UserId, at: Date): Promise<void>;
  setBlocked(tx: Sql, id: UserId, blocked: { reason: string; at: Date } | null): Promise<void>;
}

export interface AccountPage {
  readonly search: string | null;
  readonly limit: number;
  /** Id of the last account of the page before. */
  readonly after: UserId | null;
}
