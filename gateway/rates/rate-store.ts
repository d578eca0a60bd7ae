import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many points there are for a key in each window of time, which begins with the first that is taken. */
export interface RatePolicy {
  /** Names the policy to clients and in the store; one name, one policy. */
  readonly name: string;
  readonly points: number;
  readonly durationMs: number;
}

/** What came of taking points. */
export interface Taken {
  /** False when there were too few: then none were taken. */
  readonly isTaken: boolean;
  readonly remaining: number;
  /** Milliseconds until all points are there again. */
  readonly resetMs: number;
}

/**
 * Where points are counted: in the memory of this process, or in one place for several gateways that count together. All
 * adapters keep what gateway/testing/rate-store-conformance.ts says. A store never rejects: one that others can break
 * decides by itself what holds meanwhile.
 */
export interface RateStore {
  take(policy: RatePolicy, key: string, points: number): Promise<Taken>;
  /** Points that were taken for nothing; never more of them than the window has counted. */
  giveBack(policy: RatePolicy, key: string, points: number): Promise<void>;
}

/**
 * Counters a process keeps at most. One takes some 500 bytes, so a flood of addresses gets 25 MB; then whoever
 * was counted longest ago is forgotten first, which is never somebody who goes on asking.
 */
const MAX_COUNTERS = 50_000;

/** Counts in this process's memory. Counters end with their window. */
export function createMemoryRateStore(maxCounters = MAX_COUNTERS): RateStore {
  const limiters = new Map<string, RateLimiterMemory>();
  /** The limiter that counts for each key; the key that was used longest ago comes first. */
  const counted = new Map<string, { readonly limiter: RateLimiterMemory; readonly key: string }>();

  const limiterOf = ({ name, points, durationMs }: RatePolicy): RateLimiterMemory => {
    const known = limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterMemory({ keyPrefix: '', points, duration: durationMs / 1_000 });
    limiters.set(name, limiter);
    return limiter;
  };

  const remember = (policy: RatePolicy, key: string, limiter: RateLimiterMemory): void => {
    const name = `${policy.name} ${key}`;
    counted.delete(name);
    counted.set(name, { limiter, key });
    if (counted.size <= maxCounters) return;
    const [oldest] = counted;
    if (!oldest) return;
    counted.delete(oldest[0]);
    void oldest[1].limiter.delete(oldest[1].key);
  };

  return {
    async take(policy, key, points) {
      const limiter = limiterOf(policy);
      remember(policy, key, limiter);
      try {
        return takenOf(true, await limiter.consume(key, points));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        // What is refused does not count: whoever asks again too early waits no longer for it.
        return takenOf(false, await limiter.reward(key, points));
      }
    },
    async giveBack(policy, key, points) {
      const limiter = limiterOf(policy);
      // A window that has ended meanwhile has nothing to take back, and must not begin one below zero.
      const window = await limiter.get(key);
      if (window) await limiter.reward(key, Math.min(points, window.consumedPoints));
    },
  };
}

function takenOf(isTaken: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Taken {
  return { isTaken, remaining: remainingPoints, resetMs: Math.max(1, msBeforeNext) };
}
