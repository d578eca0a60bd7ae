import { useCallback, useEffect, useRef, useState } from 'react';
import { pauseUnlessLeft } from '../graphql/deadline.ts';
import { type Answer, askInTurn, isDecided, type Refusal } from './attempt.ts';
import { IdempotencyKeys } from './idempotency.ts';

export interface Attempts {
  /**
   * Asks with a key that stays the same for the same question until the server has decided. What it was too busy for is
   * asked again a few times, as long as the component stands. Answers why it was refused, or null when it was done.
   */
  readonly attempt: (
    question: string,
    ask: (idempotencyKey: string) => Promise<Answer>,
  ) => Promise<Refusal | null>;
  /** The server was busy, and is asked again in a moment. */
  readonly isWaiting: boolean;
}

/** For what must not be done twice. */
export function useAttempt(): Attempts {
  const [keys] = useState(() => new IdempotencyKeys());
  const [isWaiting, setWaiting] = useState(false);
  const left = useRef(AbortSignal.abort());
  useEffect(() => {
    const here = new AbortController();
    left.current = here.signal;
    return () => here.abort();
  }, []);
  const attempt = useCallback<Attempts['attempt']>(
    async (question, ask) => {
      const refusal = await askInTurn(() => ask(keys.keyFor(question)), {
        pause: pauseUnlessLeft,
        onWaiting: setWaiting,
        left: left.current,
      });
      if (isDecided(refusal)) keys.settle(question);
      return refusal;
    },
    [keys],
  );
  return { attempt, isWaiting };
}
