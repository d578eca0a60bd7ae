import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { readSupergraphConfig, type SubgraphEntry } from './supergraph-config.ts';

/** The schema of one subgraph as its file says it. */
export interface SubgraphSchema extends SubgraphEntry {
  readonly text: string;
  readonly document: DocumentNode;
}

/** What reading the schemas gave: a subgraph that has none yet, or one that does not parse, does not hide the others. */
export interface SubgraphSchemas {
  readonly schemas: readonly SubgraphSchema[];
  /** Subgraphs of supergraph.yaml whose schema file does not exist. */
  readonly missing: readonly SubgraphEntry[];
  /** One message per schema that is no GraphQL, with file, line and column. */
  readonly faults: readonly string[];
}

/** Reads the schema of every subgraph that supergraph.yaml under `root` lists. */
export function readSubgraphSchemas(root: string): SubgraphSchemas {
  const schemas: SubgraphSchema[] = [];
  const missing: SubgraphEntry[] = [];
  const faults: string[] = [];
  for (const entry of readSupergraphConfig(readFileSync(join(root, 'supergraph.yaml'), 'utf8'))) {
    const text = readIfThere(join(root, entry.schemaFile));
    if (text === null) {
      missing.push(entry);
      continue;
    }
    try {
      schemas.push(subgraphSchema(entry, text));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const at = error.locations?.[0];
      faults.push(`${entry.schemaFile}:${at?.line}:${at?.column}: ${error.message}`);
    }
  }
  return { schemas, missing, faults };
}

/** Parses the text of a subgraph's schema. Throws GraphQLError when it is no GraphQL. */
export function subgraphSchema(entry: SubgraphEntry, text: string): SubgraphSchema {
  return { ...entry, text, document: parse(new Source(text, entry.schemaFile)) };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
