import { describe, expect, it } from '@jest/globals';
import {
  cellOf,
  cellsOf,
  changedPrices,
  hasEmptied,
  isAnyShown,
  missingPrices,
  pricesIn,
} from './price-table.ts';

const zones = [
  { id: 'front', label: 'Front' },
  { id: 'back', label: 'Back' },
];
const before = cellsOf([
  {
    key: 'adult',
    prices: [
      { priceZone: { id: 'front' }, price: { amount: '39.00' } },
      { priceZone: { id: 'back' }, price: { amount: '20.00' } },
    ],
  },
  { key: 'child', prices: [{ priceZone: { id: 'front' }, price: { amount: '10.00' } }] },
]);

describe('a table of prices', () => {
  it('tells which cells are missing, type by type', () => {
    expect(missingPrices(before, ['adult', 'child'], zones)).toEqual([{ typeKey: 'child', zoneId: 'back' }]);
  });

  it('sends only what was changed', () => {
    const after = { ...before, [cellOf('adult', 'back')]: '22.00' };
    expect(changedPrices(before, after, ['adult', 'child'], zones)).toEqual([
      { priceZoneId: 'back', ticketTypeKey: 'adult', amount: '22.00' },
    ]);
  });

  it('takes the same sum in another spelling for no change', () => {
    const after = { ...before, [cellOf('adult', 'front')]: '39', [cellOf('adult', 'back')]: '020.0' };
    expect(changedPrices(before, after, ['adult', 'child'], zones)).toEqual([]);
  });

  it('knows 3.9 from 39', () => {
    const after = { ...before, [cellOf('adult', 'front')]: '3.9' };
    expect(changedPrices(before, after, ['adult'], zones)).toHaveLength(1);
  });

  it('leaves out types that are offered no more, and what was emptied', () => {
    const after = { ...before, [cellOf('adult', 'front')]: '' };
    expect(pricesIn(after, ['adult'], zones).map(({ priceZoneId }) => priceZoneId)).toEqual(['back']);
  });

  it('knows a price that was taken away, of what is shown', () => {
    const after = { ...before, [cellOf('adult', 'front')]: '' };
    expect(hasEmptied(before, before, ['adult', 'child'], zones)).toBe(false);
    expect(hasEmptied(before, after, ['adult', 'child'], zones)).toBe(true);
    expect(hasEmptied(before, after, ['child'], zones)).toBe(false);
  });

  it('counts what is typed for a type or a zone that went for nothing', () => {
    const typed = [cellOf('child', 'front')];
    expect(isAnyShown(typed, ['adult', 'child'], zones)).toBe(true);
    expect(isAnyShown(typed, ['adult'], zones)).toBe(false);
    expect(isAnyShown(typed, ['child'], zones.slice(1))).toBe(false);
  });
});
