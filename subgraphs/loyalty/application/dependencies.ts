import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Accounts, Earnings, PromoCodes, Reservations } from './ports.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly accounts: Accounts;
  readonly earnings: Earnings;
  readonly reservations: Reservations;
  readonly promoCodes: PromoCodes;
}
