import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { commands } from '../../application.ts';
import type { Account } from '../../domain/account.ts';
import type { MutationResolvers } from './schema.generated.ts';
import { ownUser } from './user-view.ts';

type MailMutations = Required<
  Pick<
    MutationResolvers<RequestContext>,
    'confirmEmail' | 'requestEmailConfirmation' | 'requestPasswordReset' | 'resetPassword' | 'issueMailToken'
  >
>;

/** What is done by links in mails, and how one comes by them. */
export function createMailMutations(deps: Dependencies): MailMutations {
  return {
    async confirmEmail(_source, { input }, { now }) {
      return shown(await commands.confirmEmail(deps, input, now));
    },

    async requestEmailConfirmation(_source, { input }, context) {
      const { caller } = requireUser(context);
      return shown(await commands.requestEmailConfirmation(deps, caller, input, context.now));
    },

    async requestPasswordReset(_source, { input }, { now }) {
      const outcome = await commands.requestPasswordReset(deps, input, now);
      if (!isRejection(outcome)) return { accepted: true, userErrors: [] };
      return { accepted: false, userErrors: toUserErrors(outcome) };
    },

    async resetPassword(_source, { input }, { now }) {
      return shown(await commands.resetPassword(deps, input, now));
    },

    async issueMailToken(_source, { input }, context) {
      requireSubgraph(context, 'notifications');
      const { userId, purpose } = input;
      if (!isId<'User'>(userId)) throw badUserInput(`expected a UUID, got "${userId.slice(0, 60)}"`);
      const issued = await commands.issueMailToken(deps, { userId, purpose }, context.now);
      return issued ?? { token: null, expiresAt: null };
    },
  };
}

/** An account for whoever has just proven to be its owner, or to be allowed to act for it. */
function shown<Code extends string>(outcome: Account | Rejection<Code>) {
  if ('rejected' in outcome) return { user: null, userErrors: toUserErrors(outcome) };
  return { user: ownUser(outcome), userErrors: [] };
}
