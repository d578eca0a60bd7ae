import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@parterre/platform/testing/test-database.ts';
import { services } from '../../ops/launch/services.ts';

const subgraphs = new URL('../../subgraphs/', import.meta.url);
const folderOf = (subgraph: string) => new URL(`${subgraph}/adapters/postgres/`, subgraphs);
const filesOf = (subgraph: string) =>
  readdirSync(folderOf(subgraph)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

/** Every statement in plain SQL of a subgraph, as `file.name`. */
async function statementsOf(subgraph: string): Promise<[string, string][]> {
  const modules = filesOf(subgraph).map(async (file) => {
    const { statements = {} } = await import(fileURLToPath(new URL(file, folderOf(subgraph))));
    return Object.entries<string>(statements).map(([name, text]): [string, string] => [
      `${file.slice(0, -3)}.${name}`,
      text,
    ]);
  });
  return (await Promise.all(modules)).flat();
}

describe('the statements in plain SQL', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'of %s can all be prepared in its migrated database',
    async (name, service) => {
      const statements = await statementsOf(name);
      const test = await createTestDatabase(service);
      const faults: string[] = [];
      try {
        for (const [index, [place, text]] of statements.entries()) {
          await test.database
            .sql(`prepare statement_${index} as ${text}`)
            .catch((error: Error) => faults.push(`${place}: ${error.message}`));
        }
      } finally {
        await test.drop();
      }
      expect(faults).toEqual([]);
      expect(statements.length).toBeGreaterThan(0);
    },
  );

  it.each(services.map(({ name }) => name))('of %s stand where they are prepared', (name) => {
    const inline = filesOf(name).filter((file) =>
      /\.sql(<[^(]*>)?\(\s*['"`]/.test(readFileSync(new URL(file, folderOf(name)), 'utf8')),
    );
    expect(inline).toEqual([]);
  });
});
