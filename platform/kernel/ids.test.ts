import { describe, expect, it } from '@jest/globals';
import { deterministicId, isId, newId } from './ids.ts';

describe('identifiers', () => {
  it('sort in the order in which they were made', () => {
    const made = Array.from({ length: 100 }, () => newId<'Booking'>());
    expect([...made].sort()).toEqual(made);
  });

  it('end in chance of their own, however many are drawn at a time', () => {
    const made = Array.from({ length: 1_000 }, () => newId<'Booking'>());
    expect(new Set(made.map((id) => id.slice(-10))).size).toBe(1_000);
    expect(made.every(isId)).toBe(true);
  });

  it('are the same for the same parts, and never for parts that only look alike when joined', () => {
    expect(deterministicId('a', 'b')).toBe(deterministicId('a', 'b'));
    expect(deterministicId('a', 'b')).not.toBe(deterministicId('ab', ''));
    expect(isId(deterministicId('a'))).toBe(true);
  });

  it('are told from other texts before the database sees them', () => {
    expect(isId("'; drop table seats")).toBe(false);
    expect(isId('')).toBe(false);
  });
});
