import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { addressKey } from './address-key.ts';
import { type RateRefusal, rateRefusal } from './rate-limited.ts';
import type { RatePolicy } from './rate-store.ts';

/**
 * What it takes to read, judge and plan operations that this process has not met before. No cost says it: five hundred
 * fields that are all texts cost one point, and up to a tenth of a second in which nobody else is heard. Whoever asks what
 * was asked before, which is all that applications do, is never refused by it.
 */
export interface Preparation {
  /** Why nothing new is prepared for this address now. */
  refusal(address: string): RateRefusal | undefined;
  /** Something new has been prepared for it. */
  took(address: string, milliseconds: number): void;
}

/** Milliseconds that one address may have spent on what is new to the process; the policy of clients' headers and words. */
export type PreparationLimit = Omit<RatePolicy, 'name'>;

interface Window {
  spentMs: number;
  readonly endsAt: number;
}

/** Addresses that are remembered: an entry takes some 200 bytes. */
const MOST_ADDRESSES = 20_000;

/**
 * Counts in this process's memory and at once: it is asked in the midst of what must not wait.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createPreparation(limit: PreparationLimit, now = () => performance.now()): Preparation {
  const policy: RatePolicy = { name: 'preparation', ...limit };
  const windows = new BoundedMap<string, Window>(MOST_ADDRESSES);
  const windowOf = (address: string): Window | undefined => {
    const window = windows.get(addressKey(address));
    return window && now() < window.endsAt ? window : undefined;
  };
  return {
    refusal(address) {
      const window = windowOf(address);
      if (!window || window.spentMs < policy.points) return undefined;
      return rateRefusal(policy, { isTaken: false, remaining: 0, resetMs: window.endsAt - now() });
    },
    took(address, milliseconds) {
      const window = windowOf(address);
      if (window) window.spentMs += milliseconds;
      else windows.set(addressKey(address), { spentMs: milliseconds, endsAt: now() + policy.durationMs });
    },
  };
}

/** Milliseconds of the processor that this thread has had: on a busy machine nobody pays for what others do meanwhile. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Refuses nothing. */
export const unlimitedPreparation: Preparation = { refusal: () => undefined, took() {} };
