import { SessionsEnded } from '@parterre/contracts/facts/users.ts';
import type { Ending, Revocations } from '@parterre/gateway/authentication/revocations.ts';
import { accessTokenLifetimeMs } from '@parterre/platform/auth/access-tokens.ts';
import type { Bus, FactEnvelope } from '@parterre/platform/bus/bus.ts';

/** For clocks that differ: of the gateway, the users subgraph and the bus. */
const MARGIN_MS = 5 * 60_000;

/** The sessions that the users subgraph has ended, as its facts tell. */
export function endedSessionsOn(bus: Pick<Bus, 'tail'>): Revocations {
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
      await tail.caughtUp;
      return tail;
    },
  };
}

/** Undefined for a fact of another kind, and for a broken one: a tail must not throw. */
function endingIn(fact: FactEnvelope): Ending | undefined {
  if (fact.type !== SessionsEnded.type) return undefined;
  const { data } = SessionsEnded.data.safeParse(fact.data);
  if (!data) return undefined;
  const { userId: subject, sessionId, exceptSessionId, reason: kind, at } = data;
  return { subject, sessionId, exceptSessionId, kind, at: new Date(at) };
}
