/** So long a query may take, in ms: a network that swallows answers nothing, and somebody waits before a skeleton. */
export const QUERY_MS = 15_000;
/** A mutation goes on at the server when nobody waits for it any more, so it is given more time to say what it did. */
export const MUTATION_MS = 40_000;

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
