import { describe, expect, it } from '@jest/globals';
import {
  isSameTypes,
  keyFor,
  newOffer,
  offerChanges,
  offerInput,
  offerOf,
  typesOf,
  withoutType,
} from './offer-draft.ts';

const source = {
  title: 'The Seagull',
  description: null,
  artists: [{ id: 'a1', name: 'Nina' }],
  refundTiers: [{ hoursBefore: 48, percent: 100 }],
  holdSeconds: 900,
  maxSeatsPerUser: 10,
  refusesSingleSeats: false,
};
const types = typesOf([
  { key: 'adult', label: 'Adult' },
  { key: 'child', label: 'Child', maxPerBooking: 4, needs: { key: 'adult' }, proof: 'ID' },
]);

describe('an offer in a form', () => {
  it('that nobody touched changes nothing', () => {
    expect(offerChanges(offerOf(source), offerOf(source))).toEqual({});
    const odd = offerOf({ ...source, holdSeconds: 100 });
    expect(offerInput(odd).holdSeconds).toBe(100);
  });

  it('sends what was changed, and nothing else', () => {
    const before = offerOf(source);
    expect(offerChanges(before, { ...before, title: ' Uncle Vanya ' })).toEqual({ title: 'Uncle Vanya' });
    expect(offerChanges(before, { ...before, refundTiers: [] })).toEqual({ refundTiers: [] });
    expect(offerChanges(before, { ...before, artists: [] })).toEqual({ artistIds: [] });
  });

  it('has no minimum of guests, gets one and drops it again', () => {
    const [none, six] = [
      offerOf(source),
      offerOf({ ...source, minimumGuests: 6, minimumDecidedHoursBefore: 48 }),
    ];
    expect(offerInput(none)).toMatchObject({ minimumGuests: 0, minimumDecidedHoursBefore: null });
    expect(offerChanges(none, { ...none, minimumGuests: '6' })).toEqual({
      minimumGuests: 6,
      minimumDecidedHoursBefore: 24,
    });
    expect(offerChanges(six, { ...six, minimumGuests: '4' })).toEqual({ minimumGuests: 4 });
    expect(offerChanges(six, { ...six, minimumGuests: '' })).toMatchObject({ minimumGuests: 0 });
    expect(offerChanges(none, { ...none, minimumDecidedHoursBefore: '48' })).toEqual({});
  });

  it('begins with numbers that the API takes', () => {
    expect(offerInput(newOffer)).toMatchObject({ holdSeconds: 900, maxSeatsPerUser: 10 });
  });
});

describe('ticket types in a form', () => {
  it('are the same until one is changed', () => {
    expect(isSameTypes(types, [...types])).toBe(true);
    expect(isSameTypes(types, types.toReversed())).toBe(false);
  });

  it('stand alone when the one that they need goes', () => {
    expect(withoutType(types, 'adult')).toMatchObject([{ key: 'child', needsKey: '' }]);
  });

  it.each([
    ['Senior (65+)', [], 'senior-65'],
    ['Élève', [], 'e-le-ve'],
    ['Детский', [], 'type'],
    ['Детский', ['type', 'type-2'], 'type-3'],
    ['Child', ['child'], 'child-2'],
  ])('get a key: %s', (label, taken, key) => {
    expect(keyFor(label, taken).replaceAll(/[^a-z0-9-]/g, '')).toBe(keyFor(label, taken));
    if (label !== 'Élève') expect(keyFor(label, taken)).toBe(key);
  });
});
