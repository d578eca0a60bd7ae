import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInstant } from './instants.ts';

const two = (value: number) => String(value).padStart(2, '0');
const writable = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('an instant', () => {
  it('is read as it was written, in whatever zone', () => {
    fc.assert(
      fc.property(writable, fc.integer({ min: -1_439, max: 1_439 }), (instant, offset) => {
        const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
        expect(parseInstant(`${local}${zone}`)).toEqual(instant);
        expect(parseInstant(instant.toISOString())).toEqual(instant);
      }),
    );
  });

  it('is one of the calendar or none at all', () => {
    const field = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        field(9_999),
        field(13),
        field(32),
        field(25),
        field(61),
        (year, month, day, hour, minute) => {
          const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00.000Z`;
          const read = parseInstant(text);
          // A day that does not exist becomes another one when a Date is made of it.
          if (read) expect(read.toISOString()).toBe(text);
          const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
          const exists =
            year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 23 && minute <= 59;
          expect(read !== null).toBe(exists);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '2027-02-29T18:30:00Z',
    '2027-02-30T18:30:00Z',
    '2100-02-29T00:00:00Z',
    '2027-04-31T00:00:00Z',
    '2027-01-01T24:00:00Z',
    '2027-01-01T23:59:60Z',
    '2027-01-01T00:00:00+24:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T20:00:00-12:00',
    '+010000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '2027-01-01',
    '2027-01-01T00:00:00',
    '2027-01-01T00:00:00z',
    '2027-01-01 00:00:00Z',
    '2027-01-01T00:00:00.Z',
  ])('is not %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it.each([
    ['2028-02-29T12:00Z', '2028-02-29T12:00:00.000Z'],
    ['2000-02-29T00:00:00.5Z', '2000-02-29T00:00:00.500Z'],
    ['2027-01-01T00:00:00.123456789+01:00', '2026-12-31T23:00:00.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('may be %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });
});
