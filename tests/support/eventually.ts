import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for something that must happen, unless it says otherwise: for what hangs, not for what is slow. */
const PATIENCE_MS = 60_000;

/** Between two looks, at least; as long as the last look took, where that is longer: whoever is waited for needs the time. */
const LOOK_EVERY_MS = 50;

/**
 * Waits until `look` answers something other than null, undefined or false, and gives that back.
 * An error thrown by the look counts as "not yet". Fails with the last thing seen when patience ends.
 */
export async function eventually<Seen>(
  what: string,
  look: () => Promise<Seen | null | undefined | false> | Seen | null | undefined | false,
  patienceMs = PATIENCE_MS,
): Promise<Seen> {
  const deadline = Date.now() + patienceMs;
  let last: unknown = 'nothing';
  while (Date.now() < deadline) {
    const lookedAt = Date.now();
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    await pause(Math.max(LOOK_EVERY_MS, Date.now() - lookedAt));
  }
  throw new Error(`expected ${what} within ${patienceMs} ms; last seen: ${describe(last)}`, { cause: last });
}

function describe(seen: unknown): string {
  return seen instanceof Error ? seen.message : JSON.stringify(seen);
}
