import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { deterministicId, type Id } from '@parterre/platform/kernel/ids.ts';
import type { Level } from './level.ts';

export type LoyaltyAccountId = Id<'LoyaltyAccount'>;

/** What an account may hold: far above what anybody earns, and well inside a GraphQL Int. */
export const MAX_POINTS = 1_000_000_000;

/** A user's points. */
export interface Account {
  readonly userId: UserId;
  /** The sum of all operations; never below zero. */
  readonly points: number;
  /** Of these, what is set aside for bookings that are not paid yet; never more than `points`. */
  readonly reserved: number;
  /** What was to be taken back when it was already spent. Taken from whatever comes in next. */
  readonly owed: number;
  readonly level: Level;
  /** While the user is blocked no points are spent. They are still earned, taken back and returned. */
  readonly isFrozen: boolean;
}

/** The account of somebody of whom the loyalty subgraph has not heard yet. */
export function emptyAccount(userId: UserId): Account {
  return { userId, points: 0, reserved: 0, owed: 0, level: 'BRONZE', isFrozen: false };
}

/** What can be spent, or taken back, now. */
export function availablePoints(account: Account): number {
  return account.points - account.reserved;
}

/** A user has one account, and its id follows from the user's. */
export function accountIdOf(userId: UserId): LoyaltyAccountId {
  return deterministicId<'LoyaltyAccount'>('loyalty-account', userId);
}
