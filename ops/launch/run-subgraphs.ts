import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { StepObserver } from '@parterre/platform/saga/step-observer.ts';
import { type RunningService, runService } from '@parterre/platform/service/run-service.ts';
import { inProcessSubgraphs } from '@parterre/platform/subgraphs/in-process-client.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { DatabaseUrls } from './databases.ts';
import { services } from './services.ts';

export interface RunSubgraphsOptions {
  readonly env: Environment;
  readonly databaseUrls: DatabaseUrls;
  readonly bus: Bus;
  /** What each subgraph believes service tokens by. */
  readonly serviceTokens: (name: SubgraphName) => Pick<ServiceTokens, 'verify'>;
  readonly logger: Logger;
  readonly stepObserver: StepObserver;
}

export interface RunningSubgraphs {
  /** Each subgraph's GraphQL, by name. */
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  /** A sentence for each subgraph that cannot do its work at this moment. */
  notReady(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Runs all subgraphs side by side in this process. They reach one another as soon as both stand.
 *
 * @throws the first subgraph's error; then no subgraph is left running
 */
export async function runSubgraphs(options: RunSubgraphsOptions): Promise<RunningSubgraphs> {
  const { databaseUrls, serviceTokens, ...tools } = options;
  const servers = new Map<string, SubgraphServer>();
  const starts = await Promise.allSettled(
    services.map(async (definition) => {
      const { name } = definition;
      const subgraph = await runService(definition, {
        ...tools,
        databaseUrl: databaseUrls[name as SubgraphName],
        serviceTokens: serviceTokens(name as SubgraphName),
        subgraphs: inProcessSubgraphs({ caller: { kind: 'subgraph', subgraph: name }, servers }),
      });
      servers.set(name, subgraph.server);
      return subgraph;
    }),
  );
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    await stopAll(running);
    throw failed.reason;
  }
  return {
    servers,
    async notReady() {
      return (await Promise.all(running.map((subgraph) => subgraph.reasonsNotReady()))).flat();
    },
    stop: () => stopAll(running),
  };
}

/** Tickets first: it asks the others, and its sagas in hand are finished while those still answer. */
async function stopAll(subgraphs: readonly RunningService[]): Promise<void> {
  await Promise.all(subgraphs.filter(({ name }) => name === 'tickets').map((subgraph) => subgraph.stop()));
  await Promise.all(subgraphs.filter(({ name }) => name !== 'tickets').map((subgraph) => subgraph.stop()));
}
