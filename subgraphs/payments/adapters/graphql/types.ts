import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import { availableIn } from '../../domain/wallet.ts';
import { visiblePayment } from './queries.ts';
import type { Resolvers } from './schema.generated.ts';

/** What the types of the schema answer, field by field. */
export function createTypes({ queries }: Application) {
  return {
    User: {
      __resolveReference: ({ id }) => (isId<'User'>(id) ? { id } : null),
      wallet: ({ id }, _args, context) => {
        requireUser(context);
        if (!mayActFor(context.caller, id)) throw forbidden("expected one's own wallet");
        return context.loaders.walletOf.load(id);
      },
    },
    Wallet: {
      available: (wallet) => toDecimal(availableIn(wallet)),
      pending: (wallet) => toDecimal(money(wallet.pendingMinor, wallet.currency)),
      transactions: async ({ id }, args) => {
        const page = readPage(args, byId<'Transfer'>);
        const lines = await queries.walletStatement(id, oneMore(page));
        return toConnection(lines, page, (line) => [line.id]);
      },
    },
    WalletTransaction: {
      amount: (line) => toDecimal(line.amount),
      payment: (line, _args, context) => (line.paymentId ? visiblePayment(line.paymentId, context) : null),
    },
    Payment: {
      __resolveReference: ({ id }, context) => visiblePayment(id, context),
      amount: (payment) => toDecimal(payment.amount),
      refunded: (payment) => toDecimal(payment.refunded),
      booking: (payment) => ({ id: payment.bookingId }),
    },
  } satisfies Resolvers;
}
