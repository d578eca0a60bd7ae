import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Stores a new account and tells the others of it; null when the nickname is taken, or the mail address that is to be its
 * own.
 */
export async function addAccount(
  deps: Dependencies,
  tx: Transaction,
  details: {
    readonly nickname: string;
    readonly email: string;
    readonly passwordHash: string;
    readonly role: Role;
    readonly ownsEmail: boolean;
    readonly isEmailConfirmed: boolean;
  },
  now: Date,
): Promise<Account | null> {
  const { isEmailConfirmed, ...given } = details;
  const account: Account = {
    ...given,
    emailConfirmedAt: isEmailConfirmed ? now : null,
    id: newId<'User'>(),
    isBlocked: false,
    createdAt: now,
    sessionsEndedAt: null,
    organizerSince: details.role === 'USER' ? null : now,
  };
  if (!(await deps.accounts.add(tx, account))) return null;
  const { id: userId, nickname, email, role } = account;
  await tx.publish(fact(UserRegistered, { userId, nickname, email, role }, now));
  return account;
}
