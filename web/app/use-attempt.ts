import { useCallback, useState } from 'react';
import { IdempotencyKeys } from './idempotency.ts';

/** Why nothing was done: a code of the server, or `NO_ANSWER`. */
export type AttemptCode = string;

type Ask = (idempotencyKey: string) => Promise<{
  readonly error?: unknown;
  /** Of the payload's `userErrors`, the first. */
  readonly code?: string | undefined;
}>;

/**
 * For what must not be done twice: asks with a key that stays the same for the same question until the server has said
 * what came of it. Answers the code of what was refused, or null when it was done.
 */
export function useAttempt(): (question: string, ask: Ask) => Promise<AttemptCode | null> {
  const [keys] = useState(() => new IdempotencyKeys());
  return useCallback(
    async (question, ask) => {
      const { error, code } = await ask(keys.keyFor(question));
      const refusal = error ? 'NO_ANSWER' : (code ?? null);
      // Nobody knows what came of it: another try has to be the same request.
      if (refusal !== 'NO_ANSWER' && refusal !== 'TRY_AGAIN') keys.settle(question);
      return refusal;
    },
    [keys],
  );
}
