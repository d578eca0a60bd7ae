import type { CurrencyCode } from '@parterre/platform/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Payments } from './ports/payments.ts';
import type { Repeatable } from './ports/repeatable.ts';
import type { Wallets } from './ports/wallets.ts';

/** All that the use cases of this room work with. */
export interface Books {
  readonly database: Pick<Database, 'transaction'>;
  readonly wallets: Wallets;
  readonly payments: Payments;
  readonly ledger: Ledger;
  readonly repeatable: Repeatable;
  /** The currency that new wallets are kept in. */
  readonly currency: CurrencyCode;
}
