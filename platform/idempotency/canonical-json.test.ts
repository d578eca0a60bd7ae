import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('does not depend on the order of fields, at any depth', () => {
    expect(canonicalJson({ b: { d: 1, c: 2 }, a: [{ y: 1, x: 2 }] })).toBe(
      canonicalJson({ a: [{ x: 2, y: 1 }], b: { c: 2, d: 1 } }),
    );
  });

  it('depends on the order of a list', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  it('takes an absent field and an undefined one for the same, but not null', () => {
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: 1, b: null })).not.toBe(canonicalJson({ a: 1 }));
  });

  it('tells a text from a number', () => {
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });

  it('reads objects without a prototype, as GraphQL makes them', () => {
    const bare: Record<string, unknown> = Object.create(null);
    bare.amount = '1.00';
    expect(canonicalJson(bare)).toBe('{"amount":"1.00"}');
  });

  it('writes dates and bigints as texts', () => {
    expect(canonicalJson({ at: new Date(0), minor: 5n })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","minor":"5"}',
    );
  });
});
