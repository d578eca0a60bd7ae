import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rateStoreConformance } from '../testing/rate-store-conformance.ts';
import { createMemoryRateStore, type RatePolicy } from './rate-store.ts';

const policy: RatePolicy = { name: 'guesses', points: 3, durationMs: 60_000 };

rateStoreConformance('in memory', async () => {
  jest.useFakeTimers();
  return {
    store: createMemoryRateStore(),
    elapse: async (ms) => void jest.advanceTimersByTime(ms),
    close: async () => void jest.useRealTimers(),
  };
});

describe('the memory that points take', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is bounded: whoever came longest ago is forgotten, not who goes on asking', async () => {
    const store = createMemoryRateStore(100);
    await store.take(policy, 'busy', 3);
    await store.take(policy, 'gone', 3);
    for (let flood = 0; flood < 1_000; flood += 1) {
      await store.take(policy, `flood ${flood}`, 1);
      await store.take(policy, 'busy', 1);
    }
    expect(await store.take(policy, 'busy', 1)).toMatchObject({ isTaken: false });
    expect(await store.take(policy, 'gone', 3)).toMatchObject({ isTaken: true });
    // Every counter has one timer, and nothing else has: so many are kept.
    expect(jest.getTimerCount()).toBeLessThanOrEqual(100);
  });
});
