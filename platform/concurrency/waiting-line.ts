import { createConcurrencyLimiter } from './limiter.ts';

/** Whoever would have waited for too long, and when there will be room by what is known now. */
export class ComeAgain {
  readonly afterMs: number;
  constructor(afterMs: number) {
    this.afterMs = afterMs;
  }
}

/**
 * Lets so many work at a time, and a few wait, in order. Whoever would wait for longer than that is of use hears so at
 * once, and when to come again: everybody at another moment, one after another as others are done. So a crowd costs one
 * short answer a head, instead of asking all the time, and nobody waits long for any answer.
 */
export interface WaitingLine {
  run<Result>(work: () => Promise<Result>): Promise<Result | ComeAgain>;
}

export interface WaitingLineLimits {
  /** How many at a time. */
  readonly places: number;
  /** How long one may wait, in milliseconds. */
  readonly patienceMs: number;
  /** How long a work takes, in milliseconds, as long as none was seen. */
  readonly typicalMs: number;
  /** Nobody is told to come later than after so many milliseconds. */
  readonly mostMs: number;
}

/** How much of what is known of the pace stays with each work that is done. */
const REMEMBERED = 0.9;

/** `now`: milliseconds of a clock that never goes back. */
export function createWaitingLine(
  { places, patienceMs, typicalMs, mostMs }: WaitingLineLimits,
  now: () => number = () => performance.now(),
): WaitingLine {
  // The pace is no better than a guess: what is waited at most is kept by the limiter, whatever it says.
  const limiter = createConcurrencyLimiter({ places, queue: Number.POSITIVE_INFINITY, patienceMs });
  /** Works that wait or have a place. */
  let admitted = 0;
  /** What works took of late. */
  let usualMs = typicalMs;
  /** Works that have begun and are not done, and the sum of the moments when they began. */
  let underWay = 0;
  let begunAt = 0;
  /** When the last one comes again who was sent away. */
  let lastTurn = 0;

  /** Between two that are done, while every place is taken. */
  const pace = (): number => {
    // A machine that has just become slow has done nothing yet that would say so. A single work that hangs says little.
    const ageMs = underWay === 0 ? 0 : now() - begunAt / underWay;
    return Math.max(usualMs, ageMs) / places;
  };

  const comeAgain = (): ComeAgain => {
    const soonest = now() + patienceMs;
    const turn = Math.max(soonest, lastTurn) + pace();
    // A line that is longer than anybody is told is begun anew at its middle.
    lastTurn = turn > now() + mostMs ? now() + mostMs / 2 : turn;
    return new ComeAgain(Math.ceil(lastTurn - now()));
  };

  const measured = async <Result>(work: () => Promise<Result>): Promise<{ readonly result: Result }> => {
    const begun = now();
    underWay += 1;
    begunAt += begun;
    try {
      return { result: await work() };
    } finally {
      admitted -= 1;
      underWay -= 1;
      begunAt = underWay === 0 ? 0 : begunAt - begun;
      usualMs = REMEMBERED * usualMs + (1 - REMEMBERED) * (now() - begun);
    }
  };

  return {
    async run(work) {
      const before = admitted - places;
      if (before >= 0 && (before + 1) * pace() > patienceMs) return comeAgain();
      admitted += 1;
      const outcome = await limiter.run(() => measured(work));
      if (outcome !== 'turned-away') return outcome.result;
      admitted -= 1;
      return comeAgain();
    },
  };
}
