import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import { ConfigError, type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { databaseUrl } from '../variables.ts';
import { type ServiceConfig, serviceConfig, serviceVariables } from './service-config.ts';
import { subgraphUrls } from './subgraph-urls.ts';

export interface SubgraphConfig extends ServiceConfig {
  readonly databaseUrl: string;
}

/**
 * What all subgraphs read alike. The subgraph's own variables (subgraphs/<name>/config.ts) are only looked at, so that
 * all faults are told at once.
 *
 * @throws ConfigError naming every faulty variable at once
 */
export function readSubgraphConfig(
  { name, config: own }: Pick<ServiceDefinition, 'name' | 'config'>,
  env: Environment,
): SubgraphConfig {
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
  const config = attempt(z.object({ ...serviceVariables, [variable]: databaseUrl }));
  attempt(own);
  if (!config || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  const [routed = ''] = subgraphUrls({})[name as SubgraphName];
  const { [variable]: url } = config as Readonly<Record<string, unknown>>;
  return { ...serviceConfig(config, Number(new URL(routed).port)), databaseUrl: String(url) };
}
