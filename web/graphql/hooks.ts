import { useCallback, useRef } from 'react';
import {
  type AnyVariables,
  type OperationContext,
  type OperationResult,
  stringifyVariables,
  type TypedDocumentNode,
  type UseQueryResponse,
  useClient,
  useMutation as useUrqlMutation,
  useQuery as useUrqlQuery,
  useSubscription as useUrqlSubscription,
} from 'urql';
import type { TypedDocumentString } from './generated/graphql.ts';

/** urql takes documents as text or as trees; codegen's are texts that carry their types. */
export function asDocument<Result, Variables>(document: TypedDocumentString<Result, Variables>) {
  return document.toString() as unknown as TypedDocumentNode<Result, Variables>;
}

export interface QueryOptions<Result, Variables> {
  readonly query: TypedDocumentString<Result, Variables>;
  readonly variables: Variables;
  /** Asks nothing as long as it is true. */
  readonly pause?: boolean;
  readonly requestPolicy?: OperationContext['requestPolicy'];
}

/**
 * urql's `useQuery` for documents of `graphql(…)`. What was answered before stays when the same is asked anew and nothing
 * comes: the error stands beside it.
 */
export function useQuery<Result, Variables extends AnyVariables>(
  options: QueryOptions<Result, Variables>,
): UseQueryResponse<Result, Variables> {
  const { query, ...rest } = options;
  const [state, ask] = useUrqlQuery<Result, Variables>({ query: asDocument(query), ...rest } as never);
  const client = useClient();
  const answered = useRef<{ client: unknown; question: string; data: Result } | null>(null);
  const question = stringifyVariables(options.variables ?? {});
  if (state.data != null && question === stringifyVariables(state.operation?.variables ?? {})) {
    answered.current = { client, question, data: state.data };
  }
  const { current: before } = answered;
  const isKept =
    state.error !== undefined &&
    state.data == null &&
    before?.client === client &&
    before.question === question;
  return [isKept ? { ...state, data: before.data } : state, ask];
}

/**
 * What a form may begin with: nothing as long as the answer is one of before that is asked anew (`cache-and-network`), whose
 * fields could be gone in a moment. Once there, it stays.
 */
export function useSettled<Data>({
  data,
  stale,
}: {
  readonly data?: Data | undefined;
  readonly stale: boolean;
}): Data | undefined {
  const isSettled = useRef(false);
  if (data !== undefined && !stale) isSettled.current = true;
  return isSettled.current ? data : undefined;
}

/** urql's `useMutation` for documents of `graphql(…)`. */
export function useMutation<Result, Variables extends AnyVariables>(
  document: TypedDocumentString<Result, Variables>,
) {
  return useUrqlMutation<Result, Variables>(asDocument(document));
}

/** Follows a subscription as long as the component stands; what it brings goes into the cache by itself. */
export function useSubscription<Result, Variables extends AnyVariables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  pause = false,
) {
  return useUrqlSubscription<Result, Result, Variables>({
    query: asDocument(document),
    variables,
    pause,
  } as never);
}

/** Asks once, outside of rendering: for what a click wants to know. */
export function useAsk() {
  const client = useClient();
  return useCallback(
    <Result, Variables extends AnyVariables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      context: Partial<OperationContext> = { requestPolicy: 'network-only' },
    ): Promise<OperationResult<Result, Variables>> =>
      client.query<Result, Variables>(asDocument(document), variables, context).toPromise(),
    [client],
  );
}
