import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import type { SignedIn } from '../../application/open-session.ts';
import { commands } from '../../application.ts';
import type { MutationResolvers } from './schema.generated.ts';
import { ownUser } from './user-view.ts';

type SessionMutations = Required<
  Pick<
    MutationResolvers<RequestContext>,
    'register' | 'login' | 'refreshSession' | 'logout' | 'endSession' | 'changePassword'
  >
>;

/** What people do about their own account and sessions. */
export function createSessionMutations(deps: Dependencies): SessionMutations {
  return {
    async register(_source, { input }, { now, clientAddress }) {
      const outcome = await commands.register(deps, { ...input, address: clientAddress }, now);
      if ('session' in outcome) return signedIn(outcome);
      return { user: null, session: null, userErrors: outcome.flatMap(toUserErrors) };
    },

    async login(_source, { input }, { now, clientAddress }) {
      const outcome = await commands.login(deps, { ...input, address: clientAddress }, now);
      if (!isRejection(outcome)) return signedIn(outcome);
      return { user: null, session: null, userErrors: toUserErrors(outcome) };
    },

    async refreshSession(_source, { input }, { now }) {
      const outcome = await commands.refreshSession(deps, input, now);
      if (!isRejection(outcome)) return signedIn(outcome);
      return { user: null, session: null, userErrors: toUserErrors(outcome) };
    },

    async logout(_source, { input }, { caller, now }) {
      const own = caller.kind === 'user' && isId(caller.sessionId) ? caller.sessionId : null;
      const outcome = await commands.logout(deps, input, own, now);
      if (!isRejection(outcome)) return { signedOut: true, userErrors: [] };
      return { signedOut: false, userErrors: toUserErrors(outcome) };
    },

    async endSession(_source, { input }, context) {
      const outcome = await commands.endOwnSession(deps, requireUser(context).caller, input, context.now);
      if (!isRejection(outcome)) return { user: ownUser(outcome), userErrors: [] };
      return { user: null, userErrors: toUserErrors(outcome) };
    },

    async changePassword(_source, { input }, context) {
      const { now, clientAddress: address } = context;
      const outcome = await commands.changePassword(
        deps,
        requireUser(context).caller,
        { ...input, address },
        now,
      );
      if (!isRejection(outcome)) return { user: ownUser(outcome), userErrors: [] };
      return { user: null, userErrors: toUserErrors(outcome) };
    },
  };
}

function signedIn({ account, session }: SignedIn) {
  return { user: ownUser(account), session, userErrors: [] };
}
