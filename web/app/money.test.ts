import { describe, expect, it } from '@jest/globals';
import { minorUnits, shortfall, sum, times } from './money.ts';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

describe('money', () => {
  it('is added in minor units, never in floats', () => {
    expect(sum([eur('0.10'), eur('0.20')])).toEqual(eur('0.30'));
    expect(sum([eur('90071992547409.91'), eur('0.02')])).toEqual(eur('90071992547409.93'));
    expect(sum([{ amount: '7', currencyCode: 'JPY' }])).toEqual({ amount: '7', currencyCode: 'JPY' });
    expect(sum([])).toBeNull();
  });

  it('is not added across currencies', () => {
    expect(() => sum([eur('1.00'), { amount: '1.00', currencyCode: 'USD' }])).toThrow(
      'expected EUR, got USD',
    );
  });

  it('is taken several times, below zero as well', () => {
    expect(times(eur('18.05'), 3)).toEqual(eur('54.15'));
    expect(times(eur('-0.05'), 2)).toEqual(eur('-0.10'));
  });

  it('knows what is missing', () => {
    expect(shortfall(eur('44.00'), eur('10.50'))).toEqual(eur('33.50'));
    expect(shortfall(eur('44.00'), eur('44.00'))).toBeNull();
  });

  it('refuses what is no decimal', () => {
    expect(() => minorUnits('1e3')).toThrow('expected a decimal, got "1e3"');
  });
});
