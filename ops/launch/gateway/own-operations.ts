import { readdirSync, readFileSync } from 'node:fs';

const folders = [
  new URL('../../../contracts/operations/clients/', import.meta.url),
  new URL('../../../contracts/operations/web/', import.meta.url),
];
const demo = new URL('../demo/operations.graphql', import.meta.url);
const named = /^\s*(?:query|mutation|subscription)\s+(\w+)/gm;

/** What the operations are called that clients have a contract on, the web app's among them. */
export function ownOperationNames(): readonly string[] {
  return ownDocuments().flatMap((text) => [...text.matchAll(named)].map(([, name = '']) => name));
}

/** The texts of these operations, and of those that make the demo. */
export function savedDocuments(): readonly string[] {
  return [...ownDocuments(), readFileSync(demo, 'utf8')];
}

function ownDocuments(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  );
}
