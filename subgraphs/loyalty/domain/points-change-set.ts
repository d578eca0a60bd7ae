import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { type Id, newId } from '@parterre/platform/kernel/ids.ts';
import { type Account, availablePoints, MAX_POINTS } from './account.ts';
import type { Level } from './level.ts';

export type OperationId = Id<'PointsOperation'>;
export type OperationKind = 'EARNED' | 'REVERSED' | 'SPENT' | 'RETURNED';

/** One change of an account's points; immutable. */
export interface Operation {
  readonly id: OperationId;
  readonly kind: OperationKind;
  /** What it added; below zero for SPENT and REVERSED, never zero. */
  readonly points: number;
  readonly bookingId: BookingId;
  /** The account's points after it. */
  readonly balance: number;
}

/**
 * An account on the desk: it is locked, things are done to it one after another, and then the account as it
 * ends up is written together with the operations that led there.
 */
export class PointsChangeSet {
  readonly operations: Operation[] = [];
  #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  get account(): Account {
    return this.#account;
  }

  /** Points for a booking that was paid, as far as the account has room. Answers how many were added. */
  earn(bookingId: BookingId, points: number): number {
    const added = Math.min(points, Math.max(0, MAX_POINTS - this.#account.points));
    this.#add('EARNED', bookingId, added);
    return added;
  }

  /** Takes back what a refunded booking had earned, as far as it is there. Answers what is owed from now on. */
  takeBack(bookingId: BookingId, points: number): number {
    const taken = Math.min(points, availablePoints(this.#account));
    this.#add('REVERSED', bookingId, -taken);
    const owed = points - taken;
    this.#change({ owed: this.#account.owed + owed });
    return owed;
  }

  /** Takes what a booking owes, as far as it is there. Answers how much was taken. */
  settle(bookingId: BookingId, owed: number): number {
    const taken = Math.min(owed, availablePoints(this.#account));
    this.#add('REVERSED', bookingId, -taken);
    this.#change({ owed: this.#account.owed - taken });
    return taken;
  }

  /** Sets points aside. The caller has seen that they are there. */
  reserve(points: number): void {
    this.#change({ reserved: this.#account.reserved + points });
  }

  /** Puts points back that were set aside. */
  release(points: number): void {
    this.#change({ reserved: this.#account.reserved - points });
  }

  /** Spends points that were set aside. */
  spend(bookingId: BookingId, points: number): void {
    this.release(points);
    this.#add('SPENT', bookingId, -points);
  }

  /** Returns points that had paid for refunded tickets. */
  giveBack(bookingId: BookingId, points: number): void {
    this.#add('RETURNED', bookingId, points);
  }

  changeLevel(level: Level): void {
    this.#change({ level });
  }

  #add(kind: OperationKind, bookingId: BookingId, points: number): void {
    if (points === 0) return;
    const balance = this.#account.points + points;
    this.operations.push({ id: newId<'PointsOperation'>(), kind, points, bookingId, balance });
    this.#change({ points: balance });
  }

  #change(change: Partial<Account>): void {
    this.#account = { ...this.#account, ...change };
  }
}
