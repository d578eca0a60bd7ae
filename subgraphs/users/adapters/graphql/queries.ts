import type { PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import { requirePerson } from '@parterre/platform/graphql/askers.ts';
import { readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { isId, type UserId } from '@parterre/platform/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { UsersRoom } from '../../application/ports/users-room.ts';
import { requireLiveAdmin } from './live-admin.ts';
import type { Loaders } from './loaders.ts';
import type { UserMapper } from './mappers.ts';
import type { QueryResolvers, UserResolvers } from './schema.generated.ts';
import { ownUser, privateFields, referredUser, userFor } from './user-view.ts';

type Context = RequestContext<Loaders>;

const MAX_SEARCH_LENGTH = 100;

export function createQueries(room: UsersRoom, jwks: readonly PublicJwk[]): QueryResolvers<Context> {
  return {
    async me(_source, _args, context) {
      const account = await context.loaders.accounts.load(requirePerson(context).userId);
      return account && ownUser(account);
    },

    user: (_source, { id }, context) => visibleUser(id, context),

    async users(_source, { search, ...paging }, context) {
      await requireLiveAdmin(room, context);
      const page = readPage(paging);
      const found = await room.accounts.page({
        search: readSearch(search),
        limit: page.limit + 1,
        after: readAfter(page.after),
      });
      return toConnection(found.map(ownUser), page, (user) => [user.id]);
    },

    jwks: () => jwks,
  };
}

/** A user that another subgraph refers to, as the organizer of an event, say. */
export const userEntity: UserResolvers<Context> = {
  __resolveReference: async ({ id }, { asker, loaders }) =>
    isId<'User'>(id) ? referredUser(asker, await loaders.accounts.load(id)) : null,
  ...privateFields,
};

async function visibleUser(id: string, context: Context): Promise<UserMapper | null> {
  // Asked first: who may not see the user does not even cause a read.
  if (!isId<'User'>(id)) return null;
  const { asker } = context;
  if (asker.kind !== 'person' || (asker.role !== 'ADMIN' && asker.userId !== id)) return null;
  return userFor(asker, await context.loaders.accounts.load(id));
}

function readSearch(search: string | null | undefined): string | null {
  if (search && search.length > MAX_SEARCH_LENGTH) {
    throw badUserInput(`expected "search" of at most ${MAX_SEARCH_LENGTH} characters, got ${search.length}`);
  }
  return search || null;
}

function readAfter(after: readonly string[] | null): UserId | null {
  if (!after) return null;
  const [id] = after;
  if (after.length === 1 && id !== undefined && isId<'User'>(id)) return id;
  throw badUserInput('expected "after" to be the endCursor of an earlier page of users');
}
