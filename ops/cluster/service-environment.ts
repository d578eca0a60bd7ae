import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import { writeKnownServices, writeServiceKey } from '@parterre/platform/auth/service-keys.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import { urlVariable } from '../launch/distributed/subgraph-urls.ts';
import type { Secrets } from '../launch/secrets.ts';
import { subgraphEnvironment } from '../launch/server-config.ts';
import { serviceKeysOf } from '../launch/service-keys.ts';
import { services } from '../launch/services.ts';
import type { DatabaseUrlOf } from './databases.ts';
import type { ClusterPlan, PlannedService } from './plan.ts';

export interface ClusterEnvironment {
  readonly plan: ClusterPlan;
  /** As it was given to the launcher. */
  readonly env: Environment;
  readonly secrets: Secrets;
  readonly kafkaBrokers: readonly string[];
  readonly databaseUrl: DatabaseUrlOf;
  /** For mails, where no mail server is named. */
  readonly mailDir: string;
  readonly publicUrl: string;
}

/** Of the launcher's environment what every process needs to run at all, or may be told. */
const handedOn = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'LOG_LEVEL', 'NODE_ENV'];
const telemetry = /^OTEL_/;
const ofGateways = ['ALLOWED_ORIGINS', 'TRUSTED_PROXIES', 'RATE_LIMITS'];

/**
 * What one service gets to see: its own key and database and the variables that it reads itself, and of the others
 * where they are and their public keys. What one service gives away is so no other's secret.
 */
export function serviceEnvironment(
  { service, port, metricsPort }: PlannedService,
  cluster: ClusterEnvironment,
): Environment {
  const { env, secrets } = cluster;
  const keys = serviceKeysOf(secrets.serviceSecret);
  const own = keys.get(service);
  if (!own) throw new Error(`expected a service, got ${service}`);
  const common = {
    ...pick(env, [...handedOn, ...Object.keys(env).filter((name) => telemetry.test(name))]),
    APOLLO_TELEMETRY_DISABLED: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    SERVICE_KEY: writeServiceKey(own),
    SERVICE_KEYS: writeKnownServices(keys.values()),
    KAFKA_BROKERS: cluster.kafkaBrokers.join(','),
    ...urlsOf(cluster.plan),
  };
  const database = { [`${service.toUpperCase()}_DATABASE_URL`]: cluster.databaseUrl(service) };
  if (service === 'gateway') return { ...common, ...pick(env, ofGateways), ...database };
  const ofSubgraphs = subgraphEnvironment(
    { MAIL_DIR: env.SMTP_URL ? undefined : cluster.mailDir, PUBLIC_URL: cluster.publicUrl, ...env },
    secrets,
  );
  return {
    ...common,
    ...pick(ofSubgraphs, variablesOf(service)),
    ...database,
  };
}

function urlsOf(plan: ClusterPlan): Environment {
  const bySubgraph = Map.groupBy(plan.services, ({ service }) => service);
  return Object.fromEntries(
    [...bySubgraph].flatMap(([service, replicas]) =>
      service === 'gateway'
        ? []
        : [[urlVariable(service), replicas.map(({ port }) => `http://127.0.0.1:${port}/graphql`).join(',')]],
    ),
  );
}

function variablesOf(subgraph: SubgraphName): readonly string[] {
  const config = services.find(({ name }) => name === subgraph)?.config;
  return config instanceof z.ZodObject ? Object.keys(config.shape) : [];
}

function pick(env: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
