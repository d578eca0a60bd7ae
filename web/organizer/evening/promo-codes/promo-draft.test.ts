import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type PromoDraft, promoInput } from './promo-draft.ts';

const reading = { currencyCode: 'EUR', locale: 'en', zone: 'Europe/Vienna' } as const;
const read = (changes: Partial<PromoDraft>) =>
  promoInput({ ...emptyDraft, code: 'SPRING', value: '10', ...changes }, reading);
const faultyFields = (changes: Partial<PromoDraft>) => read(changes).faults.map(({ field }) => field?.[0]);

describe('a promo code to make', () => {
  it('says nothing of rules that were left empty', () => {
    expect(read({ code: ' SPRING ' })).toEqual({
      input: { code: 'SPRING', firstBookingOnly: false, percentOff: 10 },
      faults: [],
    });
  });

  it('has exactly one effect, in the digits of the currency', () => {
    expect(read({ kind: 'amountOff', value: '7,5' }).input).toEqual({
      code: 'SPRING',
      firstBookingOnly: false,
      amountOff: { amount: '7.50', currencyCode: 'EUR' },
    });
    expect(read({ kind: 'fixedPrice', value: '0' }).input.fixedPrice?.amount).toBe('0.00');
  });

  it('means times by the clocks of the zone', () => {
    const { input } = read({ validFrom: '2026-12-01T10:00', validUntil: '2026-12-02T10:00' });
    expect([input.validFrom, input.validUntil]).toEqual([
      '2026-12-01T09:00:00.000Z',
      '2026-12-02T09:00:00.000Z',
    ]);
  });

  it('names each field that cannot be read', () => {
    expect(faultyFields({ code: ' ', value: '101' })).toEqual(['code', 'percentOff']);
    expect(faultyFields({ kind: 'amountOff', value: 'ten' })).toEqual(['amountOff']);
    expect(faultyFields({ maxUses: '0', maxUsesPerUser: '1.5', budget: '-3' })).toEqual([
      'maxUses',
      'maxUsesPerUser',
      'budget',
    ]);
    const validFrom = '2026-12-02T10:00';
    expect(faultyFields({ validFrom, validUntil: '2026-12-01T10:00' })).toEqual(['validUntil']);
  });
});
