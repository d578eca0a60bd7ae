import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import type { GraphQLError } from 'graphql';

/** What a promise resolves with; undefined as soon as the budget has ended, whatever comes later. */
export function untilAborted<Value>(
  promise: Promise<Value>,
  budget: Pick<Budget, 'hasEnded' | 'watch' | 'unwatch'>,
): Promise<Value | undefined> {
  if (budget.hasEnded) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const stopWaiting = (): void => resolve(undefined);
    budget.watch(stopWaiting);
    promise.then(
      (value) => {
        budget.unwatch(stopWaiting);
        resolve(value);
      },
      (error: unknown) => {
        budget.unwatch(stopWaiting);
        reject(error);
      },
    );
  });
}

/** Why an operation has ended early. */
export function endOf({ fault }: Pick<Budget, 'fault'>): GraphQLError {
  return fault ?? serviceUnavailable('the operation was ended before its answer was complete; try again');
}
