import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { DatabaseOutage, toDatabaseError } from '@parterre/platform/postgres/errors.ts';
import { StartError } from '../start-error.ts';
import { BusUnavailable } from './open-bus.ts';
import { serviceNames } from './service-config.ts';
import type { StartedService } from './started-service.ts';

/**
 * Starts the service of that name. Resolves when it listens.
 *
 * @throws ConfigError naming every faulty variable, StartError for a name that is none, before anything is opened
 */
export async function startService(
  name: string | undefined,
  env: Environment,
  onLost: (reason: string) => void,
): Promise<StartedService> {
  const subgraph = subgraphNames.find((known) => known === name);
  // Each loads only what it needs: a gateway no subgraph, a subgraph no planner.
  if (subgraph) {
    const { startSubgraph } = await import('./start-subgraph.ts');
    return startSubgraph(subgraph, env, onLost);
  }
  if (name === 'gateway') {
    const { startGatewayService } = await import('./start-gateway-service.ts');
    return startGatewayService(env, onLost);
  }
  throw new StartError(
    `expected the name of a service, one of ${serviceNames.join(', ')}, got "${name ?? ''}"`,
  );
}

/** Whether a service that could not start is to be tried again: what it needs may not be there yet. */
export function mayPass(error: unknown): boolean {
  return error instanceof BusUnavailable || toDatabaseError(error) instanceof DatabaseOutage;
}
