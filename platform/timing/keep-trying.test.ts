import { describe, expect, it } from '@jest/globals';
import { keepTrying } from './keep-trying.ts';

function failing(times: number): { attempt: () => Promise<number>; made: () => number } {
  let made = 0;
  return {
    made: () => made,
    async attempt() {
      made += 1;
      if (made <= times) throw new Error(`attempt ${made}`);
      return made;
    },
  };
}

describe('keepTrying', () => {
  it('gives the first result, and tells of each failure before it', async () => {
    const { attempt } = failing(2);
    const failures: unknown[] = [];
    const result = await keepTrying(attempt, {
      withinMs: 60_000,
      onFailure: (error) => failures.push(error),
    });
    expect(result).toBe(3);
    expect(failures).toEqual([new Error('attempt 1'), new Error('attempt 2')]);
  });

  it('throws the last error when the time is over', async () => {
    const { attempt, made } = failing(Number.POSITIVE_INFINITY);
    await expect(keepTrying(attempt, { withinMs: 0 })).rejects.toThrow('attempt 1');
    expect(made()).toBe(1);
  });

  it('begins no attempt after it was told to stop', async () => {
    const stopping = new AbortController();
    const { attempt, made } = failing(Number.POSITIVE_INFINITY);
    const trying = keepTrying(attempt, {
      withinMs: 60_000,
      signal: stopping.signal,
      onFailure: () => stopping.abort(),
    });
    await expect(trying).rejects.toThrow('attempt');
    expect(made()).toBe(2);
  });
});
