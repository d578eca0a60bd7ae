import { describe, expect, it } from '@jest/globals';
import { price, sumOf, wholeUnits } from './site/format.js';

const of = (currencyCode: string, ...amounts: string[]) =>
  amounts.map((amount) => ({ amount, currencyCode }));

describe('money on the page', () => {
  it.each([
    ['EUR', ['19.99', '0.01', '5.10'], '25.10'],
    ['JPY', ['1500', '501'], '2001'],
    ['KWD', ['12.345', '0.005'], '12.350'],
  ])('sums %s to the unit', (currency, amounts, amount) => {
    expect(sumOf(of(currency, ...amounts))).toEqual({ amount, currencyCode: currency });
  });

  it.each([
    ['0.00', '50.00'],
    ['0', '50'],
    ['1.250', '50.000'],
  ])('offers whole units with the digits of %s', (amount, offered) => {
    expect(wholeUnits(50, { amount })).toBe(offered);
  });

  it.each([
    ['HUF', '1250.50', /1,?250\.50/],
    ['JPY', '1250', /1,?250(?!\.)/],
    ['KWD', '1.250', /1\.250/],
  ])('shows every digit of %s that the server gave', (currencyCode, amount, shown) => {
    expect(price({ amount, currencyCode })).toMatch(shown);
  });
});
