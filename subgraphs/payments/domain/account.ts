import type { UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';

/**
 * Code of a ledger account: readable, so that an entry explains itself. A wallet has two accounts, what it
 * can spend and what is set aside; the server has two for each currency, where money comes in and where it
 * ends up.
 */
export type AccountCode =
  | `wallet:${string}:available`
  | `wallet:${string}:pending`
  | `cash-in:${CurrencyCode}`
  | `sales:${CurrencyCode}`;

export function availableOf(walletId: WalletId): AccountCode {
  return `wallet:${walletId}:available`;
}

export function pendingOf(walletId: WalletId): AccountCode {
  return `wallet:${walletId}:pending`;
}

/** Money that people brought in: as far below zero as there is money inside. */
export function cashIn(currency: CurrencyCode): AccountCode {
  return `cash-in:${currency}`;
}

/** Money that was earned. Summed when asked for; a stored balance would be one hot row for all sales. */
export function sales(currency: CurrencyCode): AccountCode {
  return `sales:${currency}`;
}

/** A user has one wallet, and its id follows from the user's: whoever opens it first gives it the same id. */
export function walletIdOf(userId: UserId): WalletId {
  return deterministicId<'Wallet'>('wallet', userId);
}
