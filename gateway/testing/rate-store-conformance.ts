import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RatePolicy, RateStore } from '../rates/rate-store.ts';

export interface RateStoreUnderTest {
  readonly store: RateStore;
  /** Lets so many milliseconds of every window pass. */
  elapse(ms: number): Promise<void>;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A window that no test outlives by itself, however busy the machine is. */
const policy: RatePolicy = { name: 'guesses', points: 3, durationMs: HOUR_MS };

/** What every adapter of `RateStore` keeps. */
export function rateStoreConformance(where: string, open: () => Promise<RateStoreUnderTest>): void {
  describe(`points ${where}`, () => {
    let under: RateStoreUnderTest;
    let store: RateStore;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });
    afterEach(() => under.close());

    it('are there for each key, and again when the window has ended', async () => {
      const first = await store.take(policy, 'a', 3);
      expect(first).toMatchObject({ isTaken: true, remaining: 0 });
      expectWithin(first.resetMs, HOUR_MS);
      await under.elapse(20 * MINUTE_MS);
      const second = await store.take(policy, 'a', 1);
      expect(second).toMatchObject({ isTaken: false, remaining: 0 });
      expectWithin(second.resetMs, 40 * MINUTE_MS);
      expect(await store.take(policy, 'b', 1)).toMatchObject({ isTaken: true, remaining: 2 });
      await under.elapse(40 * MINUTE_MS);
      expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: true, remaining: 2 });
    });

    it('are not taken by what is refused, so that less may still be had', async () => {
      await store.take(policy, 'a', 2);
      expect(await store.take(policy, 'a', 2)).toMatchObject({ isTaken: false, remaining: 1 });
      expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: true, remaining: 0 });
    });

    it('are refused to who asks for more than there ever are, and all are there still', async () => {
      const refused = await store.take(policy, 'a', 4);
      expect(refused).toMatchObject({ isTaken: false, remaining: 3 });
      expectWithin(refused.resetMs, HOUR_MS);
      expect(await store.take(policy, 'a', 3)).toMatchObject({ isTaken: true, remaining: 0 });
    });

    it('do not keep a client out longer because it asks too early', async () => {
      await store.take(policy, 'a', 3);
      await under.elapse(59 * MINUTE_MS);
      for (let tries = 0; tries < 10; tries += 1) await store.take(policy, 'a', 1);
      await under.elapse(MINUTE_MS);
      expect(await store.take(policy, 'a', 3)).toMatchObject({ isTaken: true });
    });

    it('can be given back, but not into a later window', async () => {
      await store.take(policy, 'a', 3);
      await store.giveBack(policy, 'a', 2);
      expect(await store.take(policy, 'a', 2)).toMatchObject({ isTaken: true, remaining: 0 });
      await under.elapse(HOUR_MS);
      await store.giveBack(policy, 'a', 3);
      await expectThree('a');
    });

    it('cannot be given back when they were not taken', async () => {
      await store.giveBack(policy, 'a', 3);
      await expectThree('a');
      await store.take(policy, 'b', 1);
      await store.giveBack(policy, 'b', 3);
      await expectThree('b');
    });

    it('are counted apart for each policy', async () => {
      await store.take(policy, 'a', 3);
      expect(await store.take({ ...policy, name: 'others' }, 'a', 3)).toMatchObject({ isTaken: true });
    });

    async function expectThree(key: string): Promise<void> {
      for (const isTaken of [true, true, true, false]) {
        expect(await store.take(policy, key, 1)).toMatchObject({ isTaken });
      }
    }
  });
}

function expectWithin(resetMs: number, mostMs: number): void {
  expect(resetMs).toBeGreaterThan(0);
  expect(resetMs).toBeLessThanOrEqual(mostMs);
}
