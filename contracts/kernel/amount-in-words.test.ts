import { describe, expect, it } from '@jest/globals';
import { amountInWords } from './amount-in-words.ts';
import type { DecimalMoney } from './money.ts';

describe('an amount', () => {
  const of = (amount: string, currencyCode: string) => ({ amount, currencyCode }) as DecimalMoney;

  it.each([
    [of('1222.50', 'EUR'), '€1,222.50', '1 222,50 €'],
    // Whatever a currency's digits are, none is added and none is lost.
    [of('1222', 'JPY'), 'JP¥1,222', '1 222 ¥'],
    [of('0.125', 'KWD'), 'KWD 0.125', '0,125 KWD'],
    [of('90071992547409931.07', 'USD'), 'US$90,071,992,547,409,931.07', '90 071 992 547 409 931,07 $'],
  ])('is written as its language writes it: %j', (money, english, russian) => {
    const plain = (text: string) => text.replaceAll(/\s/gu, ' ');
    expect(plain(amountInWords(money, 'EN'))).toBe(english);
    expect(plain(amountInWords(money, 'RU'))).toBe(russian);
  });
});
