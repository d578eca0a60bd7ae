import { describe, expect, it, jest } from '@jest/globals';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import { isNothing, ticketsInWords, timeInWords } from './words.ts';

describe('a time', () => {
  const moment = new Date('2027-03-01T23:30:00Z');

  it('is given where the event takes place, with its zone', () => {
    expect(timeInWords(moment, 'Europe/Vienna', 'EN')).toBe('Tuesday, 2 March 2027 at 00:30 (Europe/Vienna)');
    expect(timeInWords(moment, 'America/New_York', 'EN')).toBe(
      'Monday, 1 March 2027 at 18:30 (America/New_York)',
    );
    expect(timeInWords(moment, 'Europe/Moscow', 'RU')).toBe(
      'вторник, 2 марта 2027 г. в 02:30 (Europe/Moscow)',
    );
  });

  it('is given in UTC, and says so, when the zone is unknown or no zone at all', () => {
    for (const zone of [null, 'Nowhere/Land']) {
      expect(timeInWords(moment, zone, 'EN')).toBe('Monday, 1 March 2027 at 23:30 (UTC)');
    }
  });

  it('is given by what was made for the mail before, with a zone or without', () => {
    for (const zone of ['Europe/Vienna', null]) {
      timeInWords(moment, zone, 'EN');
      const made = jest.spyOn(Intl, 'DateTimeFormat');
      timeInWords(moment, zone, 'EN');
      expect(made).not.toHaveBeenCalled();
      made.mockRestore();
    }
  });
});

it('tickets are counted as each language counts', () => {
  expect([1, 2, 10].map((count) => ticketsInWords(count, 'EN'))).toEqual([
    '1 ticket',
    '2 tickets',
    '10 tickets',
  ]);
  expect([1, 2, 5, 11, 21, 22, 100].map((count) => ticketsInWords(count, 'RU'))).toEqual([
    '1 билет',
    '2 билета',
    '5 билетов',
    '11 билетов',
    '21 билет',
    '22 билета',
    '100 билетов',
  ]);
});

describe('an amount', () => {
  const of = (amount: string, currencyCode: string) => ({ amount, currencyCode }) as DecimalMoney;

  it('of nothing is nothing in every currency', () => {
    expect(['0.00', '0', '0.000', '0.01', '10'].map((amount) => isNothing(of(amount, 'EUR')))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
