import { fact } from '@parterre/contracts/facts/fact.ts';
import { AddressRegisteredAgain, EmailConfirmationRequested } from '@parterre/contracts/facts/users.ts';
import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context, UserContext } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import { hashEmailAddress } from '../domain/email-address.ts';
import { hashSecretToken, newSecretToken, PASSWORD_RESET_LIFETIME_MS } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import type { MailToken } from './ports.ts';

const MOST_CONFIRMATION_MAILS = 5;

/**
 * Confirms an address by the token from a mail. From then on it is the account's own: it logs in, and resets the
 * password. Confirming again changes nothing.
 */
export async function confirmEmail(
  deps: Dependencies,
  input: { readonly token: string },
  { now }: Context,
): Promise<Account | Rejection<'INVALID_TOKEN' | 'EMAIL_TAKEN'>> {
  const claim = await deps.mailTokens.read(input.token, now);
  const known = claim && (await deps.accounts.find(claim.userId));
  if (!claim || !known) return invalidToken();
  return deps.database.transaction(async (tx) => {
    await deps.accounts.lockEmail(tx, known.email);
    const account = await deps.accounts.lock(tx, known.id);
    if (!account || hashEmailAddress(account.email) !== claim.emailHash) return invalidToken();
    if (account.emailConfirmedAt) return account;
    const owner = await deps.accounts.ownerOf(account.email, tx);
    if (owner?.emailConfirmedAt) {
      const message = 'expected an address that no other account has confirmed; log in to that one';
      return reject('EMAIL_TAKEN', message, ['token']);
    }
    await deps.accounts.confirmEmail(tx, account, now);
    return { ...account, ownsEmail: true, emailConfirmedAt: now };
  });
}

function invalidToken(): Rejection<'INVALID_TOKEN'> {
  return reject(
    'INVALID_TOKEN',
    'expected the token of the newest mail, within three days; ask for another',
    ['token'],
  );
}

/** Requests another mail that confirms the address: one's own, or anybody's for an administrator. */
export async function requestEmailConfirmation(
  deps: Dependencies,
  input: { readonly userId?: string | null },
  { caller, now }: UserContext,
): Promise<Account | Rejection<'USER_NOT_FOUND' | 'ALREADY_CONFIRMED' | 'TOO_MANY_REQUESTS'>> {
  const userId = input.userId ?? caller.userId;
  if (!isId<'User'>(userId) || !mayActFor(caller, userId)) return userNotFound();
  return deps.database.transaction(async (tx) => {
    const account = await deps.accounts.lock(tx, userId);
    if (!account) return userNotFound();
    if (account.emailConfirmedAt) return reject('ALREADY_CONFIRMED', 'the address is confirmed already');
    const purpose = 'EMAIL_CONFIRMATION';
    if (!(await deps.mailRequests.addWithin(tx, purpose, userId, MOST_CONFIRMATION_MAILS, now))) {
      const message = `expected at most ${MOST_CONFIRMATION_MAILS} mails an hour; look into the last one, or come back`;
      return reject('TOO_MANY_REQUESTS', message);
    }
    await tx.publish(fact(EmailConfirmationRequested, { userId }, now));
    return account;
  });
}

function userNotFound(): Rejection<'USER_NOT_FOUND'> {
  return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
}

/**
 * Makes the token for a mail that is about to be sent; null when there is nothing to send any more. Somebody who has
 * confirmed the address with another account gets a mail instead that it was registered again, and the mail of that
 * registration is not sent: so registering itself need not look, and says nothing by its time either.
 */
export async function issueMailToken(
  deps: Dependencies,
  input: { readonly userId: UserId; readonly purpose: 'EMAIL_CONFIRMATION' | 'PASSWORD_RESET' },
  { now }: Context,
): Promise<MailToken | null> {
  const account = await deps.accounts.find(input.userId);
  if (!account || account.isBlocked) return null;
  if (input.purpose === 'PASSWORD_RESET') {
    if (!account.ownsEmail) return null;
    const token = newSecretToken();
    const expiresAt = new Date(now.getTime() + PASSWORD_RESET_LIFETIME_MS);
    const reset = { hash: hashSecretToken(token), userId: account.id, expiresAt };
    await deps.passwordResets.add(reset);
    return { token, expiresAt };
  }
  if (account.emailConfirmedAt) return null;
  const owner = await deps.accounts.ownerOf(account.email);
  if (owner?.emailConfirmedAt) {
    const again = fact(AddressRegisteredAgain, { userId: owner.id }, now);
    await deps.database.transaction((tx) => tx.publish(again));
    return null;
  }
  return deps.mailTokens.issue(account, now);
}

/** Confirms the addresses that need no confirming, for the accounts whose own they are. */
export async function confirmListedEmails(deps: Dependencies, { now }: Context): Promise<void> {
  await deps.accounts.confirmEmails([...deps.confirmedAddresses], now);
}
