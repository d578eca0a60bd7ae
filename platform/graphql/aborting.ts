import type { ExecutionResult } from 'graphql';
import { serviceUnavailable } from './errors.ts';

/** The result of `work`, or an error as soon as the caller gives up. What has begun is not undone. */
export async function unlessAborted(
  work: () => Promise<ExecutionResult>,
  signal: AbortSignal | undefined,
  name: string,
): Promise<ExecutionResult> {
  if (!signal) return work();
  const tooLate = { errors: [serviceUnavailable(`the ${name} room did not answer in time; try again`)] };
  if (signal.aborted) return tooLate;
  const { promise: aborted, resolve } = Promise.withResolvers<ExecutionResult>();
  const stopWaiting = () => resolve(tooLate);
  signal.addEventListener('abort', stopWaiting, { once: true });
  try {
    return await Promise.race([aborted, work()]);
  } finally {
    signal.removeEventListener('abort', stopWaiting);
  }
}

/** The stream, which ends when its signal is aborted. */
export function endedBy<Result>(
  signal: AbortSignal | undefined,
  stream: AsyncIterableIterator<Result>,
): AsyncIterableIterator<Result> {
  const end = () => void stream.return?.();
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return stream;
}
