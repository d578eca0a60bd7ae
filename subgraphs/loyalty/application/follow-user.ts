import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Dependencies } from './dependencies.ts';

/** Somebody registered: there is an account from now on. */
export async function openAccount(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  await deps.accounts.lock(tx, userId, now);
}

/** A user was blocked: no points are spent until the account is unfrozen. */
export async function freezeAccount(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  await deps.accounts.lock(tx, userId, now);
  await deps.accounts.freeze(tx, userId, now);
}

/** A user was let in again. */
export async function unfreezeAccount(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<void> {
  await deps.accounts.lock(tx, userId, now);
  await deps.accounts.freeze(tx, userId, null);
}
