import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse, Source } from 'graphql';

/** One saved operation. `path` is relative to the repository's root. */
export interface OperationFile {
  readonly path: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The operation's name, unique within its consumer. */
  readonly name: string;
}

/**
 * Reads the operations that one consumer has saved under contracts/operations/, sorted by file name.
 * Throws with the file's name when a file is no GraphQL or does not hold exactly one named operation.
 */
export function readOperations(root: string, consumer: string): OperationFile[] {
  const folder = join('contracts', 'operations', consumer);
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => operationFile(join(folder, file), readFileSync(join(root, folder, file), 'utf8')));
}

/** Parses the text of one operation file. */
export function operationFile(path: string, text: string): OperationFile {
  const document = parseNaming(path, text);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || !operation?.name) {
    throw new Error(`${path}: expected exactly one named operation, got ${operations.length}`);
  }
  return { path, document, operation, name: operation.name.value };
}

function parseNaming(path: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, path));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Error(`${path}:${error.locations?.[0]?.line}: ${error.message}`);
  }
}
