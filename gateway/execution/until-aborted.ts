import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import type { GraphQLError } from 'graphql';

/** What a promise resolves with; undefined as soon as the budget's signal is aborted, whatever comes later. */
export function untilAborted<Value>(
  promise: Promise<Value>,
  { signal }: Pick<Budget, 'signal'>,
): Promise<Value | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const stopWaiting = (): void => resolve(undefined);
    signal.addEventListener('abort', stopWaiting, { once: true });
    promise.then(
      (value) => {
        signal.removeEventListener('abort', stopWaiting);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', stopWaiting);
        reject(error);
      },
    );
  });
}

/** Why an operation has ended early. */
export function endOf({ fault }: Pick<Budget, 'fault'>): GraphQLError {
  return fault ?? serviceUnavailable('the operation was ended before its answer was complete; try again');
}
