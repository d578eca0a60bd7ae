import { describe, expect, it } from '@jest/globals';
import { currencySymbol, formatMoney, parseAmount } from './money-format.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const format = (amount: string, currencyCode: string, locale: string, options = {}) =>
  plain(formatMoney({ amount, currencyCode }, locale, options));

describe('formatMoney', () => {
  it('spells a sum as the language does, with the digits of its currency', () => {
    expect(format('1234.50', 'EUR', 'en')).toBe('€1,234.50');
    expect(format('1234.50', 'EUR', 'ru')).toBe('1 234,50 €');
    expect(format('1200', 'JPY', 'en')).toBe('¥1,200');
    expect(format('-3.5', 'EUR', 'en')).toBe('-€3.50');
  });

  it('keeps every digit of sums that no float can hold', () => {
    expect(format('9007199254740993.01', 'EUR', 'en')).toBe('€9,007,199,254,740,993.01');
  });

  it('shows a plus where it is asked for, but for nothing', () => {
    expect(format('5.00', 'EUR', 'en', { sign: true })).toBe('+€5.00');
    expect(format('0.00', 'EUR', 'en', { sign: true })).toBe('€0.00');
    expect(format('5.00', 'EUR', 'en')).toBe('€5.00');
  });

  it('leaves out empty minor units in a short price only', () => {
    expect(format('39.00', 'EUR', 'en', { short: true })).toBe('€39');
    expect(format('39.50', 'EUR', 'en', { short: true })).toBe('€39.50');
  });

  it('refuses what is no decimal', () => {
    for (const amount of ['', 'NaN', '1e3', '1,5', '0x10', ' 1']) {
      expect(() => formatMoney({ amount, currencyCode: 'EUR' }, 'en')).toThrow('expected a decimal');
    }
  });
});

describe('currencySymbol', () => {
  it('stands before the sum in English and behind it in Russian', () => {
    expect(currencySymbol('EUR', 'en')).toEqual({ symbol: '€', isBefore: true });
    expect(currencySymbol('RUB', 'ru')).toEqual({ symbol: '₽', isBefore: false });
  });
});

describe('parseAmount', () => {
  it.each([
    ['39', 'EUR', 'en', '39.00'],
    ['39.5', 'EUR', 'en', '39.50'],
    ['39,5', 'EUR', 'en', '39.50'],
    ['1,234', 'EUR', 'en', '1234.00'],
    ['1,234.5', 'EUR', 'en', '1234.50'],
    ['1.234,5', 'EUR', 'de', '1234.50'],
    ['1 234,5', 'EUR', 'ru', '1234.50'],
    ['1\u00a0234,50', 'EUR', 'ru', '1234.50'],
    ['12.50', 'EUR', 'ru', '12.50'],
    [' 007 ', 'EUR', 'en', '7.00'],
    ['0', 'EUR', 'en', '0.00'],
    ['1200', 'JPY', 'en', '1200'],
    ['5.', 'EUR', 'en', '5.00'],
  ])('reads %j of %s in %s as %s', (text, currency, locale, amount) => {
    expect(parseAmount(text, currency, locale)).toBe(amount);
  });

  it.each([
    ['', 'EUR', 'en'],
    ['abc', 'EUR', 'en'],
    ['-5', 'EUR', 'en'],
    ['1.234', 'EUR', 'en'],
    ['1,234', 'EUR', 'ru'],
    ['1,234,5', 'EUR', 'en'],
    ['12,34.5', 'EUR', 'en'],
    ['1.5', 'JPY', 'en'],
    ['1.2.3', 'EUR', 'en'],
    ['1e3', 'EUR', 'en'],
    ['1234567890123', 'EUR', 'en'],
  ])('takes %j for no sum of %s in %s', (text, currency, locale) => {
    expect(parseAmount(text, currency, locale)).toBeNull();
  });
});
