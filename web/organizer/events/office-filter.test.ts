import { describe, expect, it } from '@jest/globals';
import { isListed, listed, officeFilter } from './office-filter.ts';

const now = Date.parse('2027-05-01T21:47:12.345Z');

describe('lists of an organizer’s events', () => {
  it('are all of the caller’s own', () => {
    for (const shown of listed) expect(officeFilter(shown, now)).toMatchObject({ mine: true });
  });

  it('begin with what is coming, an evening under way included', () => {
    expect(officeFilter('coming', now)).toEqual({ mine: true, startsFrom: '2027-05-01T09:00:00.000Z' });
  });

  it('ask the same for an hour, so that the cache can answer', () => {
    expect(officeFilter('coming', now + 600_000)).toEqual(officeFilter('coming', now));
    expect(officeFilter('coming', now + 3_600_000)).not.toEqual(officeFilter('coming', now));
  });

  it('are known by their names in the address', () => {
    expect(isListed('on-sale')).toBe(true);
    expect(isListed('ON_SALE')).toBe(false);
  });
});
