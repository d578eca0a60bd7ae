import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';

/** A call that its caller may repeat: the key names the attempt, and belongs to the user. */
export interface IdempotentCall {
  readonly userId: UserId;
  readonly operation: string;
  /** 1 to 200 characters. */
  readonly key: string;
  /** What was asked for, without the key. */
  readonly input: object;
}

/** Remembers the outcome of calls, so that a repetition gets the first outcome and has no second effect. */
export interface Idempotency {
  /**
   * Does the work once for each key, within the caller's transaction; the outcome is kept as JSON. A call
   * that comes while the first one is at work waits for it.
   */
  once<Outcome extends object>(
    tx: Transaction,
    call: IdempotentCall,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Rejection<'IDEMPOTENCY_KEY_REUSED'>>;
}
