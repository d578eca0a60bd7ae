import { type Asker, mayActFor } from '@parterre/platform/kernel/asker.ts';
import type { Account } from '../../domain/account.ts';
import type { User } from './schema.generated.ts';

/** An account as its owner and administrators see it; for anybody else there is no such user. */
export function userFor(asker: Asker, account: Account | null): User | null {
  return account && mayActFor(asker, account.id) ? ownUser(account) : null;
}

/** An account as somebody sees it who has just proven to be its owner. */
export function ownUser({ id, nickname, email, role, isBlocked, createdAt }: Account): User {
  return { id, nickname, email, role, isBlocked, createdAt };
}
