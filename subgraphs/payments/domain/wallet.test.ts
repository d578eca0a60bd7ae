import { describe, expect, it } from '@jest/globals';
import { type CurrencyCode, money, mostMinorUnitsInSum } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { emptyWallet, refuseAuthorization, refuseTopUp, type Wallet } from './wallet.ts';

const MOST = mostMinorUnitsInSum('EUR');
const eur = (minor: bigint) => money(minor, 'EUR');
const wallet = (change: Partial<Wallet> = {}): Wallet => ({ ...emptyWallet(newId(), 'EUR'), ...change });

describe('a top-up', () => {
  it('goes into an open wallet of its currency', () => {
    expect(refuseTopUp(wallet(), eur(1n))).toBeNull();
  });

  it('is refused in another currency than the wallet is kept in', () => {
    expect(refuseTopUp(wallet(), money(1n, 'USD'))).toMatchObject({
      code: 'CURRENCY_MISMATCH',
      field: ['amount', 'currencyCode'],
    });
  });

  it('fills a wallet up to its limit, counting what is set aside, and not beyond', () => {
    const nearlyFull = wallet({ availableMinor: MOST - 30n, pendingMinor: 20n });
    expect(refuseTopUp(nearlyFull, eur(10n))).toBeNull();
    expect(refuseTopUp(nearlyFull, eur(11n))).toMatchObject({ code: 'BALANCE_LIMIT_EXCEEDED' });
  });

  it.each<[CurrencyCode, string]>([
    ['JPY', '10000000000'],
    ['KWD', '10000000.000'],
  ])('fills a wallet in %s up to %s', (currency, text) => {
    const most = mostMinorUnitsInSum(currency);
    const open = { ...emptyWallet(newId(), currency), availableMinor: most - 1n };
    expect(refuseTopUp(open, money(1n, currency))).toBeNull();
    expect(refuseTopUp(open, money(2n, currency))?.message).toContain(`at most ${text}`);
    expect(refuseTopUp(open, money(1n, 'EUR'))).toMatchObject({ code: 'CURRENCY_MISMATCH' });
  });

  it('is refused when refunds have lifted a wallet above its limit', () => {
    const overfull = wallet({ availableMinor: MOST + 5n });
    expect(refuseTopUp(overfull, eur(1n))).toMatchObject({
      code: 'BALANCE_LIMIT_EXCEEDED',
      message: expect.stringContaining('at most 0.00'),
    });
  });

  it('is refused while the owner is blocked', () => {
    expect(refuseTopUp(wallet({ isFrozen: true }), eur(1n))).toMatchObject({ code: 'WALLET_FROZEN' });
  });
});

describe('an authorization', () => {
  it('may take the last cent', () => {
    expect(refuseAuthorization(wallet({ availableMinor: 50n }), eur(50n))).toBeNull();
  });

  it('is refused for one cent more than is available, whatever is set aside', () => {
    const refusal = refuseAuthorization(wallet({ availableMinor: 50n, pendingMinor: 100n }), eur(51n));
    expect(refusal).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  });

  it.each([
    ['without a wallet', null, eur(1n), 'WALLET_NOT_FOUND'],
    ['while the owner is blocked', wallet({ availableMinor: 50n, isFrozen: true }), eur(1n), 'WALLET_FROZEN'],
    ['in another currency', wallet({ availableMinor: 50n }), money(1n, 'CHF'), 'CURRENCY_MISMATCH'],
  ])('is refused %s', (_when, from, amount, code) => {
    expect(refuseAuthorization(from, amount)).toMatchObject({ code });
  });
});
