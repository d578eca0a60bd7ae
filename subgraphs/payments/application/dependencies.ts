import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Idempotency } from '@parterre/platform/idempotency/once.ts';
import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { Ledger, PaymentProvider, Payments, TopUps, WalletChanges, Wallets } from './ports.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly wallets: Wallets;
  readonly walletChanges: WalletChanges;
  readonly payments: Payments;
  readonly topUps: TopUps;
  /** Where money that enters a wallet comes from. */
  readonly provider: PaymentProvider;
  readonly ledger: Ledger;
  readonly idempotency: Idempotency;
  /** The currency that new wallets are kept in. */
  readonly currency: CurrencyCode;
  readonly logger: Logger;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations<'TOP_UP_NOT_SETTLED'>;
}
