import { describe, expect, it } from '@jest/globals';
import { amountOf, amounts, longShare, RELIABILITY_VARIABLE } from './reliability-scale.ts';

const inForm = (form: string) => ({ [RELIABILITY_VARIABLE]: form });

describe('what a reliability test does', () => {
  it('is the short form unless the long one is asked for', () => {
    expect(amountOf('raceBuyers', {})).toBe(200);
    expect(amountOf('raceBuyers', inForm(''))).toBe(200);
    expect(amountOf('raceBuyers', inForm('long'))).toBe(10_000);
  });

  it('lies between the two when a share is asked for', () => {
    expect(amountOf('raceBuyers', inForm('0'))).toBe(200);
    expect(amountOf('raceBuyers', inForm('0.1'))).toBe(1_180);
    expect(amountOf('raceBuyers', inForm('1'))).toBe(10_000);
  });

  it.each(['short', '-1', '2', 'NaN', '10%'])('refuses "%s"', (form) => {
    expect(() => longShare(form)).toThrow(`expected ${RELIABILITY_VARIABLE} to be "long" or a share`);
  });

  it('is whole numbers, and more in the long form', () => {
    for (const { short, long } of Object.values(amounts)) {
      expect([short, long].every(Number.isSafeInteger)).toBe(true);
      expect(long).toBeGreaterThan(short);
    }
  });
});
