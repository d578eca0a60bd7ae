import { ConfigError } from '@parterre/platform/config/read-config.ts';
import { DatabaseOutage, toDatabaseError } from '@parterre/platform/postgres/errors.ts';
import { StartError } from './start-error.ts';

/** A chain of causes longer than this goes in circles. */
const LONGEST_CHAIN = 20;

/**
 * Why the server did not start, in one clear line for each thing that is wrong; null for what nobody foresaw,
 * and then the stack has to tell.
 */
export function explain(error: unknown): readonly string[] | null {
  if (error instanceof ConfigError) return error.faults;
  if (error instanceof StartError) return [error.message];
  for (const cause of causesOf(error)) {
    const outage = toDatabaseError(cause);
    if (outage instanceof DatabaseOutage)
      return [`expected the databases to do their work: ${outage.message}`];
  }
  return null;
}

/** An error and what caused it, the innermost last. A disk that fills up shows only in there. */
function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && chain.length < LONGEST_CHAIN; at = at.cause) chain.push(at);
  return chain;
}
