import { describe, expect, it } from '@jest/globals';
import {
  isDecidedAtOnce,
  minimumDecidedAt,
  noMinimum,
  readMinimum,
  refuseMoreThanPlaces,
  refuseUnreached,
  refuseWorseMinimum,
} from './guest-minimum.ts';

const of = (minimumGuests: number | null, minimumDecidedHoursBefore: number | null) => ({
  minimumGuests,
  minimumDecidedHoursBefore,
});
const startsAt = new Date('2027-03-02T10:00:00Z');

describe('a minimum of guests', () => {
  it('is decided a day before the start unless said otherwise', () => {
    expect(readMinimum(of(6, null))).toEqual(of(6, 24));
    expect(readMinimum(of(6, 48))).toEqual(of(6, 48));
  });

  it.each([null, 0])('of %s is none, whatever is said of its time', (guests) => {
    expect(readMinimum(of(guests, 48))).toEqual(noMinimum);
  });

  it.each([
    [-1, 24, 'minimumGuests'],
    [1.5, 24, 'minimumGuests'],
    [6, 0, 'minimumDecidedHoursBefore'],
    [6, 8_785, 'minimumDecidedHoursBefore'],
    [6, 1.5, 'minimumDecidedHoursBefore'],
  ])('of %d, %d hours before, is refused', (guests, hours, field) => {
    expect(readMinimum(of(guests, hours))).toMatchObject({ code: 'INVALID_INPUT', field: [field] });
  });

  it('is no more than all places of the plan, seats and standing ones', () => {
    const plan = { seatCount: 10, standingCapacity: 5 };
    expect(refuseMoreThanPlaces({ minimumGuests: 15 }, plan)).toBeUndefined();
    expect(refuseMoreThanPlaces({ minimumGuests: null }, plan)).toBeUndefined();
    expect(refuseMoreThanPlaces({ minimumGuests: 16 }, plan, 'hallId')).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['hallId'],
    });
  });

  it('is decided by the start as it stands now', () => {
    expect(minimumDecidedAt({ startsAt, minimumDecidedHoursBefore: 24 })).toEqual(
      new Date('2027-03-01T10:00:00Z'),
    );
    expect(minimumDecidedAt({ startsAt, minimumDecidedHoursBefore: null })).toBeNull();
  });
});

describe('the minimum of an event on sale', () => {
  it.each([
    [of(6, 24), of(6, 24)],
    [of(6, 24), of(4, 24)],
    [of(6, 24), noMinimum],
    [noMinimum, noMinimum],
  ])('may become from %j %j', (before, after) => {
    expect(refuseWorseMinimum(before, after)).toBeUndefined();
  });

  it.each([
    [of(6, 24), of(7, 24), 'minimumGuests'],
    [noMinimum, of(1, 24), 'minimumGuests'],
    [of(6, 24), of(6, 12), 'minimumDecidedHoursBefore'],
    [of(6, 24), of(4, 48), 'minimumDecidedHoursBefore'],
  ])('may not become from %j %j', (before, after, field) => {
    expect(refuseWorseMinimum(before, after)).toMatchObject({ code: 'MINIMUM_GUESTS_WORSE', field: [field] });
  });

  it.each([
    ['its moment is to come', of(6, 24), null, '2027-03-01T09:59:59Z', false],
    ['its moment has come', of(6, 24), null, '2027-03-01T10:00:00Z', true],
    ['it takes place already', of(6, 24), new Date(0), '2027-03-01T10:00:00Z', false],
    ['it has none', noMinimum, null, '2027-03-01T10:00:00Z', false],
  ])('when %s', (_when, minimum, minimumReachedAt, now, isAtOnce) => {
    expect(isDecidedAtOnce({ startsAt, ...minimum, minimumReachedAt }, new Date(now))).toBe(isAtOnce);
  });

  it('is in the way of a start that is too near only while too few places are sold', () => {
    expect(refuseUnreached(of(6, 24), 6, 'startsAt')).toBeUndefined();
    expect(refuseUnreached(of(6, 24), 5, 'startsAt')).toMatchObject({
      code: 'MINIMUM_NOT_REACHED',
      field: ['startsAt'],
    });
  });
});
