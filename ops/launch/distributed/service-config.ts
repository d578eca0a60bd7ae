import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { z } from 'zod';
import type { ServerPart } from '../service-keys.ts';
import { list, logLevel, port, tracesEndpoint } from '../variables.ts';
import { type KafkaConfig, kafkaVariables, readKafkaConfig } from './kafka-config.ts';
import { type SubgraphUrls, subgraphUrls, urlVariable } from './subgraph-urls.ts';

/** Whatever runs as a process of its own, by the name that it is started with. */
export const serviceNames = ['gateway', ...subgraphNames] as const satisfies readonly ServerPart[];

const addresses = list.superRefine((texts, context) => {
  for (const text of texts) {
    if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) continue;
    context.addIssue('expected addresses such as http://tickets-1:4103/graphql between commas');
  }
});

/** What every service reads. */
export const serviceVariables = {
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

export interface ServiceConfig {
  readonly port: number;
  readonly host: string;
  /** Where /metrics is served; absent: nowhere. */
  readonly metricsPort: number | undefined;
  readonly logLevel: z.output<typeof logLevel>;
  readonly tracesEndpoint: string | undefined;
  readonly serviceKey: string;
  readonly serviceKeys: string;
  readonly kafka: KafkaConfig;
  /** Where each subgraph is, its replicas one by one. */
  readonly subgraphUrls: SubgraphUrls;
}

/** `usualPort`: where the service listens unless PORT says otherwise. */
export function serviceConfig(
  config: z.output<z.ZodObject<typeof serviceVariables>>,
  usualPort: number,
): ServiceConfig {
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
