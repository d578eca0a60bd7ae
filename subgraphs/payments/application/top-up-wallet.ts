import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, parseMoney } from '@parterre/contracts/kernel/money.ts';
import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { refusedByProvider, refusePage, type TopUp, type TopUpId } from '../domain/top-up.ts';
import { refuseTopUp, type TopUpRefusal } from '../domain/wallet.ts';
import { creditWallet, lockOrOpen } from './credit-wallet.ts';
import type { Dependencies } from './dependencies.ts';

export interface TopUpWallet {
  /** As the user wrote it. */
  readonly amount: { readonly amount: string; readonly currencyCode: string };
  readonly idempotencyKey: string;
}

type ToppedUp = { readonly toppedUp: true };
type Begun = { readonly topUpId: TopUpId };
type Refused = TopUpRefusal | Rejection<'INVALID_AMOUNT'>;
export type TopUpOutcome =
  | { readonly redirectUrl: string | null }
  | Refused
  | Rejection<'INVALID_IDEMPOTENCY_KEY' | 'IDEMPOTENCY_KEY_REUSED' | 'PROVIDER_REFUSED'>;

/**
 * Puts money into the caller's wallet, or begins to: with a provider that hosts a page the caller pays there, and the
 * wallet is credited when the provider says so. The wallet is opened on the way when the fact that the user registered
 * has not arrived yet. What is decided here is one transaction, and the key's outcome is kept in it, refusals
 * included; the provider is asked after it, as often as the page is not known.
 */
export async function topUpWallet(
  deps: Dependencies,
  { amount, idempotencyKey: key }: TopUpWallet,
  { caller: { userId }, now }: UserContext,
): Promise<TopUpOutcome> {
  const fault = faultOfKey(key);
  if (fault !== null) return reject('INVALID_IDEMPOTENCY_KEY', `expected ${fault}`, ['idempotencyKey']);
  const call = { userId, operation: 'topUpWallet', key, input: { amount } };
  const decided = await deps.database.transaction((tx) =>
    deps.idempotency.once<ToppedUp | Begun | Refused>(tx, call, async () => {
      const parsed = parseMoney(amount);
      if (isRejection(parsed)) return parsed;
      return decide(deps, tx, { userId, amount: parsed }, now);
    }),
  );
  if (isRejection(decided)) return decided;
  return 'topUpId' in decided ? pageOf(deps, decided.topUpId, now) : { redirectUrl: null };
}

async function decide(
  deps: Dependencies,
  tx: Transaction,
  { userId, amount }: { readonly userId: UserId; readonly amount: Money },
  now: Date,
): Promise<ToppedUp | Begun | Refused> {
  const wallet = await lockOrOpen(deps, tx, userId, now);
  const refusal = refuseTopUp(wallet, amount);
  if (refusal) return refusal;
  if (deps.provider.kind === 'free') {
    await creditWallet(deps, tx, wallet, amount, now);
    return { toppedUp: true };
  }
  const topUp: TopUp = { id: newId<'TopUp'>(), userId, amount, state: 'PENDING', page: null, createdAt: now };
  await deps.topUps.insert(tx, topUp);
  return { topUpId: topUp.id };
}

/**
 * Where a top-up is paid. The provider answers the same page whenever it is asked for the same top-up, so that neither
 * a crash before its answer is kept nor two requests at once open a second one.
 */
async function pageOf(
  { database, topUps, provider }: Dependencies,
  topUpId: TopUpId,
  now: Date,
): Promise<{ readonly redirectUrl: string | null } | Rejection<'PROVIDER_REFUSED'>> {
  const topUp = await database.transaction((tx) => topUps.find(tx, topUpId));
  if (!topUp) throw new Error(`expected top-up ${topUpId} to be there, got none`);
  if (topUp.page) return { redirectUrl: topUp.page.url };
  // Its page was never told to anybody here, and yet it was paid.
  if (topUp.state === 'PAID') return { redirectUrl: null };
  const refusal = refusePage(topUp, now);
  if (refusal) return refusal;
  if (provider.kind === 'free') throw new Error('expected the provider that the top-up was begun with');
  const page = await provider.openPage(topUp);
  if (page === 'refused') {
    await database.transaction((tx) => topUps.refuse(tx, topUpId));
    return refusedByProvider();
  }
  await database.transaction((tx) => topUps.keepPage(tx, topUpId, page));
  return { redirectUrl: page.url };
}
