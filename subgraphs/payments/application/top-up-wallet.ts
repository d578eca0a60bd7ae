import { fact } from '@parterre/contracts/facts/fact.ts';
import { WalletToppedUp } from '@parterre/contracts/facts/payments.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money, parseMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { topUp } from '../domain/transfer.ts';
import { availableIn, refuseTopUp, type TopUpRefusal, type Wallet } from '../domain/wallet.ts';
import type { Dependencies } from './dependencies.ts';

export interface TopUpWallet {
  /** As the user wrote it. */
  readonly amount: { readonly amount: string; readonly currencyCode: string };
  readonly idempotencyKey: string;
}

type ToppedUp = { readonly toppedUp: true };
type Refused = TopUpRefusal | Rejection<'INVALID_AMOUNT'>;
export type TopUpOutcome =
  | ToppedUp
  | Refused
  | Rejection<'INVALID_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED'>;

/**
 * Puts money into the caller's wallet. The wallet is opened on the way when the fact that the user registered
 * has not arrived yet. One transaction; the key's outcome is kept in it, refusals included.
 */
export async function topUpWallet(
  deps: Dependencies,
  { amount, idempotencyKey: key }: TopUpWallet,
  { caller: { userId }, now }: UserContext,
): Promise<TopUpOutcome> {
  const fault = faultOfKey(key);
  if (fault !== null) return reject('INVALID_IDEMPOTENCY_KEY', `expected ${fault}`, ['idempotencyKey']);
  const call = { userId, operation: 'topUpWallet', key, input: { amount } };
  return deps.database.transaction((tx) =>
    deps.idempotency.once<ToppedUp | Refused>(tx, call, async () => {
      const parsed = parseMoney(amount);
      if (isRejection(parsed)) return parsed;
      return putIn(deps, tx, { userId, amount: parsed }, now);
    }),
  );
}

async function putIn(
  deps: Dependencies,
  tx: Transaction,
  { userId, amount }: { readonly userId: UserId; readonly amount: Money },
  now: Date,
): Promise<ToppedUp | Refused> {
  const wallet = await lockOrOpen(deps, tx, userId, now);
  const refusal = refuseTopUp(wallet, amount);
  if (refusal) return refusal;
  await deps.ledger.record(tx, topUp(wallet.id, amount, now));
  await tx.publish(
    fact(
      WalletToppedUp,
      {
        userId,
        amount: toDecimal(amount),
        available: toDecimal(money(availableIn(wallet).minor + amount.minor, wallet.currency)),
      },
      now,
    ),
  );
  return { toppedUp: true };
}

async function lockOrOpen(deps: Dependencies, tx: Transaction, userId: UserId, now: Date): Promise<Wallet> {
  const known = await deps.wallets.lock(tx, userId);
  if (known) return known;
  await deps.wallets.open(tx, userId, deps.currency, now);
  const opened = await deps.wallets.lock(tx, userId);
  if (!opened) throw new Error(`expected the wallet of user ${userId} to be there once it is opened`);
  return opened;
}
