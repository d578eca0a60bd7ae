import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { SignInRecord } from '../../domain/sign-in-limit.ts';

/** Who tries to sign in to what, and from where. */
export interface SignInAttempt {
  /** `signInKey` of the login. */
  readonly key: string;
  /** `addressKey` of the client. */
  readonly address: string;
}

/** Failed sign-ins, counted in the database so that every replica knows of them. */
export interface FailedSignIns {
  record(sql: Sql, attempt: SignInAttempt, now: Date): Promise<SignInRecord>;
  /** Lets one transaction at a time decide about this account, from whatever address. */
  lock(tx: Sql, attempt: SignInAttempt): Promise<void>;
  add(tx: Sql, attempt: SignInAttempt, at: Date): Promise<void>;
  /** Somebody signed in from this address: it is known to the account from now on. */
  noteSuccess(tx: Sql, attempt: SignInAttempt, at: Date): Promise<void>;
}
