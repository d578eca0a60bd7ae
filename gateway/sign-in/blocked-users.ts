import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import { accessTokenLifetimeMs } from '@parterre/platform/auth/access-tokens.ts';
import type { Bus, FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';

/**
 * Whom the users room has blocked. Refresh tokens end there; an access token would go on for up to ten
 * minutes, so the gateway listens to the users' facts and refuses it at once.
 */
export interface BlockedUsers {
  /** Whether a token of this user, issued at this time, is refused. */
  refuses(userId: string, issuedAt: Date): boolean;
  /** Calls `listener` with every user, at the moment in which the block is heard of. */
  whenBlocked(listener: (userId: string) => void): void;
  stop(): Promise<void>;
}

export interface BlockedUsersOptions {
  readonly bus: Pick<Bus, 'tail'>;
  readonly clock: Clock;
}

/**
 * How far back facts matter: a token that was issued before an older block has expired since, and while
 * somebody is blocked the users room issues no new one. The rest is a margin for clocks that differ.
 */
const MEMORY_MS = accessTokenLifetimeMs + 5 * 60_000;

interface Verdict {
  readonly isBlocked: boolean;
  readonly since: number;
}

export async function watchBlockedUsers({ bus, clock }: BlockedUsersOptions): Promise<BlockedUsers> {
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
    const since = Date.parse(fact.time);
    const userId = userIdOf(fact);
    if (userId === undefined || Number.isNaN(since)) return;
    const isBlocked = fact.type === UserBlocked.type;
    remember(userId, { isBlocked, since });
    if (isBlocked) for (const listener of listeners) listener(userId);
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
      // sign-in counts. A token knows whole seconds, so the moment of unblocking is rounded down to one.
      return issuedAt.getTime() < Math.floor(verdict.since / 1000) * 1000;
    },
    whenBlocked(listener) {
      listeners.push(listener);
    },
    stop: () => subscription.stop(),
  };
}

/** The user whom a fact blocks or unblocks; undefined for any other fact. A tail must not throw. */
function userIdOf(fact: FactEnvelope): string | undefined {
  const definition = [UserBlocked, UserUnblocked].find(({ type }) => type === fact.type);
  const parsed = definition?.data.safeParse(fact.data);
  return parsed?.success ? parsed.data.userId : undefined;
}
