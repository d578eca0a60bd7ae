import { describe, expect, it } from '@jest/globals';
import {
  emptyDraft,
  isNarrowed,
  type PromoDraft,
  promoInput,
  soleTarget,
  withSeries,
} from './promo-draft.ts';

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

describe('what a promo code is for', () => {
  const drafted = (changes: Partial<PromoDraft>): PromoDraft => ({ ...emptyDraft, ...changes });
  const organizers = [{ id: 'o1', name: 'sofia' }];

  it('is sent as it is chosen: events, series and organizers', () => {
    const { input } = read({ eventIds: ['e1'], seriesIds: ['s1', 's2'], organizers });
    expect(input).toMatchObject({ eventIds: ['e1'], seriesIds: ['s1', 's2'], organizerIds: ['o1'] });
  });

  it('is everything until something is chosen', () => {
    expect(isNarrowed(emptyDraft)).toBe(false);
    for (const chosen of [{ eventIds: ['e1'] }, { seriesIds: ['s1'] }, { organizers }]) {
      expect(isNarrowed(drafted(chosen))).toBe(true);
    }
  });

  it('has zones to choose from when it is one event or one series', () => {
    expect(soleTarget(drafted({ eventIds: ['e1'] }))).toEqual({ kind: 'event', id: 'e1' });
    expect(soleTarget(drafted({ seriesIds: ['s1'] }))).toEqual({ kind: 'series', id: 's1' });
    const several = [{}, { eventIds: ['e1', 'e2'] }, { eventIds: ['e1'], seriesIds: ['s1'] }, { organizers }];
    for (const chosen of several) expect(soleTarget(drafted(chosen))).toBeNull();
    expect(soleTarget(drafted({ eventIds: ['e1'], organizers }))).toBeNull();
  });

  it('names no date of a series beside it, and no zones of what was chosen before', () => {
    const events = [{ id: 'e1' }, { id: 'e2', series: { id: 's1' } }, { id: 'e3', series: { id: 's2' } }];
    const draft = drafted({ eventIds: ['e1', 'e2', 'e3'], priceZoneIds: ['z1'] });
    const chosen = withSeries(draft, 's1', true, events);
    expect(chosen).toEqual({ eventIds: ['e1', 'e3'], seriesIds: ['s1'], priceZoneIds: [] });
    expect(withSeries(drafted(chosen), 's1', false, events)).toEqual({
      eventIds: ['e1', 'e3'],
      seriesIds: [],
      priceZoneIds: [],
    });
  });
});
