import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { LoginRecord } from '../../domain/login-limit.ts';

/** Who tries to sign in to what, and from where. */
export interface LoginAttempt {
  /** `loginKey` of the login. */
  readonly key: string;
  /** `addressKey` of the client. */
  readonly address: string;
}

/** Failed logins, counted in the database so that every replica knows of them. */
export interface FailedLogins {
  record(sql: Sql, attempt: LoginAttempt, now: Date): Promise<LoginRecord>;
  /** Lets one transaction at a time decide about this account, from whatever address. */
  lock(tx: Sql, attempt: LoginAttempt): Promise<void>;
  add(tx: Sql, attempt: LoginAttempt, at: Date): Promise<void>;
  /** Somebody signed in from this address: it is known to the account from now on. */
  noteSuccess(tx: Sql, attempt: LoginAttempt, at: Date): Promise<void>;
}
