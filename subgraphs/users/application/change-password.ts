import type { Person } from '@parterre/platform/kernel/asker.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Account } from '../domain/account.ts';
import { parsePassword } from '../domain/password.ts';
import { checkPassword } from './check-password.ts';
import type { UsersRoom } from './ports/users-room.ts';

export type ChangePasswordRejection = Rejection<
  'WRONG_PASSWORD' | 'INVALID_PASSWORD' | 'TOO_MANY_ATTEMPTS' | 'TRY_AGAIN'
>;

/** Sets a new password and ends every other session: whoever knew the old one is out. */
export async function changePassword(
  room: UsersRoom,
  asker: Person,
  input: { readonly currentPassword: string; readonly newPassword: string },
  now: Date,
): Promise<Account | ChangePasswordRejection> {
  const newPassword = parsePassword(input.newPassword, 'newPassword');
  if (isRejection(newPassword)) return newPassword;
  // Hashed before the transaction: a slow hash must not keep a connection and a lock waiting.
  const passwordHash = await room.passwords.hash(newPassword);
  if (isRejection(passwordHash)) return passwordHash;
  const account = await room.accounts.find(asker.userId);
  const outcome = await checkPassword(
    room,
    asker.userId,
    account,
    input.currentPassword,
    now,
    async (tx, locked) => {
      await room.accounts.setPassword(tx, locked.id, passwordHash);
      await room.sessions.endAll(tx, locked.id, now, asker.sessionId);
      return locked;
    },
  );
  if (!isRejection(outcome)) return outcome;
  if (outcome.code !== 'WRONG') return reject(outcome.code, outcome.message);
  return reject('WRONG_PASSWORD', 'expected your password until now, got another one', ['currentPassword']);
}
