import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Logger } from '../telemetry/logger.ts';
import { currentTraceId } from '../telemetry/tracing.ts';
import { badUserInput, internalError, serviceUnavailable } from './errors.ts';

/**
 * What the caller gets to see of an error: message, code and path, nothing else. An error that a resolver
 * raised on purpose stays; an outage is told as one; anything else is a bug, so it is logged whole and
 * answered with a reference to that log line.
 */
export function showError(error: GraphQLError, subgraph: string, logger: Logger): GraphQLError {
  const shown = shownOf(error, subgraph, logger);
  return new GraphQLError(shown.message, { path: error.path, extensions: shown.extensions });
}

function shownOf(error: GraphQLError, subgraph: string, logger: Logger): GraphQLError {
  const original = error.originalError ?? error;
  if (original instanceof GraphQLError) {
    if (typeof original.extensions.code === 'string') return original;
    // Without a code it comes from graphql-js itself: with nodes, an argument or a variable that does not
    // fit; without, a scalar that a resolver answered wrongly.
    if (original.nodes) return badUserInput(original.message);
  }
  const outage = outageIn(original);
  if (outage) {
    logger.warn({ error: original, path: error.path }, 'could not answer because of an outage');
    return serviceUnavailable(outage === 'busy' ? busy(subgraph) : unavailable(subgraph));
  }
  const reference = currentTraceId() ?? randomUUID();
  logger.error({ error: original, path: error.path, reference }, 'a resolver failed unexpectedly');
  return internalError(reference);
}

const busy = (subgraph: string) =>
  `the ${subgraph} subgraph has more to do than it can; try again in a moment`;
const unavailable = (subgraph: string) =>
  `the ${subgraph} subgraph cannot reach what it needs for this answer; try again in a moment`;

const LONGEST_CHAIN = 5;

/** `ProviderUnavailable` is a subgraph's own, of whatever it asks outside of the installation. */
const unavailableNames = new Set([
  'BusUnavailable',
  'DatabaseUnavailable',
  'SubgraphUnavailable',
  'ProviderUnavailable',
]);

/** Outages are known by name, because platform/postgres and platform/subgraphs must not depend on GraphQL. */
function outageIn(error: unknown): 'busy' | 'unavailable' | undefined {
  let current = error;
  for (let depth = 0; depth < LONGEST_CHAIN && current instanceof Error; depth += 1) {
    // A statement that was cancelled for somebody else's end (two who share one request) may be asked again.
    if (current.name === 'DatabaseBusy' || current.name === 'DatabaseCancelled') return 'busy';
    if (unavailableNames.has(current.name)) return 'unavailable';
    current = current.cause;
  }
  return undefined;
}
