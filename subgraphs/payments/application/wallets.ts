import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { FactContext, UserContext } from '@parterre/platform/service/use-case.ts';
import { emptyWallet, type Wallet } from '../domain/wallet.ts';
import type { Dependencies } from './dependencies.ts';

interface OfUser {
  readonly userId: UserId;
}

/** Somebody registered: there is a wallet from now on. Opening it twice changes nothing. */
export async function openWallet(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  await deps.wallets.open(tx, userId, deps.currency, now);
}

/**
 * A user was blocked. Nothing that has to do with money is lost: the wallet stays, what is set aside is
 * captured or given back as its booking goes, refunds land. Only new top-ups and authorizations are refused.
 */
export async function freezeWallet(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  // The consumer that opens wallets may be behind this one.
  await deps.wallets.open(tx, userId, deps.currency, now);
  await deps.wallets.freeze(tx, userId, now);
}

/** A user was let in again, and so is the money. */
export async function unfreezeWallet(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  await deps.wallets.open(tx, userId, deps.currency, now);
  await deps.wallets.freeze(tx, userId, null);
}

/**
 * The wallets of these users, in their order. Everybody has one: that of a user whose registration has not
 * come through to this subgraph yet is empty, and is opened later under the same id.
 */
export async function walletsOf(deps: Dependencies, userIds: readonly UserId[]): Promise<Wallet[]> {
  const opened = new Map((await deps.wallets.findOf(userIds)).map((wallet) => [wallet.userId, wallet]));
  return userIds.map((userId) => opened.get(userId) ?? emptyWallet(userId, deps.currency));
}

export interface WatchWallet {
  /** Only what this cursor does not hold; null for the wallet as it is and everything after. */
  readonly since: string | null;
}

/** The caller's own wallet, now and after every change; with `since` only what that cursor does not hold. */
export function watchWallet(
  deps: Dependencies,
  { since }: WatchWallet,
  { caller: { userId } }: UserContext,
): AsyncIterableIterator<Positioned<Wallet>, undefined> {
  const read = async () => (await walletsOf(deps, [userId]))[0] ?? emptyWallet(userId, deps.currency);
  return deps.walletChanges.follow(userId, since, read);
}
