import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { currencies, currencyEnum } from './currencies.ts';

const all = new Map(currencies().map((currency) => [currency.code, currency]));

describe('the currencies', () => {
  it.each([
    ['EUR', 2, 2],
    ['RUB', 2, 2],
    ['JPY', 0, 0],
    ['KWD', 3, 3],
    ['UYW', 4, 4],
    // Where ISO 4217 and the habits of shops differ.
    ['HUF', 2, 0],
    ['IQD', 3, 0],
    ['MGA', 2, 0],
  ])('count %s with %i digits, of which %i are in use', (code, digits, digitsInUse) => {
    expect(all.get(code)).toMatchObject({ digits, digitsInUse });
  });

  it('have a code and a name each, and are an enum', () => {
    for (const { code, name } of all.values()) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(name).not.toBe(code);
    }
    expect(buildSchema(currencyEnum(currencies())).getType('CurrencyCode')).toBeDefined();
  });
});
