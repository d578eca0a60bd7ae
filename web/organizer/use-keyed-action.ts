import { useState } from 'react';
import { IdempotencyKeys } from '../app/idempotency.ts';
import type { TypedDocumentString } from '../graphql/generated/graphql.ts';
import { type Action, useAction } from './use-action.ts';

type WithoutKey<Input> = Omit<Input, 'idempotencyKey'>;

/**
 * `useAction` for what a second try must not do twice: the same input goes with the same key until the server has said what
 * came of it. `run` takes the input alone.
 */
export function useKeyedAction<Result, Input extends { readonly idempotencyKey?: string | null | undefined }>(
  document: TypedDocumentString<Result, { readonly input: Input }>,
): Omit<Action<Result, never>, 'run'> & {
  readonly run: (input: WithoutKey<Input>) => Promise<Result | null>;
} {
  const [keys] = useState(() => new IdempotencyKeys());
  const { run, ...action } = useAction(document);
  return {
    ...action,
    run: async (input) => {
      const question = JSON.stringify(input);
      const variables = { input: { ...input, idempotencyKey: keys.keyFor(question) } as Input };
      return run(variables, { onKnown: () => keys.settle(question) });
    },
  };
}
