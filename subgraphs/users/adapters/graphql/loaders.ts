import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { Accounts } from '../../application/ports.ts';
import type { Account } from '../../domain/account.ts';

const MAX_BATCH = 500;

export interface Loaders {
  /** Accounts by id; null where there is none. */
  readonly accounts: DataLoader<UserId, Account | null>;
}

/** Fresh loaders for one request. */
export function createLoaders(accounts: Accounts): Loaders {
  return {
    accounts: new DataLoader(
      async (ids) => {
        const byId = new Map((await accounts.findMany(ids)).map((account) => [account.id, account]));
        return ids.map((id) => byId.get(id) ?? null);
      },
      { maxBatchSize: MAX_BATCH },
    ),
  };
}
