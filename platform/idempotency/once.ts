import type { Rejection } from '../kernel/rejection.ts';
import type { Transaction } from '../postgres/database.ts';
import type { KeyedInput } from './idempotency.ts';

/** Remembers the outcomes of calls, so that a repetition gets the first outcome and has no second effect. */
export interface Idempotency {
  /**
   * Does the work once for each key, within the caller's transaction; the outcome is kept as JSON. A call
   * that comes while the first one is at work waits for it.
   */
  once<Outcome extends object>(
    tx: Transaction,
    call: KeyedInput,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Rejection<'IDEMPOTENCY_KEY_REUSED'>>;
}
