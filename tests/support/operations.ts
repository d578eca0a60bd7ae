import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse } from 'graphql';

/** Gives the text of a client operation by its name; throws when nobody saved one under that name. */
export type SavedOperations = (name: string) => string;

/** The documents that clients of the public API have saved, by operation name. The tests speak no other. */
export const operation: SavedOperations = savedOperationsOf(new URL('../../', import.meta.url));

/** Those of a checkout, whose API may be another one. `root` ends with a slash. */
export function savedOperationsOf(root: URL): SavedOperations {
  const folder = new URL('contracts/operations/clients/', root);
  const documents = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .map((text) => [nameOf(parse(text)), text]),
  );
  return (name) => {
    const text = documents.get(name);
    if (!text)
      throw new Error(
        `expected a saved client operation, got "${name}"; saved are ${[...documents.keys()].join(', ')}`,
      );
    return text;
  };
}

function nameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) return definition.name.value;
  }
  throw new Error('expected a named operation in every saved document');
}
