import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import type { UsersRoom } from './ports/users-room.ts';

/** Stores a new account and tells the house of it; null when nickname or mail address is taken. */
export async function addAccount(
  room: UsersRoom,
  tx: Transaction,
  details: { nickname: string; email: string; passwordHash: string; role: Role },
  now: Date,
): Promise<Account | null> {
  const account: Account = {
    ...details,
    id: newId<'User'>(),
    isBlocked: false,
    createdAt: now,
    sessionsEndedAt: null,
    organizerSince: details.role === 'USER' ? null : now,
  };
  if (!(await room.accounts.add(tx, account))) return null;
  const { id: userId, nickname, email, role } = account;
  await tx.publish(fact(UserRegistered, { userId, nickname, email, role }, now));
  return account;
}
