import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@parterre/platform/config/read-config.ts';
import type { FactConsumer, ResolverMap, ServiceDefinition } from '@parterre/platform/service/service.ts';
import { inertTools } from './inert-tools.ts';
import type { RoomSchema } from './room-schemas.ts';
import { specimenEnvironment } from './specimen-environment.ts';

/** The code behind a room's schema: what resolves it and what it does on facts. */
export interface ComposedRoom {
  readonly schema: RoomSchema;
  readonly resolvers: ResolverMap;
  readonly consumers: readonly FactConsumer[];
  /** Why the room could not be put together, or null. */
  readonly fault: string | null;
}

/** Puts every room together with tools that do nothing, to see what it brings along. Starts nothing. */
export async function composeRooms(root: string, schemas: readonly RoomSchema[]): Promise<ComposedRoom[]> {
  return await Promise.all(schemas.map((schema) => composeRoom(root, schema)));
}

async function composeRoom(root: string, schema: RoomSchema): Promise<ComposedRoom> {
  const path = `subgraphs/${schema.name}/service.ts`;
  const nothing = { schema, resolvers: {}, consumers: [] };
  if (!existsSync(join(root, path))) return { ...nothing, fault: `${schema.name}: there is no ${path}` };
  try {
    // By path and at run time: contracts know the rooms' promises, never their code; only this look at
    // the finished house does.
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href);
    const definition = Object.values(module).find(isService);
    if (!definition) return { ...nothing, fault: `${schema.name}: ${path} exports no service definition` };
    const config = readConfig(definition.config, await specimenEnvironment());
    const composed = await definition.compose(inertTools(config));
    return { schema, resolvers: composed.resolvers, consumers: composed.consumers ?? [], fault: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...nothing, fault: `${schema.name}: ${path} does not compose at rest: ${reason}` };
  }
}

function isService(value: unknown): value is ServiceDefinition {
  return typeof value === 'object' && value !== null && 'compose' in value && 'typeDefs' in value;
}
