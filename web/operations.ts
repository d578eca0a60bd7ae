import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const savedOperations = fileURLToPath(new URL('../contracts/operations/web', import.meta.url));

/** What the page fetches in order to know its operations. Written by `node web/operations.ts`. */
export const operationsFile = fileURLToPath(new URL('./site/operations.json', import.meta.url));

/**
 * The web app's saved operations by name, as JSON. They are the documents that `npm run contracts` holds the
 * schema to, and the page asks for nothing else, so a change that breaks the page is refused.
 */
export function operationsAsJson(): string {
  const texts = readdirSync(savedOperations)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(savedOperations, name), 'utf8'));
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [nameOf(text), text])), null, 2)}\n`;
}

function nameOf(text: string): string {
  const name = /^(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1];
  if (!name) throw new Error(`expected a named operation, got: ${text.slice(0, 80)}`);
  return name;
}

if (import.meta.main) writeFileSync(operationsFile, operationsAsJson());
