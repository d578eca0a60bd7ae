import type { PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import { requirePerson, requireRoom } from '@parterre/platform/graphql/askers.ts';
import { readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput, forbidden } from '@parterre/platform/graphql/errors.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import { countCharacters } from '@parterre/platform/kernel/text.ts';
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
        after: readAfter(page.after, 'users'),
      });
      return toConnection(found.map(ownUser), page, (user) => [user.id]);
    },

    async isEmailConfirmed(_source, { userId }, context) {
      requireRoom(context, 'tickets');
      const account = isId<'User'>(userId) ? await room.accounts.find(userId) : null;
      return account?.emailConfirmedAt != null;
    },

    jwks: () => jwks,
  };
}

/** A user that another subgraph refers to, as the organizer of an event, say. */
export function createUserEntity(room: UsersRoom): UserResolvers<Context> {
  return {
    __resolveReference: async ({ id }, { asker, loaders }) =>
      isId<'User'>(id) ? referredUser(asker, await loaders.accounts.load(id)) : null,
    ...privateFields,

    async sessions({ id }, args, context) {
      const caller = requirePerson(context);
      // Not for administrators either: where somebody is signed in is nobody else's business.
      if (caller.userId !== id) throw forbidden('expected the user whose sessions these are');
      const { limit, after } = readPage(args);
      const found = await room.sessions.page(room.database, {
        userId: caller.userId,
        limit: limit + 1,
        after: readAfter(after, 'sessions'),
        now: context.now,
      });
      const shown = found.map((session) => ({ ...session, current: session.id === caller.sessionId }));
      return toConnection(shown, { limit, after }, (session) => [session.id]);
    },
  };
}

async function visibleUser(id: string, context: Context): Promise<UserMapper | null> {
  // Asked first: who may not see the user does not even cause a read.
  if (!isId<'User'>(id)) return null;
  const { asker } = context;
  if (asker.kind !== 'person' || (asker.role !== 'ADMIN' && asker.userId !== id)) return null;
  return userFor(asker, await context.loaders.accounts.load(id));
}

function readSearch(search: string | null | undefined): string | null {
  const count = countCharacters(search ?? '', MAX_SEARCH_LENGTH);
  if (count > MAX_SEARCH_LENGTH) {
    throw badUserInput(`expected "search" of at most ${MAX_SEARCH_LENGTH} characters, got ${count}`);
  }
  return search || null;
}

function readAfter<Kind extends string>(after: readonly string[] | null, list: string): Id<Kind> | null {
  if (!after) return null;
  const [id] = after;
  if (after.length === 1 && id !== undefined && isId<Kind>(id)) return id;
  throw badUserInput(`expected "after" to be the endCursor of an earlier page of ${list}`);
}
