import { withinBound } from '../timing/bounded-work.ts';
import { type Budget, createBudget, createChildBudget, currentBudget } from './budget.ts';

/**
 * The outcome of `work`, or `ended()` as soon as the budget ends: what still runs then runs for nobody. `late`
 * is given what the work comes to afterwards, so that whatever it has opened is closed.
 */
export function unlessEnded<Result>(
  work: Promise<Result>,
  budget: Pick<Budget, 'hasEnded' | 'watch' | 'unwatch'>,
  ended: () => Result,
  late: (result: Result) => void = () => {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let isOver = budget.hasEnded;
    const end = () => {
      isOver = true;
      resolve(ended());
    };
    if (isOver) end();
    else budget.watch(end);
    work.then(
      (result) => {
        budget.unwatch(end);
        if (isOver) late(result);
        else resolve(result);
      },
      (error: unknown) => {
        budget.unwatch(end);
        // After the end nobody is there to be told: what was ended fails, one way or another.
        reject(error);
      },
    );
  });
}

/** The stream, which ends when its signal is aborted, also when that was before it had started. */
export function endedBy<Result>(
  signal: AbortSignal | undefined,
  stream: AsyncIterableIterator<Result>,
): AsyncIterableIterator<Result> {
  if (!signal) return stream;
  const end = () => void stream.return?.();
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  // The signal may live as long as a connection, which has many streams one after another.
  const letGo = () => signal.removeEventListener('abort', end);
  return {
    async next() {
      const step = await stream.next();
      // Who has read a stream to its end does not close it.
      if (step.done) letGo();
      return step;
    },
    async return() {
      letGo();
      return (await stream.return?.()) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * Runs `work` for so long at most, and never longer than whoever asks waits: its statements and its questions to
 * other subgraphs have what is left of that time, and are ended with it. Answers null when the time was over
 * first; what could not be ended then (a commit that had begun) comes to its end unheard.
 */
export async function withinDeadline<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const current = currentBudget();
  const budget = current
    ? createChildBudget(current, milliseconds)
    : createBudget({ nodes: Infinity, bytes: Infinity, milliseconds });
  try {
    return await unlessEnded<Result | null>(withinBound(budget, work), budget, () => null);
  } finally {
    budget.close();
  }
}
