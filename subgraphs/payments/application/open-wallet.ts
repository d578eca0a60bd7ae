import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Dependencies } from './dependencies.ts';

/** Somebody registered: there is a wallet from now on. Opening it twice changes nothing. */
export async function openWallet(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  await deps.wallets.open(tx, userId, deps.currency, now);
}
