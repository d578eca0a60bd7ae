import type { Clock } from '../kernel/clock.ts';

/** The real time, moved on by as much as a test wants. */
export interface TestClock extends Clock {
  moveOn(ms: number): void;
}

export function testClock(): TestClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    moveOn(ms) {
      aheadMs += ms;
    },
  };
}
