import type { PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { PaymentSummary } from '../../application/ports.ts';
import type { Application } from '../../application.ts';
import type { Wallet } from '../../domain/wallet.ts';

/** What one request reads at most once. */
export interface Loaders {
  readonly walletOf: DataLoader<UserId, Wallet>;
  readonly payment: DataLoader<PaymentId, PaymentSummary | null>;
}

export function loaders(application: Pick<Application, 'walletsOf' | 'payments'>): Loaders {
  return {
    walletOf: new DataLoader((userIds) => application.walletsOf(userIds)),
    payment: new DataLoader(async (paymentIds) => {
      const found = await application.payments(paymentIds);
      const payments = new Map(found.map((payment) => [payment.id, payment]));
      return paymentIds.map((id) => payments.get(id) ?? null);
    }),
  };
}
