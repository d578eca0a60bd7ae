import { useRef } from 'react';
import { type AnyVariables, stringifyVariables, type UseQueryExecute, type UseQueryState } from 'urql';
import { type QueryOptions, useQuery } from './hooks.ts';

/** What a Pager shows of the page that was asked for last. */
interface PageState {
  readonly busy: boolean;
  /** It did not come; what came before it is shown still. */
  readonly failed: boolean;
  readonly onRetry: () => void;
}

/**
 * `useQuery` for a list that is read page by page with `after`. A later page that does not come takes away nothing of what is
 * shown: the answer stays the one before, and the page can be asked for again.
 * @param listOf the list in an answer; null or undefined where it is missing
 */
export function usePages<Result, Variables extends AnyVariables & { readonly after?: string | null }>(
  options: QueryOptions<Result, Variables>,
  listOf: (data: Result) => unknown,
): [UseQueryState<Result, Variables>, UseQueryExecute, PageState] {
  const [state, ask] = useQuery<Result, Variables>(options);
  const before = useRef<{ readonly question: string; readonly data: Result } | null>(null);
  const { after = null, ...rest } = options.variables;
  const question = stringifyVariables(rest);
  const isThere = state.data != null && listOf(state.data) != null;
  // While another question is asked, the answer to the one before is shown.
  const { after: _, ...answered } = state.operation?.variables ?? {};
  if (isThere && state.data && question === stringifyVariables(answered)) {
    before.current = { question, data: state.data };
  }
  const failed = after !== null && state.error !== undefined && !isThere;
  const data = failed && before.current?.question === question ? before.current.data : state.data;
  return [
    { ...state, data },
    ask,
    { busy: state.fetching, failed, onRetry: () => ask({ requestPolicy: 'network-only' }) },
  ];
}
