import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { emptyWallet, type Wallet } from '../domain/wallet.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * The wallets of these users, in their order. Everybody has one: that of a user whose registration has not
 * come through to this subgraph yet is empty, and is opened later under the same id.
 */
export async function walletsOf(deps: Dependencies, userIds: readonly UserId[]): Promise<Wallet[]> {
  const opened = new Map((await deps.wallets.findOf(userIds)).map((wallet) => [wallet.userId, wallet]));
  return userIds.map((userId) => opened.get(userId) ?? emptyWallet(userId, deps.currency));
}
