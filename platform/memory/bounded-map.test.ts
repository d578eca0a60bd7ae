import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.ts';

describe('a bounded map', () => {
  it('forgets the oldest entry that was not used', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
    expect(map.size).toBe(2);
  });

  it('keeps the newest entry although all others were used', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.get('b');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 2, 3]);
    map.set('d', 4);
    expect([map.size, map.get('d')]).toEqual([2, 4]);
  });

  it('refuses a limit that holds nothing', () => {
    expect(() => new BoundedMap(0)).toThrow('expected a limit of at least 1, got 0');
  });
});

describe('a map bounded by weight', () => {
  const byLength = () =>
    new BoundedMap<string, string>(100, { max: 10, of: (value, key) => value.length + key.length });

  it('forgets as many entries as the newest needs room for', () => {
    const map = byLength();
    map.set('a', 'xxx');
    map.set('b', 'xxx');
    map.set('c', 'xxxxx');
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 'xxx', 'xxxxx']);
    expect(map.weight).toBe(10);
  });

  it('does not count what was replaced or deleted', () => {
    const map = byLength();
    map.set('a', 'xxxxxxxx');
    map.set('a', 'x');
    map.set('b', 'xx');
    map.delete('b');
    expect(map.weight).toBe(2);
  });

  it('keeps nothing that is heavier than all may be', () => {
    const map = byLength();
    map.set('a', 'x');
    map.set('b', 'x'.repeat(10));
    expect([map.get('a'), map.get('b')]).toEqual(['x', undefined]);
  });
});
