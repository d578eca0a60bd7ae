import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byId, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application.ts';
import { availableIn } from '../../domain/wallet.ts';
import { visiblePayment } from './payment.ts';
import type { UserResolvers, WalletResolvers, WalletTransactionResolvers } from './schema.generated.ts';

export const user = {
  __resolveReference: ({ id }) => (isId<'User'>(id) ? { id } : null),
  wallet: ({ id }, _args, context) => {
    requireUser(context);
    if (!mayActFor(context.caller, id)) throw forbidden("expected one's own wallet");
    return context.loaders.walletOf.load(id);
  },
} satisfies UserResolvers;

export function wallet(application: Pick<Application, 'statement'>) {
  return {
    available: (source) => toDecimal(availableIn(source)),
    pending: (source) => toDecimal(money(source.pendingMinor, source.currency)),
    transactions: async ({ id }, args) => {
      const page = readPage(args, byId<'Transfer'>);
      const lines = await application.statement(id, page.limit + 1, page.after);
      return toConnection(lines, page, (line) => [line.id]);
    },
  } satisfies WalletResolvers;
}

export const walletTransaction = {
  amount: (line) => toDecimal(line.amount),
  payment: (line, _args, context) => (line.paymentId ? visiblePayment(line.paymentId, context) : null),
} satisfies WalletTransactionResolvers;
