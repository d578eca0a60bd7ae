import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../../domain/account.ts';
import type { Operation, OperationId, PointsChangeSet } from '../../domain/points-change-set.ts';

/** The loyalty accounts, one a user, and the operations that made them what they are. */
export interface Accounts {
  /**
   * The user's account, locked until the transaction ends, opened on the way when it is not there yet: facts
   * of different subgraphs come in any order. Whoever changes points, or decides about them, locks it first.
   */
  lock(tx: Transaction, userId: UserId, now: Date): Promise<Account>;

  /** Writes what was done to a locked account: its operations and what it ends up as. */
  write(tx: Transaction, changes: PointsChangeSet, now: Date): Promise<void>;

  /** Freezes an account (since when), or thaws it (null). */
  freeze(tx: Transaction, userId: UserId, since: Date | null): Promise<void>;

  /** Asks for the level of a locked account to be looked at again then; null: when something happens to it. */
  reviewAt(tx: Transaction, userId: UserId, at: Date | null): Promise<void>;

  /** At most `limit` accounts whose level is to be looked at by now, locked; those that others hold are left out. */
  lockDue(tx: Transaction, now: Date, limit: number): Promise<Account[]>;

  /** The accounts that exist of these users, in any order. */
  findOf(userIds: readonly UserId[]): Promise<Account[]>;

  /** A user's operations, newest first: at most `limit` that are older than `before`. */
  history(userId: UserId, limit: number, before: OperationId | null): Promise<PastOperation[]>;
}

export type PastOperation = Pick<Operation, 'id' | 'kind' | 'points' | 'bookingId'> & {
  readonly createdAt: Date;
};
