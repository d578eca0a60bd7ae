import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { Application } from '../../application.ts';
import { subgraphMutations } from './internal-mutations.ts';
import { payment, visiblePayment } from './payment.ts';
import type { CompleteResolvers } from './schema.generated.ts';
import { topUpWalletOf } from './top-up-wallet.ts';
import { user, wallet, walletTransaction } from './wallet.ts';

/** The face of the payments subgraph. */
export function resolvers(application: Application): CompleteResolvers {
  return {
    ...scalarResolvers,
    Query: { payment: (_query, { id }, context) => visiblePayment(id, context) },
    Mutation: { topUpWallet: topUpWalletOf(application), ...subgraphMutations(application) },
    User: user,
    Wallet: wallet(application),
    WalletTransaction: walletTransaction,
    Payment: payment,
  };
}
