import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * A user was blocked. Nothing that has to do with money is lost: the wallet stays, what is set aside is
 * captured or given back as its booking goes, refunds land. Only new top-ups and authorizations are refused.
 */
export async function freezeWallet(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  // The consumer that opens wallets may be behind this one.
  await deps.wallets.open(tx, userId, deps.currency, now);
  await deps.wallets.freeze(tx, userId, now);
}

/** A user was let in again, and so is the money. */
export async function unfreezeWallet(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  await deps.wallets.open(tx, userId, deps.currency, now);
  await deps.wallets.freeze(tx, userId, null);
}
