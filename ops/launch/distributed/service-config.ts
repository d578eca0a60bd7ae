import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { ConfigError, type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { z } from 'zod';
import type { ServerPart } from '../service-keys.ts';
import { services } from '../services.ts';
import {
  databaseUrl,
  isLoopback,
  list,
  logLevel,
  origins,
  port,
  proxies,
  rateLimitsSwitch,
  tracesEndpoint,
} from '../variables.ts';
import { type KafkaConfig, kafkaVariables, readKafkaConfig } from './kafka-config.ts';
import { type SubgraphUrls, subgraphUrls, urlVariable } from './subgraph-urls.ts';

/** Whatever runs as a process of its own, by the name that it is started with. */
export const serviceNames = ['gateway', ...subgraphNames] as const satisfies readonly ServerPart[];

const GATEWAY_PORT = 4000;
const addresses = list.superRefine((texts, context) => {
  for (const text of texts) {
    if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) continue;
    context.addIssue('expected addresses such as http://tickets-1:4103/graphql between commas');
  }
});

const common = {
  PORT: port.optional(),
  HOST: z.string().max(255).default('0.0.0.0'),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: logLevel,
  OTEL_EXPORTER_OTLP_ENDPOINT: tracesEndpoint,
  /** This service's own key and the public ones of all, as `npm run ops -- secrets` writes them. */
  SERVICE_KEY: z.string(),
  SERVICE_KEYS: z.string(),
  ...kafkaVariables,
  ...Object.fromEntries(subgraphNames.map((name) => [urlVariable(name), addresses])),
};
const gatewayShape = z.object({
  ...common,
  ALLOWED_ORIGINS: origins,
  TRUSTED_PROXIES: proxies,
  RATE_LIMITS: rateLimitsSwitch,
  NODE_ENV: z.string().optional(),
});

interface CommonConfig {
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number | undefined;
  readonly logLevel: z.output<typeof logLevel>;
  readonly tracesEndpoint: string | undefined;
  readonly serviceKey: string;
  readonly serviceKeys: string;
  readonly kafka: KafkaConfig;
  /** Where each subgraph is, its replicas one by one. */
  readonly subgraphUrls: SubgraphUrls;
}

export interface GatewayConfig extends CommonConfig {
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly rateLimits: 'on' | 'off';
  readonly environment: 'development' | 'production';
}

export interface SubgraphConfig extends CommonConfig {
  readonly databaseUrl: string;
}

/** @throws ConfigError naming every faulty variable at once */
export function readGatewayConfig(env: Environment): GatewayConfig {
  const config = readConfig(gatewayShape, env);
  if (config.RATE_LIMITS === 'off' && !isLoopback(config.HOST)) {
    throw new ConfigError([
      `RATE_LIMITS: expected on where others reach the gateway (HOST=${config.HOST}), got "off"`,
    ]);
  }
  return {
    ...commonConfig(config, GATEWAY_PORT),
    allowedOrigins: config.ALLOWED_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    rateLimits: config.RATE_LIMITS,
    environment: config.NODE_ENV === 'production' ? 'production' : 'development',
  };
}

/**
 * What is common to all subgraphs, of which each reads its own variables besides (subgraphs/<name>/config.ts).
 *
 * @throws ConfigError naming every faulty variable at once, those of the subgraph itself included
 */
export function readSubgraphConfig(name: SubgraphName, env: Environment): SubgraphConfig {
  const variable = `${name.toUpperCase()}_DATABASE_URL`;
  const faults: string[] = [];
  const attempt = <Shape extends z.ZodType>(shape: Shape) => {
    try {
      return readConfig(shape, env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const config = attempt(z.object({ ...common, [variable]: databaseUrl }));
  const own = services.find((service) => service.name === name);
  if (own) attempt(own.config);
  if (!config || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  const fromSupergraph = Number(new URL(subgraphUrls({})[name][0] ?? '').port);
  const url = (config as Readonly<Record<string, unknown>>)[variable];
  return { ...commonConfig(config, fromSupergraph), databaseUrl: String(url) };
}

function commonConfig(config: z.output<z.ZodObject<typeof common>>, usualPort: number): CommonConfig {
  const read = config as Record<string, unknown>;
  return {
    port: config.PORT ?? usualPort,
    host: config.HOST,
    metricsPort: config.METRICS_PORT,
    logLevel: config.LOG_LEVEL,
    tracesEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceKey: config.SERVICE_KEY,
    serviceKeys: config.SERVICE_KEYS,
    kafka: readKafkaConfig(config),
    subgraphUrls: subgraphUrls(
      Object.fromEntries(subgraphNames.map((name) => [name, read[urlVariable(name)] as readonly string[]])),
    ),
  };
}
