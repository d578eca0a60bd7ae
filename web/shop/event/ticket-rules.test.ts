import { describe, expect, it } from '@jest/globals';
import type { ChosenPlace } from './offer.ts';
import { spendablePoints, typeFaults } from './ticket-rules.ts';

const adult = { id: 'adult', label: 'Adult', maxPerBooking: null, needs: null };
const child = { id: 'child', label: 'Child', maxPerBooking: 2, needs: { id: 'adult', label: 'Adult' } };
const place = (at: number, count = 1): ChosenPlace => ({
  key: `seat ${at}`,
  kind: 'seat',
  at,
  count,
  zoneId: 'zone',
});

describe('typeFaults', () => {
  it('takes a place without a type for one of the first', () => {
    const types = new Map([['seat 1', 'child']]);
    expect(typeFaults([adult, child], [place(0), place(1)], types)).toEqual([]);
  });

  it('says which type may not stand alone, and of which there are too many', () => {
    const types = new Map([
      ['seat 0', 'child'],
      ['seat 1', 'child'],
    ]);
    expect(typeFaults([adult, child], [place(0, 2), place(1)], types)).toEqual([
      { kind: 'too-many', label: 'Child', most: 2 },
      { kind: 'needs', label: 'Child', needed: 'Adult' },
    ]);
  });

  it('asks nothing of types that nobody chose', () => {
    expect(typeFaults([adult, child], [place(0)], new Map())).toEqual([]);
    expect(typeFaults([child], [], new Map())).toEqual([]);
  });
});

describe('spendablePoints', () => {
  const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

  it('is half of the price at most, in whole hundreds', () => {
    expect(spendablePoints(100_000, euros('78.00'))).toBe(3_900);
    expect(spendablePoints(100_000, euros('39.99'))).toBe(1_900);
    expect(spendablePoints(100_000, { amount: '5000', currencyCode: 'JPY' })).toBe(100_000);
  });

  it('is what there is, and nothing without a price', () => {
    expect(spendablePoints(250, euros('78.00'))).toBe(200);
    expect(spendablePoints(99, euros('78.00'))).toBe(0);
    expect(spendablePoints(500, null)).toBe(0);
  });
});
