import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allocate,
  formatAmount,
  fromDecimal,
  MAX_MINOR_UNITS,
  money,
  parseMoney,
  shareOf,
  toDecimal,
} from './money.ts';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

describe('money', () => {
  it('is whole minor units inside and a decimal text outside', () => {
    expect(toDecimal(money(1250n, 'EUR'))).toEqual({ amount: '12.50', currencyCode: 'EUR' });
    expect(formatAmount(-5n)).toBe('-0.05');
    expect(fromDecimal({ amount: '0.07', currencyCode: 'USD' })).toEqual(money(7n, 'USD'));
  });

  it('survives the way out and back in, to the unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_MINOR_UNITS }), (minor) => {
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
    expect(() => fromDecimal({ amount: '1e3', currencyCode: 'EUR' })).toThrow('two digits');
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
    expect(parseMoney(eur('10000000.01'), { mostMinor: MAX_MINOR_UNITS + 1n })).toEqual(
      money(MAX_MINOR_UNITS + 1n, 'EUR'),
    );
    expect(parseMoney({ amount: '1.00', currencyCode: 'XXX' }, { field: ['price'] })).toMatchObject({
      field: ['price', 'currencyCode'],
    });
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
        fc.bigInt({ min: 0n, max: MAX_MINOR_UNITS }),
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
