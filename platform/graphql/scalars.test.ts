import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { scalarResolvers } from './scalars.ts';

const { DateTime, Decimal } = scalarResolvers;

describe('DateTime', () => {
  it('is a Date inside and UTC text outside', () => {
    const date = DateTime.parseValue('2027-03-01T19:30:00+01:00');
    expect(date).toEqual(new Date('2027-03-01T18:30:00Z'));
    expect(DateTime.serialize(date)).toBe('2027-03-01T18:30:00.000Z');
  });

  it.each([
    '2027-03-01',
    '2027-03-01T18:30:00',
    '2027-13-01T18:30:00Z',
    '2027-02-30T18:30:00Z',
    '9999-12-31T20:00:00-12:00',
    'now',
    1_700_000_000_000,
    null,
  ])('refuses %j', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('expected an instant in ISO 8601');
  });
});

describe('a DateTime that is answered', () => {
  it.each([
    new Date(Number.NaN),
    new Date(Date.UTC(10_000, 0)),
    new Date(-62_198_755_200_000),
    '2027-02-30T00:00:00Z',
  ])('is never %s', (value) => {
    expect(() => DateTime.serialize(value)).toThrow('expected a Date with a year of four digits');
  });
});

describe('Decimal', () => {
  it('is text, inside and outside', () => {
    expect(Decimal.parseValue('12.50')).toBe('12.50');
    expect(Decimal.parseLiteral({ kind: Kind.STRING, value: '-0.10' })).toBe('-0.10');
    expect(Decimal.serialize('12.50')).toBe('12.50');
  });

  it('refuses a number, because it may have lost digits already', () => {
    expect(() => Decimal.parseValue(12.5)).toThrow(
      'expected a decimal as text such as "12.50", got the number 12.5',
    );
    expect(() => Decimal.parseLiteral({ kind: Kind.FLOAT, value: '12.5' })).toThrow(
      'expected a decimal as text',
    );
    expect(() => Decimal.serialize(12.5)).toThrow('expected a decimal text');
  });

  it.each(['', '1e9', '1,50', 'NaN', '1'.repeat(40)])('refuses %j', (value) => {
    expect(() => Decimal.parseValue(value)).toThrow('expected a decimal as text');
  });
});
