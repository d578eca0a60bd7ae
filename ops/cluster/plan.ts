import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import { StartError } from '../launch/start-error.ts';

export type ServiceName = 'gateway' | SubgraphName;

/** One process of the cluster that is Parterre's own. */
export interface PlannedService {
  readonly service: ServiceName;
  /** "tickets-2" */
  readonly name: string;
  readonly port: number;
  readonly metricsPort: number;
}

export interface ClusterPlan {
  readonly services: readonly PlannedService[];
  readonly brokers: 1 | 3;
}

export interface ClusterWishes {
  /** Of the first gateway; the second one has the next, and all others follow from it. */
  readonly port: number;
  readonly brokers: 1 | 3;
  /** How many of each; 2 gateways and one of every subgraph unless said. */
  readonly replicas: ReadonlyMap<ServiceName, number>;
}

const GATEWAYS = 2;
const MOST_REPLICAS = 9;
/**
 * From the port of the first gateway to those of subgraphs, so that those of one replica are where the supergraph's
 * routing URLs say; and from a service's port to where its metrics are. None is in the range that the system takes for
 * outgoing connections: a port that is free for a moment, because its service has died, must not be taken.
 */
const TO_SUBGRAPHS = 100;
const TO_NEXT_REPLICA = 10;
const TO_METRICS = 200;
const MOST_PORTS = 65_535;

const expectedSilence = { error: 'expected seconds from 1 to 3600' };

/** What a cluster reads besides what a server reads. */
export const clusterVariables = {
  CLUSTER_SILENCE_SECONDS: z.coerce
    .number(expectedSilence)
    .int(expectedSilence)
    .min(1, expectedSilence)
    .max(3_600, expectedSilence)
    .default(20),
};

/**
 * A service that lives and has not answered for so long is killed.
 *
 * @throws ConfigError when CLUSTER_SILENCE_SECONDS is not that
 */
export function readSilenceMs(env: Environment): number {
  return 1_000 * readConfig(z.object(clusterVariables), env).CLUSTER_SILENCE_SECONDS;
}

/** @throws StartError when the ports do not fit */
export function planCluster({ port, brokers, replicas }: ClusterWishes): ClusterPlan {
  const portOf = (service: ServiceName, index: number): number =>
    service === 'gateway'
      ? port + index
      : port + TO_SUBGRAPHS + index * TO_NEXT_REPLICA + subgraphNames.indexOf(service) + 1;
  const services = (['gateway', ...subgraphNames] as const).flatMap((service) => {
    const count = replicas.get(service) ?? (service === 'gateway' ? GATEWAYS : 1);
    return Array.from({ length: count }, (_, index) => {
      const own = portOf(service, index);
      return { service, name: `${service}-${index + 1}`, port: own, metricsPort: own + TO_METRICS };
    });
  });
  const highest = Math.max(...services.map(({ metricsPort }) => metricsPort));
  if (highest > MOST_PORTS) {
    throw new StartError(
      `PORT: expected one that leaves room for ports up to ${highest - port} above it, got ${port}`,
    );
  }
  return { services, brokers };
}

/**
 * Reads what `--replicas` was given, `tickets=3`.
 *
 * @throws StartError when it names no service, or a number that cannot be
 */
export function readReplicas(texts: readonly string[]): ReadonlyMap<ServiceName, number> {
  return new Map(
    texts.map((text) => {
      const [name, count = ''] = text.split('=', 2);
      const service = (['gateway', ...subgraphNames] as const).find((known) => known === name);
      const number = Number(count);
      if (!service || !Number.isInteger(number) || number < 1 || number > MOST_REPLICAS) {
        throw new StartError(
          `--replicas: expected a service and a number from 1 to ${MOST_REPLICAS}, such as tickets=3, got "${text}"`,
        );
      }
      return [service, number];
    }),
  );
}
