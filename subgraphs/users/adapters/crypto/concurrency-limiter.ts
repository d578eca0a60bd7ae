/** Lets `abreast` works run at once; `queue` more wait in line; whoever comes then gets null at once. */
export interface ConcurrencyLimiter {
  pass<Result>(work: () => Promise<Result>): Promise<Result | null>;
}

export function createConcurrencyLimiter(limits: {
  readonly abreast: number;
  readonly queue: number;
}): ConcurrencyLimiter {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    async pass(work) {
      if (inside < limits.abreast) inside += 1;
      else if (waiting.length < limits.queue) await new Promise<void>((enter) => waiting.push(enter));
      else return null;
      try {
        return await work();
      } finally {
        // Hands its place to the next in line, who is already counted by it.
        const next = waiting.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
