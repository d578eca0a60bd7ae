import type { PaymentId, RefundId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import { type Id, newId } from '@parterre/platform/kernel/ids.ts';
import { type AccountCode, availableOf, cashIn, pendingOf, sales } from './account.ts';

export type TransferId = Id<'Transfer'>;

/** One side of a transfer: what it adds to an account, in minor units; below zero when it takes. */
export interface Entry {
  readonly account: AccountCode;
  readonly minor: bigint;
}

interface Movement {
  readonly id: TransferId;
  readonly walletId: WalletId;
  readonly amount: Money;
  /** They sum to zero. */
  readonly entries: readonly [Entry, Entry];
  readonly createdAt: Date;
}

/**
 * One movement of money, immutable. A pending transfer is resolved by another one, at most once: posted when
 * it is captured, voided when it is given back.
 */
export type Transfer =
  | (Movement & { readonly kind: 'TOP_UP'; readonly state: 'POSTED' })
  | (Movement & { readonly kind: 'AUTHORIZATION'; readonly state: 'PENDING'; readonly paymentId: PaymentId })
  | (Movement & { readonly kind: 'CAPTURE'; readonly state: 'POSTED' } & Resolution)
  | (Movement & { readonly kind: 'VOID'; readonly state: 'VOIDED' } & Resolution)
  | (Movement & {
      readonly kind: 'REFUND';
      readonly state: 'POSTED';
      readonly paymentId: PaymentId;
      readonly refundId: RefundId;
    });

export type CaptureTransfer = Transfer & { readonly kind: 'CAPTURE' };

interface Resolution {
  readonly paymentId: PaymentId;
  /** The pending transfer that this one ends. */
  readonly resolves: TransferId;
}

/** Money comes in, into a wallet. */
export function topUp(walletId: WalletId, amount: Money, now: Date): Transfer {
  const accounts = { from: cashIn(amount.currency), to: availableOf(walletId) };
  return { ...movement(walletId, amount, accounts, now), kind: 'TOP_UP', state: 'POSTED' };
}

/** Money is set aside in its wallet. */
export function authorization(
  walletId: WalletId,
  paymentId: PaymentId,
  amount: Money,
  now: Date,
): Transfer & { readonly kind: 'AUTHORIZATION' } {
  const accounts = { from: availableOf(walletId), to: pendingOf(walletId) };
  return {
    ...movement(walletId, amount, accounts, now),
    kind: 'AUTHORIZATION',
    state: 'PENDING',
    paymentId,
  };
}

/** What was set aside goes to the seller. */
export function capture(walletId: WalletId, held: Resolution, amount: Money, now: Date): CaptureTransfer {
  const accounts = { from: pendingOf(walletId), to: sales(amount.currency) };
  return { ...movement(walletId, amount, accounts, now), kind: 'CAPTURE', state: 'POSTED', ...held };
}

/** What was set aside goes back. */
export function giveBack(walletId: WalletId, held: Resolution, amount: Money, now: Date): Transfer {
  const accounts = { from: pendingOf(walletId), to: availableOf(walletId) };
  return { ...movement(walletId, amount, accounts, now), kind: 'VOID', state: 'VOIDED', ...held };
}

/** The seller pays back. */
export function refund(
  walletId: WalletId,
  of: { readonly paymentId: PaymentId; readonly refundId: RefundId },
  amount: Money,
  now: Date,
): Transfer {
  const accounts = { from: sales(amount.currency), to: availableOf(walletId) };
  return { ...movement(walletId, amount, accounts, now), kind: 'REFUND', state: 'POSTED', ...of };
}

/** What a transfer does to the balances of its wallet. */
export function balanceChange(transfer: Transfer): { readonly available: bigint; readonly pending: bigint } {
  const addedTo = (account: AccountCode) =>
    transfer.entries.reduce((sum, entry) => (entry.account === account ? sum + entry.minor : sum), 0n);
  return {
    available: addedTo(availableOf(transfer.walletId)),
    pending: addedTo(pendingOf(transfer.walletId)),
  };
}

function movement(
  walletId: WalletId,
  amount: Money,
  accounts: { readonly from: AccountCode; readonly to: AccountCode },
  now: Date,
): Movement {
  if (amount.minor <= 0n) throw new Error(`expected to move an amount above zero, got ${amount.minor}`);
  return {
    id: newId<'Transfer'>(),
    walletId,
    amount,
    entries: [
      { account: accounts.from, minor: -amount.minor },
      { account: accounts.to, minor: amount.minor },
    ],
    createdAt: now,
  };
}
