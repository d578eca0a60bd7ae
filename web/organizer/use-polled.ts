import { useCallback, useRef } from 'react';
import { type AnyVariables, type CombinedError, stringifyVariables } from 'urql';
import { useAskedAnew } from '../app/use-asked-anew.ts';
import { type QueryOptions, useQuery } from '../graphql/hooks.ts';

/** An answer, what it is the answer to, and until when it held, in ms by this device's clock. */
interface Heard<Result, Variables> {
  readonly data: Result;
  readonly variables: Variables;
  readonly at: number;
}

export interface Polled<Result, Variables> {
  /** The last answer; undefined before the first, and as long as the one to other variables is asked for in vain. */
  readonly heard: Heard<Result, Variables> | undefined;
  /** Why the last try brought no answer. What was heard before stays. */
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
  readonly again: () => void;
}

/** `useQuery` for figures that go on: asked anew every so often. A try that fails takes away nothing of what is shown. */
export function usePolled<Result, Variables extends AnyVariables>(
  options: QueryOptions<Result, Variables>,
  everyMs: number,
): Polled<Result, Variables> {
  const [{ data, error, fetching, operation }, ask] = useQuery<Result, Variables>(options);
  const last = useRef<Heard<Result, Variables>>(undefined);
  // While another question is asked, the answer to the one before is shown, with what it was asked with.
  if (data && operation) {
    last.current = { data, variables: operation.variables as Variables, at: Date.now() };
  }
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useAskedAnew(again, everyMs, data);
  const isOfOther =
    last.current && stringifyVariables(last.current.variables) !== stringifyVariables(options.variables);
  return { heard: error && isOfOther ? undefined : last.current, error, fetching, again };
}
