import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse, Source } from 'graphql';

/** One saved operation. `path` is relative to the repository's root. */
export interface OperationFile {
  readonly path: string;
  /** Whose operation it is: the folder under contracts/operations/ that it lies in. */
  readonly consumer: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The operation's name, unique within its consumer. */
  readonly name: string;
}

const folder = 'contracts/operations';

/**
 * Reads every saved operation, by consumer and file name.
 * Throws with the file's name when a file is no GraphQL or does not hold exactly one named operation.
 */
export function readOperations(root: string): OperationFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((consumer) => graphqlFiles(root, join(folder, consumer)))
    .map((path) => operationFile(path, readFileSync(join(root, path), 'utf8')));
}

/** Whether only the public API answers this consumer. The others are subgraphs and the gateway. */
export function isPublic(consumer: string): boolean {
  return consumer === 'web' || consumer === 'clients';
}

function graphqlFiles(root: string, path: string): string[] {
  return readdirSync(join(root, path))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => join(path, file));
}

/** Parses the text of one operation file. */
export function operationFile(path: string, text: string): OperationFile {
  const document = parseNaming(path, text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || !operation?.name) {
    throw new Error(`${path}: expected exactly one named operation, got ${operations.length}`);
  }
  return { path, consumer: basename(dirname(path)), document, operation, name: operation.name.value };
}

function parseNaming(path: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, path));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Error(`${path}:${error.locations?.[0]?.line}: ${error.message}`);
  }
}
