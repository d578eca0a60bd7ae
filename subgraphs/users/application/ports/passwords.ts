import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

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
