import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import { showEmailAddress } from '../../domain/email-address.ts';
import type { Context } from './loaders.ts';
import { referredUser } from './mappers.ts';
import type { Resolvers } from './schema.generated.ts';

/**
 * What the types of the schema answer, field by field. Null in a field that a public profile leaves out is not the
 * truth, so it comes with an error, and only the field is lost: the same object is never there for one query and gone
 * for the next.
 */
export function createTypes({ queries }: Application) {
  return {
    User: {
      // As the organizer of an event, say.
      __resolveReference: async ({ id }, { caller, loaders }) =>
        isId<'User'>(id) ? referredUser(caller, await loaders.accountOf.load(id)) : null,

      email: ({ email }, _args, context) => (email === undefined ? refuse(context) : showEmailAddress(email)),
      isEmailConfirmed: ({ emailConfirmedAt }, _args, context) =>
        emailConfirmedAt === undefined ? refuse(context) : emailConfirmedAt !== null,
      role: ({ role }, _args, context) => role ?? refuse(context),
      language: ({ language }, _args, context) => language ?? refuse(context),
      isBlocked: ({ isBlocked }, _args, context) => isBlocked ?? refuse(context),
      createdAt: ({ createdAt }, _args, context) => createdAt ?? refuse(context),

      sessions: async ({ id }, args, context) => {
        const { caller, now } = requireUser(context);
        // Not for administrators either: where somebody is signed in is nobody else's business.
        if (caller.userId !== id) throw forbidden('expected the user whose sessions these are');
        const page = readPage(args, byId<'Session'>);
        const sessions = await queries.sessions({ userId: caller.userId, now, ...oneMore(page) });
        const shown = sessions.map((session) => ({ ...session, current: session.id === caller.sessionId }));
        return toConnection(shown, page, (session) => [session.id]);
      },
    },
  } satisfies Resolvers;
}

function refuse({ caller }: Context): never {
  throw caller.kind === 'anonymous' ? unauthenticated() : forbidden('expected the user or an administrator');
}
