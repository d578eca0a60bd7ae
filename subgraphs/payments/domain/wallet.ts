import type { UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  formatAmount,
  type Money,
  money,
  mostMinorUnitsInSum,
} from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { walletIdOf } from './account.ts';

/** A user's money. Balances are minor units and never below zero. */
export interface Wallet {
  readonly id: WalletId;
  readonly userId: UserId;
  readonly currency: CurrencyCode;
  readonly availableMinor: bigint;
  readonly pendingMinor: bigint;
  /** While its owner is blocked: nothing new comes in or is set aside; what is under way is finished, and refunds land. */
  readonly isFrozen: boolean;
}

/** The wallet of somebody of whom the payments subgraph has not heard yet: empty, and open. */
export function emptyWallet(userId: UserId, currency: CurrencyCode): Wallet {
  return { id: walletIdOf(userId), userId, currency, availableMinor: 0n, pendingMinor: 0n, isFrozen: false };
}

export function availableIn(wallet: Wallet): Money {
  return money(wallet.availableMinor, wallet.currency);
}

export type TopUpRefusal = Rejection<'WALLET_FROZEN' | 'CURRENCY_MISMATCH' | 'BALANCE_LIMIT_EXCEEDED'>;

/** Why this amount cannot be put into the wallet, or null when it can. */
export function refuseTopUp(wallet: Wallet, amount: Money): TopUpRefusal | null {
  if (wallet.isFrozen) {
    return reject('WALLET_FROZEN', 'expected an open wallet, but its owner is blocked; ask the server');
  }
  if (amount.currency !== wallet.currency) {
    return reject('CURRENCY_MISMATCH', mismatch(wallet, amount), ['amount', 'currencyCode']);
  }
  const most = mostMinorUnitsInSum(wallet.currency);
  const left = most - wallet.availableMinor - wallet.pendingMinor;
  const text = (minor: bigint) => formatAmount(minor, wallet.currency);
  if (amount.minor > left) {
    return reject(
      'BALANCE_LIMIT_EXCEEDED',
      `expected at most ${text(left > 0n ? left : 0n)}, because a wallet holds at most ${text(most)}, got ${text(amount.minor)}`,
      ['amount', 'amount'],
    );
  }
  return null;
}

export type AuthorizationRefusal = Rejection<
  'WALLET_NOT_FOUND' | 'WALLET_FROZEN' | 'CURRENCY_MISMATCH' | 'INSUFFICIENT_FUNDS'
>;

/** Why this amount cannot be set aside for a payment, or null when it can. No wallet has no money. */
export function refuseAuthorization(wallet: Wallet | null, amount: Money): AuthorizationRefusal | null {
  if (wallet === null) {
    return reject('WALLET_NOT_FOUND', 'expected the payer to have a wallet; top it up first', ['userId']);
  }
  if (wallet.isFrozen) {
    return reject('WALLET_FROZEN', 'expected an open wallet, but its owner is blocked', ['userId']);
  }
  if (amount.currency !== wallet.currency) {
    return reject('CURRENCY_MISMATCH', mismatch(wallet, amount), ['amount', 'currencyCode']);
  }
  if (amount.minor > wallet.availableMinor) {
    return reject(
      'INSUFFICIENT_FUNDS',
      `expected ${formatAmount(amount.minor, wallet.currency)} to be available, got ${formatAmount(wallet.availableMinor, wallet.currency)}; top up the wallet`,
    );
  }
  return null;
}

function mismatch(wallet: Wallet, amount: Money): string {
  return `expected ${wallet.currency}, the wallet's currency, got ${amount.currency}`;
}
