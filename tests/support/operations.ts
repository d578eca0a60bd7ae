import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, parse } from 'graphql';

const folder = new URL('../../contracts/operations/clients/', import.meta.url);

/** The documents that clients of the public API have saved, by operation name. The tests speak no other. */
const documents = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .map((text) => [nameOf(parse(text)), text]),
);

/** The text of a saved client operation. Throws when nobody saved one under that name. */
export function operation(name: string): string {
  const text = documents.get(name);
  if (!text)
    throw new Error(
      `expected a saved client operation, got "${name}"; saved are ${[...documents.keys()].join(', ')}`,
    );
  return text;
}

function nameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name) return definition.name.value;
  }
  throw new Error('expected a named operation in every saved document');
}
