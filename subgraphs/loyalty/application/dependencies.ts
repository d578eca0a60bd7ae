import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Accounts } from './ports/accounts.ts';
import type { Earnings } from './ports/earnings.ts';
import type { PromoCodes } from './ports/promo-codes.ts';
import type { Reservations } from './ports/reservations.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly accounts: Accounts;
  readonly earnings: Earnings;
  readonly reservations: Reservations;
  readonly promoCodes: PromoCodes;
}
