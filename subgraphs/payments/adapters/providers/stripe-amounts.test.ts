import { describe, expect, it } from '@jest/globals';
import { type CurrencyCode, currencyCodes, money } from '@parterre/contracts/kernel/money.ts';
import fc from 'fast-check';
import { fromStripe, toStripe } from './stripe-amounts.ts';

describe('an amount at Stripe', () => {
  it.each<[bigint, CurrencyCode, number | null]>([
    [1_250n, 'EUR', 1_250],
    [1_250n, 'JPY', 1_250],
    [1_250n, 'KWD', 1_250],
    [1_255n, 'KWD', null],
    [1_200n, 'MGA', 12],
    [1_250n, 'MGA', null],
    [12n, 'ISK', 1_200],
    [12n, 'UGX', 1_200],
  ])('of %i minor units of %s is %s', (minor, currency, amount) => {
    expect(toStripe(money(minor, currency))).toBe(amount);
  });

  it('comes back as what it was, in every currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.bigInt({ min: 1n, max: 10n ** 11n }),
        (code, minor) => {
          const amount = toStripe(money(minor, code));
          if (amount !== null) expect(fromStripe(amount, code)).toEqual(money(minor, code));
        },
      ),
    );
  });
});
