/** So long a query may take, in ms: a network that swallows answers nothing, and somebody waits before a skeleton. */
export const QUERY_MS = 15_000;
/** A mutation goes on at the server when nobody waits for it any more, so it is given more time to say what it did. */
export const MUTATION_MS = 40_000;

/** A server that says to come again later than so is not waited for before a skeleton, in s. */
const MOST_SECONDS = 15;

/**
 * A `fetch` that asks once more what the server had no turn for, when it says: of such a request nothing has run.
 * @param pause resolves after so many ms, or as soon as the signal is given
 */
export function againWhenTold(fetchIt: typeof fetch, pause = pauseUnlessLeft): typeof fetch {
  return async (input, init) => {
    const answer = await fetchIt(input, init);
    const seconds = Number(answer.headers.get('retry-after'));
    if (answer.status !== 503 || !(seconds > 0) || seconds > MOST_SECONDS) return answer;
    await pause(1_000 * seconds, init?.signal ?? null);
    return fetchIt(input, init);
  };
}

/**
 * A `fetch` that gives up. The deadline holds for the whole answer, its body included.
 * @param fetchIt what is to be asked by; the browser's own unless given
 * @throws DOMException `TimeoutError` from the request, or from reading its body
 */
export function within(
  deadlineMs: number,
  fetchIt: typeof fetch = (...request) => fetch(...request),
): typeof fetch {
  return (input, init = {}) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    return fetchIt(input, { ...init, signal });
  };
}

/** Resolves after so many ms, or as soon as the signal is given. */
export function pauseUnlessLeft(ms: number, left: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    left?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
