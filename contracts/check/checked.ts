import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allFacts } from '../facts/all.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { type TopicDefinition, topics } from '../facts/topics.ts';
import { type Composition, compose } from './compose.ts';
import { type ComposedSubgraph, composeSubgraphs } from './composed-subgraphs.ts';
import { type OperationFile, readOperations } from './operation-files.ts';
import { readSubgraphSchemas, type SubgraphSchemas } from './subgraph-schemas.ts';

/** Everything that the checks look at. */
export interface ContractState {
  /** The folder of the repository. */
  readonly root: string;
  readonly schemas: SubgraphSchemas;
  readonly composition: Composition;
  readonly subgraphs: readonly ComposedSubgraph[];
  readonly operations: readonly OperationFile[];
  /** Names of client operations that come with a later issue. */
  readonly pending: readonly string[];
  readonly facts: readonly FactDefinition[];
  readonly topics: PublishedTopics;
  readonly published: Published;
}

/** A fact as it was promised to its readers. */
export interface PublishedFact {
  readonly subgraph: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}
export type PublishedFacts = Readonly<Record<string, PublishedFact>>;
export type PublishedTopics = Readonly<Record<string, TopicDefinition>>;
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What was published last. Null where nothing has been yet. */
export interface Published {
  readonly supergraph: string | null;
  readonly api: string | null;
  readonly facts: PublishedFacts | null;
  readonly topics: PublishedTopics | null;
}

export const publishedPaths = {
  supergraph: 'contracts/supergraph.graphql',
  api: 'contracts/api.graphql',
  facts: 'contracts/facts/published.json',
  topics: 'contracts/facts/published-topics.json',
} as const;

/** Reads everything that the checks look at under `root`: files and code, no database, no network. */
export async function readState(root: string): Promise<ContractState> {
  const schemas = readSubgraphSchemas(root);
  const publishedFacts = readIfThere(root, publishedPaths.facts);
  const publishedTopics = readIfThere(root, publishedPaths.topics);
  return {
    root,
    schemas,
    composition: compose(schemas),
    subgraphs: await composeSubgraphs(root, schemas.schemas),
    operations: readOperations(root),
    pending: JSON.parse(readFileSync(join(root, 'contracts/operations/clients/pending.json'), 'utf8')),
    facts: allFacts,
    topics,
    published: {
      supergraph: readIfThere(root, publishedPaths.supergraph),
      api: readIfThere(root, publishedPaths.api),
      facts: publishedFacts === null ? null : JSON.parse(publishedFacts),
      topics: publishedTopics === null ? null : JSON.parse(publishedTopics),
    },
  };
}

function readIfThere(root: string, path: string): string | null {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}
