import { describe, expect, it } from '@jest/globals';
import type { PaymentId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { authorization, balanceChange, capture, giveBack, refund, topUp } from './transfer.ts';

const now = new Date('2027-03-01T18:30:00Z');
const walletId = newId<'Wallet'>() as WalletId;
const paymentId = newId<'Payment'>() as PaymentId;
const amount = money(250n, 'EUR');
const held = { paymentId, resolves: newId<'Transfer'>() };

describe('a transfer', () => {
  it.each([
    ['a top-up fills the wallet', topUp(walletId, amount, now), 250n, 0n],
    ['an authorization sets money aside', authorization(walletId, paymentId, amount, now), -250n, 250n],
    ['a capture takes what is set aside', capture(walletId, held, amount, now), 0n, -250n],
    ['a void gives it back', giveBack(walletId, held, amount, now), 250n, -250n],
    ['a refund fills the wallet', refund(walletId, { paymentId, refundId: newId() }, amount, now), 250n, 0n],
  ])('%s, and its entries sum to zero', (_rule, transfer, available, pending) => {
    expect(balanceChange(transfer)).toEqual({ available, pending });
    expect(transfer.entries.reduce((sum, entry) => sum + entry.minor, 0n)).toBe(0n);
  });

  it('moves an amount above zero', () => {
    expect(() => topUp(walletId, money(0n, 'EUR'), now)).toThrow('above zero');
    expect(() => topUp(walletId, money(-1n, 'EUR'), now)).toThrow('above zero');
  });
});
