import type { Budget } from '@parterre/platform/graphql/budget.ts';
import type { GraphQLError } from 'graphql';

/** The budget of a stream: it lasts as long as somebody reads. What an event may use is counted for each. */
export interface StreamBudget extends Budget {
  /** Nobody reads any more: whoever sends events hears of it, also where a stream is not asked to return. */
  end(): void;
}

/** A day: what a stream says to have left, to whoever must send a number to another process. */
const LONGEST_MS = 86_400_000;

export function createStreamBudget(): StreamBudget {
  const ending = new AbortController();
  let fault: GraphQLError | undefined;
  return {
    signal: ending.signal,
    get fault() {
      return fault;
    },
    spentNodes: 0,
    spentBytes: 0,
    get hasEnded() {
      return ending.signal.aborted;
    },
    watch: (listener) => ending.signal.addEventListener('abort', listener, { once: true }),
    unwatch: (listener) => ending.signal.removeEventListener('abort', listener),
    remainingMs: () => (ending.signal.aborted ? 0 : LONGEST_MS),
    charge: () => !ending.signal.aborted,
    chargeBytes: () => !ending.signal.aborted,
    abort(reason) {
      fault ??= reason;
      ending.abort();
    },
    close() {},
    end: () => ending.abort(),
  };
}
