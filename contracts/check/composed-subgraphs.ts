import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@parterre/platform/config/read-config.ts';
import type { FactConsumer, ResolverMap, ServiceDefinition } from '@parterre/platform/service/service.ts';
import { sampleEnvironment } from './sample-environment.ts';
import { stubDependencies } from './stub-dependencies.ts';
import type { SubgraphSchema } from './subgraph-schemas.ts';

/** The code behind a subgraph's schema: what resolves it and what it does on facts. */
export interface ComposedSubgraph {
  readonly schema: SubgraphSchema;
  readonly resolvers: ResolverMap;
  readonly consumers: readonly FactConsumer[];
  /** Why the subgraph could not be put together, or null. */
  readonly fault: string | null;
}

/** Puts every subgraph together with tools that do nothing, to see what it brings along. Starts nothing. */
export async function composeSubgraphs(
  root: string,
  schemas: readonly SubgraphSchema[],
): Promise<ComposedSubgraph[]> {
  return await Promise.all(schemas.map((schema) => composeSubgraph(root, schema)));
}

async function composeSubgraph(root: string, schema: SubgraphSchema): Promise<ComposedSubgraph> {
  const path = `subgraphs/${schema.name}/service.ts`;
  const nothing = { schema, resolvers: {}, consumers: [] };
  if (!existsSync(join(root, path))) return { ...nothing, fault: `${schema.name}: there is no ${path}` };
  try {
    // By path and at run time: contracts know the subgraphs' promises, never their code; only this look at
    // the finished server does.
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    const definition = Object.values(module).find(isService);
    if (!definition) return { ...nothing, fault: `${schema.name}: ${path} exports no service definition` };
    const config = readConfig(definition.config, await sampleEnvironment());
    const composed = await definition.compose(stubDependencies(config));
    return { schema, resolvers: composed.resolvers, consumers: composed.consumers ?? [], fault: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...nothing, fault: `${schema.name}: ${path} does not compose at rest: ${reason}` };
  }
}

function isService(value: unknown): value is ServiceDefinition {
  return typeof value === 'object' && value !== null && 'compose' in value && 'typeDefs' in value;
}
