import { describe, expect, it } from '@jest/globals';
import { compareCursors, isLogCursor, isSameLog, logCursor } from './log-cursor.ts';

describe('cursors of a log', () => {
  it('are compared as positions, however they are padded', () => {
    expect(compareCursors('e.9', 'e.10')).toBeLessThan(0);
    expect(compareCursors('e.0000000000000010', 'e.9')).toBeGreaterThan(0);
    expect(compareCursors('e.0010', 'e.10')).toBe(0);
  });

  it('of different logs cannot be compared', () => {
    expect(isSameLog('a.9', 'b.9')).toBe(false);
    expect(() => compareCursors('a.9', 'b.10')).toThrow('expected cursors of one log');
  });

  it('are an epoch and digits, and nothing else', () => {
    expect(['e.0', '0e9.0000000000000012'].every(isLogCursor)).toBe(true);
    const wrong = ['', '0', '.1', 'e.', 'e.-1', 'e.1e3', 'a-b.1', 'e.1\n', `e.${'9'.repeat(65)}`];
    expect(wrong.filter(isLogCursor)).toEqual([]);
    expect(() => logCursor('a.b', '1')).toThrow('expected an epoch of letters and digits');
  });
});
