import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import { accountIdOf } from '../../domain/account.ts';
import type { Resolvers } from './schema.generated.ts';

/** What the types of the schema answer, field by field. */
export function createTypes({ queries }: Application) {
  return {
    User: {
      __resolveReference: ({ id }) => (isId<'User'>(id) ? { id } : null),
      loyalty: ({ id }, _args, context) => {
        requireUser(context);
        if (!mayActFor(context.caller, id)) throw forbidden("expected one's own loyalty account");
        return context.loaders.accountOf.load(id);
      },
    },
    LoyaltyAccount: {
      id: (account) => accountIdOf(account.userId),
      reservedPoints: (account) => account.reserved,
      owedPoints: (account) => account.owed,
      frozen: (account) => account.isFrozen,
      operations: async ({ userId }, args) => {
        const page = readPage(args, byId<'PointsOperation'>);
        const operations = await queries.history(userId, oneMore(page));
        return toConnection(operations, page, (operation) => [operation.id]);
      },
    },
    PointsOperation: {
      booking: (operation) => ({ id: operation.bookingId }),
    },
  } satisfies Resolvers;
}
