import { describe, expect, it } from '@jest/globals';
import { amountInWords, ticketsInWords, timeInWords } from './words.ts';

describe('a time', () => {
  const moment = new Date('2027-03-01T23:30:00Z');

  it('is given where the event takes place, with its zone', () => {
    expect(timeInWords(moment, 'Europe/Vienna')).toBe('Tuesday, 2 March 2027 at 00:30 (Europe/Vienna)');
    expect(timeInWords(moment, 'America/New_York')).toBe('Monday, 1 March 2027 at 18:30 (America/New_York)');
  });

  it('is given in UTC, and says so, when the zone is unknown or no zone at all', () => {
    for (const zone of [null, 'Nowhere/Land']) {
      expect(timeInWords(moment, zone)).toBe('Monday, 1 March 2027 at 23:30 (UTC)');
    }
  });
});

it('one ticket is not two', () => {
  expect([1, 2, 10].map(ticketsInWords)).toEqual(['1 ticket', '2 tickets', '10 tickets']);
});

it('an amount names its currency', () => {
  expect(amountInWords({ amount: '22.50', currencyCode: 'EUR' })).toBe('22.50 EUR');
});
