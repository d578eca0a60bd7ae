import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput, forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application.ts';
import { accountIdOf } from '../../domain/account.ts';
import type { LoyaltyAccountResolvers, PointsOperationResolvers, UserResolvers } from './schema.generated.ts';

export const user = {
  __resolveReference: ({ id }) => (isId<'User'>(id) ? { id } : null),
  loyalty: ({ id }, _args, context) => {
    requireUser(context);
    if (!mayActFor(context.caller, id)) throw forbidden("expected one's own loyalty account");
    return context.loaders.accountOf.load(id);
  },
} satisfies UserResolvers;

export function loyaltyAccount(application: Pick<Application, 'history'>) {
  return {
    id: (account) => accountIdOf(account.userId),
    reservedPoints: (account) => account.reserved,
    owedPoints: (account) => account.owed,
    frozen: (account) => account.isFrozen,
    operations: async ({ userId }, args) => {
      const page = readPage(args);
      const operations = await application.history(userId, page.limit + 1, readCursor(page.after));
      return toConnection(operations, page, (operation) => [operation.id]);
    },
  } satisfies LoyaltyAccountResolvers;
}

export const pointsOperation = {
  booking: (operation) => ({ id: operation.bookingId }),
} satisfies PointsOperationResolvers;

function readCursor(after: readonly string[] | null) {
  if (after === null) return null;
  const [id] = after;
  if (id === undefined || !isId<'PointsOperation'>(id)) {
    throw badUserInput('expected "after" to be the endCursor of an earlier page of operations');
  }
  return id;
}
