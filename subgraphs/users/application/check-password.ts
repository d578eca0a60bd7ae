import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import { normalisePassword } from '../domain/password.ts';
import { isOverLimit, signInKey, windowStart } from '../domain/sign-in-limit.ts';
import type { UsersRoom } from './ports/users-room.ts';

export type PasswordCheckRejection = Rejection<'WRONG' | 'TOO_MANY_ATTEMPTS' | 'TRY_AGAIN'>;

/**
 * Checks a password and, if it is right, does `work` with the account locked in the same transaction. At most
 * ten wrong ones per account are answered in 15 minutes. An account that does not exist costs the same
 * statements and the same hash as a wrong password, and is limited alike.
 *
 * Of any number of tries at one time, each is hashed, but they are answered one after another: after the
 * tenth failure even a right password is no longer confirmed, so guessing in parallel gains nothing, and
 * a person who signs in twenty times at once with the right password is let in twenty times.
 */
export async function checkPassword<Result>(
  room: UsersRoom,
  login: string,
  account: Account | null,
  password: string,
  now: Date,
  work: (tx: Transaction, account: Account) => Promise<Result>,
): Promise<Result | PasswordCheckRejection> {
  const key = signInKey(login, account);
  const since = windowStart(now);
  // Spares the hash when the limit is reached already; decided under the lock below.
  if (isOverLimit(await room.failedSignIns.count(room.database, key, since))) return tooManyAttempts();

  const matches = await room.passwords.verify(normalisePassword(password), account?.passwordHash ?? null);
  if (isRejection(matches)) return matches;

  return room.database.transaction(async (tx) => {
    await room.failedSignIns.lock(tx, key);
    if (isOverLimit(await room.failedSignIns.count(tx, key, since))) return tooManyAttempts();
    const locked = matches && account ? await room.accounts.lock(tx, account.id) : null;
    // The password may have been changed while the old one was hashed.
    if (locked && locked.passwordHash === account?.passwordHash) return work(tx, locked);
    await room.failedSignIns.add(tx, key, now);
    return reject('WRONG', 'the password is wrong');
  });
}

function tooManyAttempts(): PasswordCheckRejection {
  return reject('TOO_MANY_ATTEMPTS', 'ten sign-ins failed within 15 minutes; try again later');
}
