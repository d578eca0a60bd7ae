import { fact } from '@parterre/contracts/facts/fact.ts';
import { PasswordResetRequested } from '@parterre/contracts/facts/users.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context, JobContext } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { parsePassword } from '../domain/password.ts';
import { hashSecretToken } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import { endAllSessions } from './end-sessions.ts';

/** Mails to one account within the hour; those that are requested beyond it are not sent, and nobody hears why. */
const MOST_RESET_MAILS = 3;
const BATCH = 100;

/**
 * Notes that somebody wants to set a new password. Whose the address is, is looked up later, by a job: nothing that is
 * answered here, nor how long it takes, depends on it.
 */
export async function requestPasswordReset(
  deps: Dependencies,
  input: { readonly email: string },
  { now }: Context,
): Promise<true | Rejection<'INVALID_EMAIL'>> {
  const email = parseEmailAddress(input.email);
  if (isRejection(email)) return email;
  await deps.mailRequests.add('PASSWORD_RESET', email, now);
  return true;
}

/** Has mails sent to those who requested them and have an account. Answers how many requests it handled. */
export async function handlePasswordResetRequests(deps: Dependencies, { now }: JobContext): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const requests = await deps.mailRequests.takeWaiting(tx, BATCH);
    for (const { subject, earlier } of requests) {
      if (earlier >= MOST_RESET_MAILS) continue;
      const owner = await deps.accounts.ownerOf(subject, tx);
      if (owner && !owner.isBlocked) {
        await tx.publish(fact(PasswordResetRequested, { userId: owner.id }, now));
      }
    }
    return requests.length;
  });
}

/**
 * Sets a new password by the token from a mail, and ends every session. Whoever has the token reads the mail of the
 * address, so that is confirmed too. Of two who use one token at one time one sets the password.
 */
export async function resetPassword(
  deps: Dependencies,
  input: { readonly token: string; readonly newPassword: string },
  { now }: Context,
): Promise<Account | Rejection<'INVALID_TOKEN' | 'INVALID_PASSWORD' | 'TRY_AGAIN'>> {
  const newPassword = parsePassword(input.newPassword, 'newPassword');
  if (isRejection(newPassword)) return newPassword;
  const hash = hashSecretToken(input.token);
  // Looked at before the slow hash, which nobody gets for nothing; decided under the lock below.
  const userId = await deps.passwordResets.userOf(hash, now);
  const known = userId && (await deps.accounts.find(userId));
  if (!known) return invalidToken();
  const passwordHash = await deps.passwords.hash(newPassword);
  if (isRejection(passwordHash)) return passwordHash;
  return deps.database.transaction(async (tx) => {
    await deps.accounts.lockEmail(tx, known.email);
    const account = await deps.accounts.lock(tx, known.id);
    const isGood = (await deps.passwordResets.userOf(hash, now, tx)) === known.id;
    if (!account || !isGood) return invalidToken();
    await deps.passwordResets.clear(tx, account.id);
    await deps.accounts.setPassword(tx, account.id, passwordHash);
    await endAllSessions(deps, tx, account, 'PASSWORD_CHANGED', now);
    if (account.emailConfirmedAt || !account.ownsEmail) return account;
    await deps.accounts.confirmEmail(tx, account, now);
    return { ...account, emailConfirmedAt: now };
  });
}

function invalidToken(): Rejection<'INVALID_TOKEN'> {
  const message = 'expected a token that came by mail within the hour and was not used; ask for another mail';
  return reject('INVALID_TOKEN', message, ['token']);
}
