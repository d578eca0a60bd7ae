import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type { Account } from '../../domain/account.ts';

const MAX_BATCH = 500;

/** What one request reads at most once. */
export interface Loaders {
  /** Accounts by id; null where there is none. */
  readonly accountOf: DataLoader<UserId, Account | null>;
}

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

export function createLoaders({ queries }: Application): Loaders {
  return { accountOf: new DataLoader(queries.accountsOf, { maxBatchSize: MAX_BATCH }) };
}
