import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { countCharacters } from '@parterre/platform/kernel/text.ts';
import type { Application } from '../../application/application.ts';
import { ownUser, userFor } from './mappers.ts';
import { requireCurrentAdmin } from './require-current-admin.ts';
import type { QueryResolvers } from './schema.generated.ts';

const MAX_SEARCH_LENGTH = 100;
const MAX_NICKNAMES = 500;

/** What can be read. */
export function createQueries(application: Application) {
  const { queries } = application;
  return {
    me: async (_query, _args, context) => {
      const account = await context.loaders.accountOf.load(requireUser(context).caller.userId);
      return account && ownUser(account);
    },

    user: async (_query, { id }, { caller, loaders }) => {
      // Looked at first: who may not see the user does not even cause a read.
      if (!isId<'User'>(id)) return null;
      if (caller.kind !== 'user' || (caller.role !== 'ADMIN' && caller.userId !== id)) return null;
      return userFor(caller, await loaders.accountOf.load(id));
    },

    users: async (_query, { search, ...paging }, context) => {
      await requireCurrentAdmin(application, context);
      const page = readPage(paging, byId<'User'>);
      const found = await queries.accounts({ search: readSearch(search), ...oneMore(page) });
      return toConnection(found.map(ownUser), page, (user) => [user.id]);
    },

    isEmailConfirmed: async (_query, { userId }, context) => {
      requireSubgraph(context, 'tickets');
      return isId<'User'>(userId) && (await queries.isEmailConfirmed(userId));
    },

    userWithNickname: async (_query, { nickname }, context) => {
      requireSubgraph(context, 'tickets');
      return queries.userWithNickname(nickname);
    },

    nicknames: async (_query, { userIds }, context) => {
      requireSubgraph(context, 'tickets');
      const { length } = userIds;
      if (length < 1 || length > MAX_NICKNAMES) {
        throw badUserInput(`expected "userIds" of 1 to ${MAX_NICKNAMES}, got ${length}`);
      }
      const accounts = userIds.map((id) => (isId<'User'>(id) ? context.loaders.accountOf.load(id) : null));
      return (await Promise.all(accounts)).map((account) => account?.nickname ?? null);
    },

    jwks: () => queries.publicKeys(),
  } satisfies QueryResolvers;
}

function readSearch(search: string | null | undefined): string | null {
  const count = countCharacters(search ?? '', MAX_SEARCH_LENGTH);
  if (count > MAX_SEARCH_LENGTH) {
    throw badUserInput(`expected "search" of at most ${MAX_SEARCH_LENGTH} characters, got ${count}`);
  }
  return search || null;
}
