import { createHash } from 'node:crypto';
import {
  createMemoryRateStore,
  type RatePolicy,
  type RateStore,
  type Taken,
} from '@parterre/gateway/rates/rate-store.ts';
import { openRateDatabase, type RateDatabaseOptions, type RunStatement } from './rate-database.ts';
import { statements } from './rate-table.ts';

export interface PostgresRateStore extends RateStore {
  close(): Promise<void>;
}

/**
 * Counts in PostgreSQL, together with every gateway that has the same database. While that is away each counts in its own
 * memory, from nothing.
 */
export async function openPostgresRateStore(options: RateDatabaseOptions): Promise<PostgresRateStore> {
  const database = await openRateDatabase(options);
  const memory = createMemoryRateStore();
  return {
    async take(policy, key, points) {
      const taken = await database.ask((run) => take(run, policy, key, points));
      return taken ?? memory.take(policy, key, points);
    },
    async giveBack(policy, key, points) {
      const changed = await database.ask((run) =>
        run(statements.giveBack, [nameOf(policy, key), Math.ceil(points)]),
      );
      if (!changed) await memory.giveBack(policy, key, points);
    },
    close: () => database.close(),
  };
}

async function take(run: RunStatement, policy: RatePolicy, key: string, points: number): Promise<Taken> {
  const name = nameOf(policy, key);
  // What clients make of numbers is no whole number, or none that PostgreSQL has; there never are so many.
  const canBe = points <= policy.points;
  const [taken] = canBe
    ? await run(statements.take, [name, Math.ceil(points), policy.durationMs, policy.points])
    : [];
  if (taken) return takenOf(policy, true, taken);
  const [window] = await run(statements.look, [name]);
  // Without a window it has ended between the two statements, and all points are there again.
  return takenOf(policy, false, window ?? { points: 0, reset_ms: canBe ? 0 : policy.durationMs });
}

function takenOf(
  policy: RatePolicy,
  isTaken: boolean,
  window: { readonly points: number; readonly reset_ms: number },
): Taken {
  const remaining = Math.max(0, policy.points - window.points);
  return { isTaken, remaining, resetMs: Math.max(1, window.reset_ms) };
}

/** By a hash: whose addresses these are is nothing to keep in a database, and any text fits. */
function nameOf({ name }: RatePolicy, key: string): string {
  return `${name} ${createHash('sha256').update(key).digest('base64url')}`;
}
