import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Events, PromoCodes, PromoUses, Reservations } from './ports/discounts.ts';
import type { Accounts, Earnings, PointsAtOnce } from './ports/points.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly accounts: Accounts;
  readonly earnings: Earnings;
  readonly pointsAtOnce: PointsAtOnce;
  readonly reservations: Reservations;
  readonly promoCodes: PromoCodes;
  readonly promoUses: PromoUses;
  readonly events: Events;
  /** The currency that everything is priced in. */
  readonly currency: CurrencyCode;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations;
}
