import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application.ts';
import type { Account } from '../../domain/account.ts';

/** What one request reads at most once. */
export interface Loaders {
  readonly accountOf: DataLoader<UserId, Account>;
}

export function loaders(application: Pick<Application, 'accountsOf'>): Loaders {
  return { accountOf: new DataLoader((userIds) => application.accountsOf(userIds)) };
}
