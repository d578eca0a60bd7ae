import { useEffect, useRef } from 'react';
import { type AnyVariables, stringifyVariables, type UseQueryExecute, type UseQueryState } from 'urql';
import type { TypedDocumentString } from './generated/graphql.ts';
import { type QueryOptions, useAsk, useQuery } from './hooks.ts';

/** What a Pager shows of the page that was asked for last. */
interface PageState {
  readonly busy: boolean;
  /** It did not come; what came before it is shown still. */
  readonly failed: boolean;
  readonly onRetry: () => void;
  /** What is shown answers the question before this one, whose answer is on its way. */
  readonly isOfBefore: boolean;
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
  const isAnswered = question === stringifyVariables(answered);
  if (isThere && state.data && isAnswered) {
    before.current = { question, data: state.data };
  }
  const failed = after !== null && state.error !== undefined && !isThere;
  // Nor while it is asked for again, when what it failed with is no more.
  const isShown = !isThere && (failed || state.fetching) && before.current?.question === question;
  const data = isShown ? before.current?.data : state.data;
  return [
    { ...state, data },
    ask,
    {
      busy: state.fetching,
      failed,
      onRetry: () => ask({ requestPolicy: 'network-only' }),
      isOfBefore: isThere && state.fetching && !isAnswered,
    },
  ];
}

/**
 * Asks for the first page of a list that begins with the newest, whatever page was read last, whenever there is news:
 * what is new stands there. The cache keeps it above the others.
 */
export function useFirstPageAnew<Result, Variables extends AnyVariables & { readonly after?: string | null }>(
  query: TypedDocumentString<Result, Variables>,
  variables: Variables,
  news: unknown,
): void {
  const ask = useAsk();
  const latest = useRef(variables);
  latest.current = variables;
  useEffect(() => {
    if (news) void ask(query, { ...latest.current, after: null });
  }, [ask, query, news]);
}
