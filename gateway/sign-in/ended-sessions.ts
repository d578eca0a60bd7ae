import { UserBlocked, UserRoleChanged, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import { accessTokenLifetimeMs } from '@parterre/platform/auth/access-tokens.ts';
import type { Bus, FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { roles } from '@parterre/platform/kernel/asker.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';

/**
 * Whose sessions an administrator has ended, by blocking them or by taking rights away. The users room ends
 * their refresh tokens; an access token would go on for up to ten minutes, with rights that are no more, so
 * the gateway listens to the users' facts and refuses it at once.
 */
export interface EndedSessions {
  /** Whether a token of this user, issued at this time, is refused. */
  refuses(userId: string, issuedAt: Date): boolean;
  /** Calls `listener` with every user, at the moment in which the end of their sessions is heard of. */
  whenEnded(listener: (userId: string) => void): void;
  stop(): Promise<void>;
}

export interface EndedSessionsOptions {
  readonly bus: Pick<Bus, 'tail'>;
  readonly clock: Clock;
}

/**
 * How far back facts matter: a token that was issued before an older fact has expired since, and while
 * somebody is blocked the users room issues no new one. The rest is a margin for clocks that differ.
 */
const MEMORY_MS = accessTokenLifetimeMs + 5 * 60_000;

interface Verdict {
  readonly isBlocked: boolean;
  readonly since: number;
}

export async function watchEndedSessions({ bus, clock }: EndedSessionsOptions): Promise<EndedSessions> {
  const verdicts = new Map<string, Verdict>();
  const listeners: ((userId: string) => void)[] = [];

  const remember = (userId: string, verdict: Verdict) => {
    // Inserted anew, so that the map stays in the order of time and forgetting can begin at its start.
    verdicts.delete(userId);
    verdicts.set(userId, verdict);
    const horizon = clock.now().getTime() - MEMORY_MS;
    for (const [known, { since }] of verdicts) {
      if (since >= horizon) break;
      verdicts.delete(known);
    }
  };

  const hear = (fact: FactEnvelope) => {
    const ending = endingIn(fact);
    const since = Date.parse(fact.time);
    if (!ending || Number.isNaN(since)) return;
    const { userId, by } = ending;
    const isBlocked = by === 'block' || (by === 'demotion' && verdicts.get(userId)?.isBlocked === true);
    remember(userId, { isBlocked, since });
    if (by !== 'unblock') for (const listener of listeners) listener(userId);
  };

  const subscription = await bus.tail({
    topics: ['users'],
    since: new Date(clock.now().getTime() - MEMORY_MS),
    handle: ({ fact }) => hear(fact),
  });

  return {
    refuses(userId, issuedAt) {
      const verdict = verdicts.get(userId);
      if (!verdict) return false;
      if (verdict.isBlocked) return true;
      // Unblocking does not bring back sessions that the block has ended: only a token from a later
      // sign-in counts. A token knows whole seconds, so the moment is rounded down to one.
      return issuedAt.getTime() < Math.floor(verdict.since / 1000) * 1000;
    },
    whenEnded(listener) {
      listeners.push(listener);
    },
    stop: () => subscription.stop(),
  };
}

interface Ending {
  readonly userId: string;
  readonly by: 'block' | 'unblock' | 'demotion';
}

/** What a fact says about the sessions of a user; undefined for any other fact. A tail must not throw. */
function endingIn(fact: FactEnvelope): Ending | undefined {
  switch (fact.type) {
    case UserBlocked.type: {
      const { data } = UserBlocked.data.safeParse(fact.data);
      return data && { userId: data.userId, by: 'block' };
    }
    case UserUnblocked.type: {
      const { data } = UserUnblocked.data.safeParse(fact.data);
      return data && { userId: data.userId, by: 'unblock' };
    }
    case UserRoleChanged.type: {
      const { data } = UserRoleChanged.data.safeParse(fact.data);
      const isDemotion = data && roles.indexOf(data.role) < roles.indexOf(data.previousRole);
      return isDemotion ? { userId: data.userId, by: 'demotion' } : undefined;
    }
    default:
      return undefined;
  }
}
