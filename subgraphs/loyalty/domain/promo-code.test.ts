import { describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { promo, zone, zoneOf } from '../testing/promos.ts';
import {
  dependsOnOtherPlans,
  dependsOnSeries,
  isForEvent,
  type NamedEvent,
  type PricedPlace,
  type PromoEffect,
  type PromoRules,
  promoKeyOf,
  promoParts,
} from './promo-code.ts';

describe('a code is found', () => {
  it.each([
    ['whatever its case', 'Summer10', 'sUMMER10'],
    ['without space around it', 'SUMMER10', ' \u3000summer10\u00a0'],
    ['whatever width its letters have', 'SUMMER10', 'ＳＵＭＭＥＲ１０'],
    ['whatever the ligatures', 'OFFICE', 'oﬃce'],
    ['however its accents are written', 'CAFÉ', 'cafe\u0301'],
    ['with ß as with ss', 'STRASSE', 'straße'],
  ])('%s', (_, one, other) => {
    expect(promoKeyOf(one)).toBe(promoKeyOf(other));
  });

  it.each(['', '  ', '\u3000', '\u200b'])('nowhere when it is empty: %j', (empty) => {
    expect(promoKeyOf(empty)).toBeNull();
  });

  it('as another one when a letter is another', () => {
    expect(promoKeyOf('SUMMER10')).not.toBe(promoKeyOf('SUMMER1O'));
  });
});

const seriesId = newId<'EventSeries'>();
const slot: NamedEvent & { readonly organizerId: UserId } = {
  eventId: newId<'Event'>(),
  organizerId: newId<'User'>(),
  seriesId,
};
const naming = (rules: Partial<PromoRules>, organizerId: UserId | null = null) =>
  promo({ rules, organizerId });
const others: Partial<PromoRules> = {
  eventIds: [newId<'Event'>()],
  seriesIds: [newId<'EventSeries'>()],
  organizerIds: [newId<'User'>()],
};

describe('a code is for an event', () => {
  it.each<[string, Partial<PromoRules>]>([
    ['when it names none', {}],
    ['that it names', { ...others, eventIds: [newId<'Event'>(), slot.eventId] }],
    ['of a series that it names', { ...others, seriesIds: [newId<'EventSeries'>(), seriesId] }],
    ['of an organizer whom it names', { ...others, organizerIds: [newId<'User'>(), slot.organizerId] }],
  ])('%s', (_, rules) => {
    expect(isForEvent(naming(rules), slot)).toBe(true);
    expect(isForEvent(naming(rules, slot.organizerId), slot)).toBe(true);
    // Whatever its list names: an organizer's code is for no other's events.
    expect(isForEvent(naming(rules, newId<'User'>()), slot)).toBe(false);
  });

  it('of no series, nor where nobody says of which, only as far as the other lists name it', () => {
    for (const unknown of [
      { ...slot, seriesId: null },
      { ...slot, seriesId: undefined },
    ]) {
      expect(isForEvent(naming({ seriesIds: [seriesId] }), unknown)).toBe(false);
      expect(isForEvent(naming({ seriesIds: [seriesId], eventIds: [slot.eventId] }), unknown)).toBe(true);
    }
  });

  it('no more when any of its lists names others alone', () => {
    expect(isForEvent(naming(others), slot)).toBe(false);
    for (const [list, ids] of Object.entries(others))
      expect(isForEvent(naming({ [list]: ids }), slot)).toBe(false);
    expect(isForEvent(naming({ organizerIds: [slot.organizerId] }), { ...slot, organizerId: null })).toBe(
      false,
    );
  });
});

describe("it takes the event's series to tell", () => {
  const { seriesId: _, ...unknown } = slot;

  it('where the code names series, and nothing else that it is for', () => {
    expect(dependsOnSeries(naming({ seriesIds: [seriesId] }), unknown)).toBe(true);
    expect(dependsOnSeries(naming(others), unknown)).toBe(true);
  });

  it('neither of a code without series, nor where it is for the event, or for no such event, anyway', () => {
    const { eventId, organizerId } = unknown;
    expect(dependsOnSeries(naming({}), unknown)).toBe(false);
    expect(dependsOnSeries(naming({ eventIds: others.eventIds ?? [] }), unknown)).toBe(false);
    expect(dependsOnSeries(naming({ ...others, eventIds: [eventId] }), unknown)).toBe(false);
    expect(dependsOnSeries(naming({ ...others, organizerIds: [organizerId] }), unknown)).toBe(false);
    expect(dependsOnSeries(naming(others, newId<'User'>()), unknown)).toBe(false);
  });

  it('once: what was asked for is known, also that there is none', () => {
    expect(dependsOnSeries(naming(others), slot)).toBe(false);
    expect(dependsOnSeries(naming(others), { ...slot, seriesId: null })).toBe(false);
  });
});

const [stalls, balcony] = [zone(), zone()];
const places = [zoneOf(stalls, 1_000n), zoneOf(balcony, 501n), zoneOf(stalls, 999n)];
const off = (effect: PromoEffect, priceZoneIds = [] as (typeof stalls)[]) =>
  promoParts(promo({ effect, rules: { priceZoneIds } }), places);

describe('it takes other plans of the event to tell', () => {
  const depends = (priceZoneIds: (typeof stalls)[], of: readonly PricedPlace[] = places) =>
    dependsOnOtherPlans(promo({ rules: { priceZoneIds } }), of);

  it('where a place is in none of the zones', () => {
    expect(depends([stalls])).toBe(true);
    expect(depends([zone()])).toBe(true);
  });

  it('neither of a code without zones, nor where all places are in its zones or have none', () => {
    expect(depends([])).toBe(false);
    expect(depends([stalls, balcony])).toBe(false);
    // They were asked for: there are none.
    expect(
      depends(
        [stalls],
        places.map((place) => ({ ...place, equivalentZoneIds: [] })),
      ),
    ).toBe(false);
    expect(depends([stalls], [{ priceZoneId: null, ticketTypeId: null, minor: 1n }])).toBe(false);
  });
});

describe('a code takes off', () => {
  it('a share of all places, counted once and split by the prices', () => {
    // 10 % of 25.00 is 2.50; the shares alone would be 1.00, 0.501 and 0.999.
    expect(off({ kind: 'PERCENT_OFF', percent: 10 })).toEqual([100n, 50n, 100n]);
  });

  it('an amount, and never more than the places cost', () => {
    expect(off({ kind: 'AMOUNT_OFF', minor: 250n })).toEqual([100n, 50n, 100n]);
    expect(off({ kind: 'AMOUNT_OFF', minor: 9_999n })).toEqual([1_000n, 501n, 999n]);
  });

  it('what a place costs above a fixed price, and makes none dearer', () => {
    expect(off({ kind: 'FIXED_PRICE', minor: 600n })).toEqual([400n, 0n, 399n]);
    expect(off({ kind: 'FIXED_PRICE', minor: 0n })).toEqual([1_000n, 501n, 999n]);
  });

  it('nothing off places of other price zones', () => {
    expect(off({ kind: 'PERCENT_OFF', percent: 50 }, [stalls])).toEqual([500n, 0n, 500n]);
    expect(off({ kind: 'AMOUNT_OFF', minor: 9_999n }, [balcony])).toEqual([0n, 501n, 0n]);
    expect(off({ kind: 'FIXED_PRICE', minor: 0n }, [balcony])).toEqual([0n, 501n, 0n]);
    expect(off({ kind: 'PERCENT_OFF', percent: 50 }, [newId<'PriceZone'>()])).toEqual([0n, 0n, 0n]);
  });

  it('the same off a place whose zone is one of its own by another plan of the event', () => {
    const [before, other] = [zone(), zone()];
    const moved = places.map((place) => ({
      ...place,
      equivalentZoneIds: place.priceZoneId === stalls ? [before] : [other],
    }));
    const { rules, effect } = promo({
      effect: { kind: 'PERCENT_OFF', percent: 50 },
      rules: { priceZoneIds: [before] },
    });
    expect(promoParts({ rules, effect }, places)).toEqual([0n, 0n, 0n]);
    expect(promoParts({ rules, effect }, moved)).toEqual([500n, 0n, 500n]);
  });

  it('from nothing to the price, off every place, whatever the prices and the code', () => {
    const prices = fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 10 });
    const effect = fc.oneof(
      fc.record({ kind: fc.constant('PERCENT_OFF' as const), percent: fc.integer({ min: 1, max: 100 }) }),
      fc.record({ kind: fc.constant('AMOUNT_OFF' as const), minor: fc.bigInt({ min: 1n, max: 200_000n }) }),
      fc.record({ kind: fc.constant('FIXED_PRICE' as const), minor: fc.bigInt({ min: 0n, max: 100_000n }) }),
    );
    fc.assert(
      fc.property(prices, effect, (minors, of) => {
        const priced: PricedPlace[] = minors.map((minor) => zoneOf(stalls, minor));
        const parts = promoParts(promo({ effect: of }), priced);
        expect(parts).toHaveLength(priced.length);
        expect(parts.every((part, index) => part >= 0n && part <= (minors[index] ?? 0n))).toBe(true);
      }),
    );
  });
});
