import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createMemoryRateStore, type RatePolicy } from './rate-store.ts';

const policy: RatePolicy = { name: 'guesses', points: 3, durationMs: 60_000 };

describe('points in memory', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are there for each key, and again when the window has ended', async () => {
    const store = createMemoryRateStore();
    expect(await store.take(policy, 'a', 3)).toEqual({ isTaken: true, remaining: 0, resetMs: 60_000 });
    jest.advanceTimersByTime(20_000);
    expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: false, resetMs: 40_000 });
    expect(await store.take(policy, 'b', 1)).toMatchObject({ isTaken: true });
    jest.advanceTimersByTime(40_000);
    expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: true, remaining: 2 });
  });

  it('are not taken by what is refused, so that less may still be had', async () => {
    const store = createMemoryRateStore();
    await store.take(policy, 'a', 2);
    expect(await store.take(policy, 'a', 2)).toMatchObject({ isTaken: false, remaining: 1 });
    expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: true, remaining: 0 });
  });

  it('do not keep a client out longer because it asks too early', async () => {
    const store = createMemoryRateStore();
    await store.take(policy, 'a', 3);
    jest.advanceTimersByTime(59_000);
    for (let tries = 0; tries < 10; tries += 1) await store.take(policy, 'a', 1);
    jest.advanceTimersByTime(1_000);
    expect(await store.take(policy, 'a', 3)).toMatchObject({ isTaken: true });
  });

  it('can be given back, but not into a later window', async () => {
    const store = createMemoryRateStore();
    await store.take(policy, 'a', 3);
    await store.giveBack(policy, 'a', 2);
    expect(await store.take(policy, 'a', 2)).toMatchObject({ isTaken: true, remaining: 0 });
    jest.advanceTimersByTime(60_000);
    await store.giveBack(policy, 'a', 3);
    expect(await store.take(policy, 'a', 4)).toMatchObject({ isTaken: false });
  });

  it('are counted apart for each policy', async () => {
    const store = createMemoryRateStore();
    await store.take(policy, 'a', 3);
    expect(await store.take({ ...policy, name: 'others' }, 'a', 3)).toMatchObject({ isTaken: true });
  });

  it('are forgotten for whoever came longest ago when there are too many, not for who goes on asking', async () => {
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
