import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { SignedIn } from '../../application/open-session.ts';
import type { Account } from '../../domain/account.ts';
import { ownUser } from './mappers.ts';
import { requireCurrentAdmin } from './require-current-admin.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What can be changed: by users on their own accounts, by links in mails, by administrators. */
export function createMutations(application: Application) {
  const { commands } = application;
  return {
    register: async (_mutation, { input }, context) => {
      const outcome = await commands.register(input, context);
      if ('session' in outcome) return sessionPayload(outcome);
      return { user: null, session: null, userErrors: outcome.flatMap(toUserErrors) };
    },

    login: async (_mutation, { input }, context) => sessionPayload(await commands.login(input, context)),

    refreshSession: async (_mutation, { input }, context) =>
      sessionPayload(await commands.refreshSession(input, context)),

    logout: async (_mutation, { input }, context) => {
      const outcome = await commands.logout(input, context);
      if (!isRejection(outcome)) return { signedOut: true, userErrors: [] };
      return { signedOut: false, userErrors: toUserErrors(outcome) };
    },

    endSession: async (_mutation, { input }, context) =>
      userPayload(await commands.endSession(input, requireUser(context))),

    changePassword: async (_mutation, { input }, context) =>
      userPayload(await commands.changePassword(input, requireUser(context))),

    changeLanguage: async (_mutation, { input }, context) =>
      userPayload(await commands.changeLanguage(input, requireUser(context))),

    confirmEmail: async (_mutation, { input }, context) =>
      userPayload(await commands.confirmEmail(input, context)),

    requestEmailConfirmation: async (_mutation, { input }, context) =>
      userPayload(await commands.requestEmailConfirmation(input, requireUser(context))),

    requestPasswordReset: async (_mutation, { input }, context) => {
      const outcome = await commands.requestPasswordReset(input, context);
      if (!isRejection(outcome)) return { accepted: true, userErrors: [] };
      return { accepted: false, userErrors: toUserErrors(outcome) };
    },

    resetPassword: async (_mutation, { input }, context) =>
      userPayload(await commands.resetPassword(input, context)),

    assignRole: async (_mutation, { input }, context) => {
      const byAdmin = await requireCurrentAdmin(application, context);
      return userPayload(
        await onUser(input.userId, (userId) => commands.assignRole({ ...input, userId }, byAdmin)),
      );
    },

    blockUser: async (_mutation, { input }, context) => {
      const byAdmin = await requireCurrentAdmin(application, context);
      return userPayload(
        await onUser(input.userId, (userId) => commands.blockUser({ ...input, userId }, byAdmin)),
      );
    },

    unblockUser: async (_mutation, { input }, context) => {
      const byAdmin = await requireCurrentAdmin(application, context);
      return userPayload(await onUser(input.userId, (userId) => commands.unblockUser({ userId }, byAdmin)));
    },
  } satisfies MutationResolvers;
}

function sessionPayload<Code extends string>(outcome: SignedIn | Rejection<Code>) {
  if ('rejected' in outcome) return { user: null, session: null, userErrors: toUserErrors(outcome) };
  return { user: ownUser(outcome.account), session: outcome.session, userErrors: [] };
}

function userPayload<Code extends string>(outcome: Account | Rejection<Code>) {
  if ('rejected' in outcome) return { user: null, userErrors: toUserErrors(outcome) };
  return { user: ownUser(outcome), userErrors: [] };
}

/** A text that is no id names nobody. */
async function onUser<Code extends string>(
  id: string,
  command: (id: UserId) => Promise<Account | Rejection<Code>>,
): Promise<Account | Rejection<Code | 'USER_NOT_FOUND'>> {
  if (isId<'User'>(id)) return command(id);
  return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
}
