import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import { type Account, hasPublicProfile } from '../../domain/account.ts';

/** What stands behind a User: all of an account for its owner and administrators, else its public profile. */
export type UserMapper = Pick<Account, 'id' | 'nickname'> &
  Partial<Pick<Account, 'email' | 'emailConfirmedAt' | 'role' | 'language' | 'isBlocked' | 'createdAt'>>;

/** An account as somebody sees it who has just proven to be its owner, or to be allowed to act for it. */
export function ownUser(account: Account): UserMapper {
  const { id, nickname, email, emailConfirmedAt, role, language, isBlocked, createdAt } = account;
  return { id, nickname, email, emailConfirmedAt, role, language, isBlocked, createdAt };
}

/** An account as its owner and administrators see it; for anybody else there is no such user. */
export function userFor(caller: Caller, account: Account | null): UserMapper | null {
  return account && mayActFor(caller, account.id) ? ownUser(account) : null;
}

/**
 * An account as it is referred to: whole for its owner and administrators, the nickname alone for everybody else
 * where it is public, and otherwise like one that does not exist.
 */
export function referredUser(caller: Caller, account: Account | null): UserMapper | null {
  if (!account) return null;
  if (mayActFor(caller, account.id)) return ownUser(account);
  return hasPublicProfile(account) ? { id: account.id, nickname: account.nickname } : null;
}

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
