import { backoffMs } from './backoff.ts';
import { pause } from './pause.ts';

export interface KeepTryingOptions {
  /** No further attempt is begun when so many milliseconds have passed. */
  readonly withinMs: number;
  /** Given, it ends the waiting between two attempts; the last error is thrown. */
  readonly signal?: AbortSignal;
  onFailure?(error: unknown): void;
}

/** A failed attempt is made again after 100 ms, then 200… up to 2 s. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/**
 * For what a start cannot do without and a busy machine may refuse at first.
 *
 * @throws the last attempt's error, once the time is over or the signal is given
 */
export async function keepTrying<Result>(
  attempt: () => Promise<Result>,
  { withinMs, signal, onFailure }: KeepTryingOptions,
): Promise<Result> {
  const deadline = performance.now() + withinMs;
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted || performance.now() >= deadline) throw error;
      onFailure?.(error);
    }
    await pause(backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS), signal);
  }
}
