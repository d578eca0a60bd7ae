import type { PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import { byId, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput, forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { countCharacters } from '@parterre/platform/kernel/text.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import type { Loaders } from './loaders.ts';
import type { UserMapper } from './mappers.ts';
import { requireCurrentAdmin } from './require-current-admin.ts';
import type { QueryResolvers, UserResolvers } from './schema.generated.ts';
import { ownUser, privateFields, referredUser, userFor } from './user-view.ts';

type Context = RequestContext<Loaders>;

const MAX_SEARCH_LENGTH = 100;

export function createQueries(deps: Dependencies, jwks: readonly PublicJwk[]) {
  return {
    async me(_source, _args, context) {
      const account = await context.loaders.accounts.load(requireUser(context).caller.userId);
      return account && ownUser(account);
    },

    user: (_source, { id }, context) => visibleUser(id, context),

    async users(_source, { search, ...paging }, context) {
      await requireCurrentAdmin(deps, context);
      const page = readPage(paging, byId<'User'>);
      const found = await deps.accounts.page({
        search: readSearch(search),
        limit: page.limit + 1,
        after: page.after,
      });
      return toConnection(found.map(ownUser), page, (user) => [user.id]);
    },

    async isEmailConfirmed(_source, { userId }, context) {
      requireSubgraph(context, 'tickets');
      const account = isId<'User'>(userId) ? await deps.accounts.find(userId) : null;
      return account?.emailConfirmedAt != null;
    },

    jwks: () => jwks,
  } satisfies QueryResolvers<Context>;
}

/** A user that another subgraph refers to, as the organizer of an event, say. */
export function createUserEntity(deps: Dependencies) {
  return {
    __resolveReference: async ({ id }, { caller, loaders }) =>
      isId<'User'>(id) ? referredUser(caller, await loaders.accounts.load(id)) : null,
    ...privateFields,

    async sessions({ id }, args, context) {
      const { caller } = requireUser(context);
      // Not for administrators either: where somebody is signed in is nobody else's business.
      if (caller.userId !== id) throw forbidden('expected the user whose sessions these are');
      const { limit, after } = readPage(args, byId<'Session'>);
      const found = await deps.sessions.page(deps.database, {
        userId: caller.userId,
        limit: limit + 1,
        after,
        now: context.now,
      });
      const shown = found.map((session) => ({ ...session, current: session.id === caller.sessionId }));
      return toConnection(shown, { limit, after }, (session) => [session.id]);
    },
  } satisfies UserResolvers<Context>;
}

async function visibleUser(id: string, context: Context): Promise<UserMapper | null> {
  // Asked first: who may not see the user does not even cause a read.
  if (!isId<'User'>(id)) return null;
  const { caller } = context;
  if (caller.kind !== 'user' || (caller.role !== 'ADMIN' && caller.userId !== id)) return null;
  return userFor(caller, await context.loaders.accounts.load(id));
}

function readSearch(search: string | null | undefined): string | null {
  const count = countCharacters(search ?? '', MAX_SEARCH_LENGTH);
  if (count > MAX_SEARCH_LENGTH) {
    throw badUserInput(`expected "search" of at most ${MAX_SEARCH_LENGTH} characters, got ${count}`);
  }
  return search || null;
}
