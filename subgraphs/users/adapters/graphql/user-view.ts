import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { forbidden, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import { type Account, hasPublicProfile } from '../../domain/account.ts';
import { showEmailAddress } from '../../domain/email-address.ts';
import type { UserMapper } from './mappers.ts';
import type { UserResolvers } from './schema.generated.ts';

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

/**
 * The fields that a public profile leaves out. Null there is not the truth, so it comes with an error, and only
 * the field is lost: the same object is never there for one query and gone for the next.
 */
export const privateFields = {
  email: ({ email }, _args, context) => (email === undefined ? refuse(context) : showEmailAddress(email)),
  isEmailConfirmed: ({ emailConfirmedAt }, _args, context) =>
    emailConfirmedAt === undefined ? refuse(context) : emailConfirmedAt !== null,
  role: ({ role }, _args, context) => role ?? refuse(context),
  isBlocked: ({ isBlocked }, _args, context) => isBlocked ?? refuse(context),
  createdAt: ({ createdAt }, _args, context) => createdAt ?? refuse(context),
} satisfies UserResolvers<RequestContext>;

function refuse({ caller }: RequestContext): never {
  throw caller.kind === 'anonymous' ? unauthenticated() : forbidden('expected the user or an administrator');
}

/** An account as somebody sees it who has just proven to be its owner. */
export function ownUser(account: Account): UserMapper {
  const { id, nickname, email, emailConfirmedAt, role, isBlocked, createdAt } = account;
  return { id, nickname, email, emailConfirmedAt, role, isBlocked, createdAt };
}
