import { fact } from '@parterre/contracts/facts/fact.ts';
import { WalletToppedUp } from '@parterre/contracts/facts/payments.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type TransferId, topUp } from '../domain/transfer.ts';
import { availableIn, type Wallet } from '../domain/wallet.ts';
import type { Dependencies } from './dependencies.ts';

/** A user's wallet, locked; opened on the way when nobody has heard of the user yet. */
export async function lockOrOpen(
  deps: Dependencies,
  tx: Transaction,
  userId: UserId,
  now: Date,
): Promise<Wallet> {
  const known = await deps.wallets.lock(tx, userId);
  if (known) return known;
  await deps.wallets.open(tx, userId, deps.currency, now);
  const opened = await deps.wallets.lock(tx, userId);
  if (!opened) throw new Error(`expected the wallet of user ${userId} to be there once it is opened`);
  return opened;
}

/** Money has come in for a wallet that is locked: books it and tells. */
export async function creditWallet(
  deps: Dependencies,
  tx: Transaction,
  wallet: Wallet,
  amount: Money,
  now: Date,
): Promise<TransferId> {
  const transfer = topUp(wallet.id, amount, now);
  await deps.ledger.record(tx, transfer);
  const available = money(availableIn(wallet).minor + amount.minor, wallet.currency);
  const data = { userId: wallet.userId, amount: toDecimal(amount), available: toDecimal(available) };
  await tx.publish(fact(WalletToppedUp, data, now));
  return transfer.id;
}
