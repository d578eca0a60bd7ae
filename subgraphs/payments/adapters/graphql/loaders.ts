import type { PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type { PaymentSummary } from '../../application/ports.ts';
import type { Wallet } from '../../domain/wallet.ts';

/** What one request reads at most once. */
export interface Loaders {
  readonly walletOf: DataLoader<UserId, Wallet>;
  /** Null where there is none. */
  readonly payment: DataLoader<PaymentId, PaymentSummary | null>;
}

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

export function createLoaders({ queries }: Application): Loaders {
  return {
    walletOf: new DataLoader(queries.walletsOf),
    payment: new DataLoader(async (paymentIds) => {
      const found = await queries.paymentSummaries(paymentIds);
      const payments = new Map(found.map((payment) => [payment.id, payment]));
      return paymentIds.map((id) => payments.get(id) ?? null);
    }),
  };
}
