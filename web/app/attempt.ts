import type { CombinedError } from 'urql';

/** Why nothing was done: a code of the server, or `NO_ANSWER`, which is ours. */
export interface Refusal {
  readonly code: string;
  /** For how long to wait before asking again, where the server says it. */
  readonly retryAfterMs?: number | null | undefined;
}

/** What came back of a mutation. */
export interface Answer {
  readonly error?: Pick<CombinedError, 'graphQLErrors'> | undefined;
  /** Of the mutation's field; missing when nothing was answered. */
  readonly payload: { readonly userErrors: readonly Refusal[] } | null | undefined;
}

/** What stands is done, though the server was too busy to say all of it. */
export const done: Answer = { payload: { userErrors: [] } };

/** Null when it was done: what took effect always shows its result, also beside an error of another field. */
export function refusalOf({ error, payload }: Answer): Refusal | null {
  if (payload) return payload.userErrors[0] ?? null;
  for (const { extensions } of error?.graphQLErrors ?? []) {
    const { code, retryAfterMs } = extensions;
    if (code === 'UNAUTHENTICATED') return { code };
    if (typeof code === 'string' && typeof retryAfterMs === 'number') return { code, retryAfterMs };
  }
  return { code: 'NO_ANSWER' };
}

/** The server has more to do than it can: the same will do in a moment. */
const busy: readonly string[] = ['TRY_AGAIN', 'SERVICE_UNAVAILABLE'];
const unknown: readonly string[] = [...busy, 'NO_ANSWER', 'RATE_LIMITED', 'UNAUTHENTICATED'];

/** Whether the server has decided; else another try has to be the same request, with the same idempotency key. */
export function isDecided(refusal: Refusal | null): boolean {
  return refusal === null || !unknown.includes(refusal.code);
}

const MOST_TRIES = 6;
/** Where the server does not say how long. */
const SOME_MS = 2_000;

interface Waiting {
  /** Resolves after so many ms, or as soon as the signal is given. */
  readonly pause: (ms: number, left: AbortSignal) => Promise<void>;
  readonly onWaiting: (isWaiting: boolean) => void;
  /** Whoever asked is gone: nothing is asked again. */
  readonly left: AbortSignal;
}

/** Asks again a few times, when the server says, what it was too busy for. */
export async function askInTurn(
  ask: () => Promise<Answer>,
  { pause, onWaiting, left }: Waiting,
): Promise<Refusal | null> {
  for (let tries = 1; ; tries += 1) {
    const refusal = refusalOf(await ask());
    const isAgain = refusal !== null && busy.includes(refusal.code) && tries < MOST_TRIES;
    if (isAgain && !left.aborted) {
      onWaiting(true);
      // Not all at once where everybody is told the same, or nothing.
      await pause((refusal.retryAfterMs ?? SOME_MS) * (1 + Math.random() / 4), left);
      if (!left.aborted) continue;
    }
    onWaiting(false);
    return refusal;
  }
}
