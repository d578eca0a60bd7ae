import { expect, it } from '@jest/globals';
import { bestZone, priceLimits } from './offer.ts';

it('zones of one price are one choice of how much to spend', () => {
  const prices = ['39.00', '5.00', '39.00', '12.50'].map((amount, at) => ({
    priceZone: { id: `z${at}`, label: `Zone ${at}` },
    price: { amount, currencyCode: 'EUR' as const },
  }));
  expect(priceLimits({ prices }).map(([minor, { amount }]) => [minor, amount])).toEqual([
    [500, '5.00'],
    [1_250, '12.50'],
    [3_900, '39.00'],
  ]);
});

it('the best places are sought in the dearest zone with room that passes the filter', () => {
  const prices = ['5.00', '39.00', '12.50'].map((amount, at) => ({
    priceZone: { id: `z${at}`, label: `Zone ${at}` },
    price: { amount, currencyCode: 'EUR' as const },
  }));
  const best = (zones: string[], upTo: number | null, room: string[]) =>
    bestZone({ prices }, { zones, upTo }, (id) => room.includes(id))?.priceZone.id;
  expect(best([], null, ['z0', 'z1', 'z2'])).toBe('z1');
  expect(best([], 1_250, ['z0', 'z1', 'z2'])).toBe('z2');
  expect(best([], null, ['z0'])).toBe('z0');
  expect(best(['z0', 'z2'], 3_900, ['z0', 'z1', 'z2'])).toBe('z2');
  expect(best(['z1'], 500, ['z0', 'z1', 'z2'])).toBeUndefined();
});
