/** Lets a few work at a time; the others wait, in order, and whoever finds the queue full should come again. */
export interface ConcurrencyLimiter {
  /** Runs `work` when there is room, at once where there is; 'turned-away' when the queue is full or the wait was too long. */
  run<Result>(work: () => Promise<Result>): Promise<Result | 'turned-away'>;
}

export interface ConcurrencyLimits {
  /** How many at a time. */
  readonly places: number;
  /** How many may wait. */
  readonly queue: number;
  /** How long one may wait, in milliseconds; as long as it takes when it is not given. */
  readonly patienceMs?: number;
}

export function createConcurrencyLimiter({
  places,
  queue,
  patienceMs,
}: ConcurrencyLimits): ConcurrencyLimiter {
  let inside = 0;
  const waiting: ((admitted: boolean) => void)[] = [];

  const enter = (): Promise<boolean> | boolean => {
    if (inside < places) {
      inside += 1;
      return true;
    }
    if (waiting.length >= queue) return false;
    return new Promise((resolve) => {
      const decide = (admitted: boolean) => {
        clearTimeout(timer);
        resolve(admitted);
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(decide), 1);
        resolve(false);
      };
      const timer = patienceMs === undefined ? undefined : setTimeout(giveUp, patienceMs);
      waiting.push(decide);
    });
  };

  /** The place goes to the next who waits, so that nobody can slip in between. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next(true);
    else inside -= 1;
  };

  return {
    async run(work) {
      const entered = enter();
      if (!(entered === true || (await entered))) return 'turned-away';
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
