import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import { addressKey } from '../domain/client-address.ts';
import { LOGIN_WINDOW_MS, loginKey, waitBeforeLogin } from '../domain/login-limit.ts';
import { normalisePassword } from '../domain/password.ts';
import type { Dependencies } from './dependencies.ts';

export type PasswordCheckRejection = Rejection<'WRONG' | 'TOO_MANY_ATTEMPTS' | 'TRY_AGAIN'>;

/** Who is said to log in, with what. */
export interface PasswordCheck {
  readonly login: string;
  /** The account that the login names; null when there is none. */
  readonly account: Account | null;
  readonly password: string;
}

/** Somebody proves to be a user, from an address that is counted. */
export interface ClientContext extends Context {
  /** Undefined where nobody knows it. */
  readonly clientAddress?: string;
}

/**
 * Checks a password and, if it is right, does `work` with the account locked in the same transaction. At most
 * ten wrong ones per account and address are answered in 15 minutes, and few from unknown addresses once there
 * are many (login-limit.ts). An account that does not exist costs the same statements and the same hash as a
 * wrong password, and is limited alike.
 *
 * Of any number of tries at one time, each is hashed, but they are answered one after another: after the
 * tenth failure even a right password is no longer confirmed, so guessing in parallel gains nothing, and
 * a user who logs in twenty times at once with the right password is let in twenty times.
 */
export async function checkPassword<Result>(
  deps: Dependencies,
  { login, account, password }: PasswordCheck,
  { clientAddress, now }: ClientContext,
  work: (tx: Transaction, account: Account) => Promise<Result>,
): Promise<Result | PasswordCheckRejection> {
  const attempt = { key: loginKey(login, account), address: addressKey(clientAddress) };
  const wait = async (tx?: Transaction) =>
    waitBeforeLogin(await deps.failedLogins.record(attempt, now, tx), now);
  // Spares the hash when the limit is reached already; decided under the lock below.
  const waitMs = await wait();
  if (waitMs > 0) return tooManyAttempts(waitMs);

  const matches = await deps.passwords.verify(normalisePassword(password), account?.passwordHash ?? null);
  if (isRejection(matches)) return matches;

  return deps.database.transaction(async (tx) => {
    await deps.failedLogins.lock(tx, attempt);
    const waitMs = await wait(tx);
    if (waitMs > 0) return tooManyAttempts(waitMs);
    const locked = matches && account ? await deps.accounts.lock(tx, account.id) : null;
    // The password may have been changed while the old one was hashed.
    if (locked && locked.passwordHash === account?.passwordHash) {
      await deps.failedLogins.noteSuccess(tx, attempt, now);
      return work(tx, locked);
    }
    await deps.failedLogins.add(tx, attempt, now);
    return reject('WRONG', 'the password is wrong');
  });
}

function tooManyAttempts(waitMs: number): PasswordCheckRejection {
  const wait = waitMs >= LOGIN_WINDOW_MS ? 'within 15 minutes' : `in ${Math.ceil(waitMs / 1000)} seconds`;
  return reject('TOO_MANY_ATTEMPTS', `too many logins have failed; try again ${wait}`);
}
