import { readdirSync, readFileSync } from 'node:fs';

const folders = [
  new URL('../../../contracts/operations/clients/', import.meta.url),
  new URL('../../../contracts/operations/web/', import.meta.url),
];
const named = /^\s*(?:query|mutation|subscription)\s+(\w+)/gm;

/** What the operations are called that clients have a contract on, the web app's among them. */
export function ownOperationNames(): readonly string[] {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(named)].map(([, name = '']) => name));
}
