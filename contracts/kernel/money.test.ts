import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allocate,
  type CurrencyCode,
  currencyCodes,
  formatAmount,
  fromDecimal,
  money,
  mostMinorUnits,
  parseMoney,
  shareOf,
  toDecimal,
} from './money.ts';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

describe('money', () => {
  it('is whole minor units inside and a decimal text outside', () => {
    expect(toDecimal(money(1250n, 'EUR'))).toEqual({ amount: '12.50', currencyCode: 'EUR' });
    expect(formatAmount(-5n, 'EUR')).toBe('-0.05');
    expect(fromDecimal({ amount: '0.07', currencyCode: 'USD' })).toEqual(money(7n, 'USD'));
  });

  it('survives the way out and back in, to the unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: mostMinorUnits('EUR') }), (minor) => {
        expect(parseMoney(toDecimal(money(minor, 'EUR')))).toEqual(money(minor, 'EUR'));
      }),
    );
  });

  it('that the server wrote is read back whatever it sums to, below zero and above what one may bring', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (minor) => {
        expect(fromDecimal(toDecimal(money(minor, 'EUR')))).toEqual(money(minor, 'EUR'));
      }),
    );
    expect(() => fromDecimal({ amount: '1e3', currencyCode: 'EUR' })).toThrow('2 digits');
  });

  it.each(['', '-1.00', '1.005', '1,00', '1e3', ' 1', 'NaN', '0x10', '１'])(
    'refuses "%s" as an amount',
    (amount) => {
      expect(parseMoney(eur(amount))).toMatchObject({
        rejected: true,
        code: 'INVALID_AMOUNT',
        field: ['amount', 'amount'],
      });
    },
  );

  it('refuses zero, unless zero makes sense there', () => {
    expect(parseMoney(eur('0.00'))).toMatchObject({ code: 'INVALID_AMOUNT' });
    expect(parseMoney(eur('0.00'), { allowZero: true })).toEqual(money(0n, 'EUR'));
  });

  it('refuses more than ten million, and currencies that Parterre does not sell in', () => {
    expect(parseMoney(eur('10000000.01'))).toMatchObject({ code: 'INVALID_AMOUNT' });
    expect(parseMoney(eur('10000000.01'), { most: () => 1_000_000_001n })).toEqual(
      money(1_000_000_001n, 'EUR'),
    );
    expect(parseMoney({ amount: '1.00', currencyCode: 'XXX' }, { field: ['price'] })).toMatchObject({
      field: ['price', 'currencyCode'],
    });
  });
});

describe('money of other currencies', () => {
  it.each<[CurrencyCode, string]>([
    ['RUB', '12.50'],
    ['JPY', '1250'],
    ['KWD', '1.250'],
    ['UYW', '0.1250'],
  ])('has the digits of ISO 4217: 1250 minor units of %s are %s', (currency, amount) => {
    expect(toDecimal(money(1250n, currency))).toEqual({ amount, currencyCode: currency });
    expect(fromDecimal({ amount, currencyCode: currency })).toEqual(money(1250n, currency));
    expect(parseMoney({ amount, currencyCode: currency })).toEqual(money(1250n, currency));
  });

  it('survives the way out and back in, in each of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencyCodes),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (code, minor) => {
          expect(parseMoney(toDecimal(money(minor, code)))).toEqual(money(minor, code));
          expect(fromDecimal(toDecimal(money(-minor, code)))).toEqual(money(-minor, code));
        },
      ),
    );
  });

  it.each([
    ['JPY', '12.5'],
    ['JPY', '12.'],
    ['JPY', '12.0'],
    ['KWD', '1.2345'],
  ])('refuses %s %s: it has too many digits', (currencyCode, amount) => {
    expect(parseMoney({ amount, currencyCode })).toMatchObject({ code: 'INVALID_AMOUNT' });
  });

  it('takes fewer digits from outside, and all of them from the server', () => {
    expect(parseMoney({ amount: '1.5', currencyCode: 'KWD' })).toEqual(money(1500n, 'KWD'));
    expect(() => fromDecimal({ amount: '1.50', currencyCode: 'KWD' })).toThrow('3 digits');
    expect(() => fromDecimal({ amount: '150.00', currencyCode: 'JPY' })).toThrow('0 digits');
  });

  it.each<[CurrencyCode, string]>([
    ['EUR', '10000000.00'],
    ['JPY', '1000000000'],
    ['KWD', '1000000.000'],
    ['IDR', '1000000000.00'],
  ])('is at most a thousand million of the smallest coin in use: %s %s', (currency, amount) => {
    expect(formatAmount(mostMinorUnits(currency), currency)).toBe(amount);
    expect(parseMoney({ amount, currencyCode: currency })).toEqual(money(mostMinorUnits(currency), currency));
    const above = formatAmount(mostMinorUnits(currency) + 1n, currency);
    expect(parseMoney({ amount: above, currencyCode: currency })).toMatchObject({ code: 'INVALID_AMOUNT' });
  });
});

describe('a share of an amount', () => {
  it('is rounded half away from zero', () => {
    expect(shareOf(5n, 1n, 2n)).toBe(3n);
    expect(shareOf(-5n, 1n, 2n)).toBe(-3n);
    expect(shareOf(1000n, 33n, 100n)).toBe(330n);
  });
});

describe('splitting an amount', () => {
  it('loses no unit and makes none, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: mostMinorUnits('EUR') }),
        fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 }),
        (minor, weights) => {
          const parts = allocate(minor, weights);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(minor);
          expect(parts.every((part) => part >= 0n)).toBe(true);
        },
      ),
    );
  });

  it('gives the odd unit to the largest remainder, the earlier one on a tie', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [1n, 2n])).toEqual([3n, 7n]);
  });
});
