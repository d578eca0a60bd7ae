import type { GraphQLError } from 'graphql';

/** How an operation went, for metrics: `error` is told to whoever asked wrongly, `fault` is the server's own. */
export type Outcome = 'ok' | 'error' | 'fault';

const faults: ReadonlySet<unknown> = new Set([
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** Whether the server is at fault, as opposed to whoever asked. */
export function isFault({ extensions }: Pick<GraphQLError, 'extensions'>): boolean {
  return faults.has(extensions?.code);
}

/** Of a result's errors, as they are told. */
export function outcomeOf(errors: readonly Pick<GraphQLError, 'extensions'>[] | undefined): Outcome {
  if (!errors || errors.length === 0) return 'ok';
  return errors.some(isFault) ? 'fault' : 'error';
}
