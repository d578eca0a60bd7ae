import { SessionsEnded } from '@parterre/contracts/facts/users.ts';
import type { Ending, Revocations } from '@parterre/gateway/authentication/revocations.ts';
import { accessTokenLifetimeMs } from '@parterre/platform/auth/access-tokens.ts';
import type { Bus, FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { pause } from '@parterre/platform/timing/pause.ts';

/** For clocks that differ: of the gateway, the users subgraph and the bus. */
const MARGIN_MS = 5 * 60_000;
/** The facts of 15 minutes are read within a second; a log that takes longer is out of order. */
const CATCH_UP_MS = 30_000;

/**
 * The sessions that the users subgraph has ended, as its facts tell. `watch` throws when those of the past cannot be
 * read within `catchUpMs`.
 */
export function endedSessionsOn(bus: Pick<Bus, 'tail'>, catchUpMs = CATCH_UP_MS): Revocations {
  return {
    rememberMs: accessTokenLifetimeMs + MARGIN_MS,
    async watch(listener, since) {
      const tail = await bus.tail({
        topics: ['users'],
        since,
        handle({ fact }) {
          const ending = endingIn(fact);
          if (ending) listener(ending);
        },
      });
      if (await isWithin(catchUpMs, tail.caughtUp)) return tail;
      await tail.stop();
      throw new Error(
        `expected to read which sessions have ended within ${catchUpMs} ms; look whether the bus answers`,
      );
    },
  };
}

async function isWithin(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const isDone = new AbortController();
  const tooLate = pause(milliseconds, isDone.signal).then(() => false);
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    isDone.abort();
  }
}

/** Undefined for a fact of another kind, and for a broken one: a tail must not throw. */
function endingIn(fact: FactEnvelope): Ending | undefined {
  if (fact.type !== SessionsEnded.type) return undefined;
  const { data } = SessionsEnded.data.safeParse(fact.data);
  if (!data) return undefined;
  const { userId: subject, sessionId, exceptSessionId, reason: kind, at } = data;
  return { subject, sessionId, exceptSessionId, kind, at: new Date(at) };
}
