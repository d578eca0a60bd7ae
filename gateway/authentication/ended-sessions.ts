import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { AuthenticatedCaller } from '../caller.ts';
import type { Ending, Revocations } from './revocations.ts';

type Holder = Pick<AuthenticatedCaller, 'subject' | 'sessionId' | 'issuedAt'>;

/** Which sessions have ended although their tokens have not expired. */
export interface EndedSessions {
  /** What ended the session of this token; undefined while it goes on. */
  endingOf(holder: Holder): Ending | undefined;
  /** Calls `listener` with every ending at the moment in which it is heard of. */
  whenEnded(listener: (ending: Ending) => void): void;
  stop(): Promise<void>;
}

export interface EndedSessionsOptions {
  readonly revocations: Revocations;
  readonly clock: Clock;
  /** How many endings are kept; 200,000 unless said otherwise (some 40 MB, 200 a second for 15 minutes). */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 200_000;

/** Listens to endings and remembers each until the last token that it concerns has expired. */
export async function watchEndedSessions(options: EndedSessionsOptions): Promise<EndedSessions> {
  const { revocations, clock, limit = DEFAULT_LIMIT } = options;
  const { rememberMs } = revocations;
  // By session or by subject, in the order in which they were heard of, which is about the order of time.
  const endings = new Map<string, Ending>();
  const listeners: ((ending: Ending) => void)[] = [];
  // Should there be more endings than are kept, the oldest goes, and every token of its time with it: a client
  // then refreshes once. To forget it would let its tokens in again.
  let forgotten: Ending | undefined;

  const hear = (ending: Ending) => {
    const key = keyOf(ending);
    const known = endings.get(key);
    if (known && known.at > ending.at) return;
    endings.delete(key);
    endings.set(key, ending);
    prune();
    for (const listener of listeners) listener(ending);
  };

  const prune = () => {
    const horizon = clock.now().getTime() - rememberMs;
    for (const [key, oldest] of endings) {
      const isOver = oldest.at.getTime() < horizon;
      if (!isOver && endings.size <= limit) break;
      endings.delete(key);
      if (!isOver && (!forgotten || forgotten.at < oldest.at)) forgotten = oldest;
    }
  };

  const subscription = await revocations.watch(hear, new Date(clock.now().getTime() - rememberMs));

  return {
    endingOf({ subject, sessionId, issuedAt }) {
      const one = endings.get(keyOf({ subject, sessionId }));
      if (one) return one;
      const all = endings.get(keyOf({ subject }));
      if (all && issuedAt < all.at && all.exceptSessionId !== sessionId) return all;
      return forgotten && issuedAt < forgotten.at ? forgotten : undefined;
    },
    whenEnded(listener) {
      listeners.push(listener);
    },
    stop: () => subscription.stop(),
  };
}

/** A session belongs to its subject: nobody ends another's by its name alone. */
function keyOf({ subject, sessionId }: Pick<Ending, 'subject' | 'sessionId'>): string {
  return JSON.stringify(sessionId === undefined ? [subject] : [subject, sessionId]);
}
