import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { subgraphSchema } from '../check/subgraph-schemas.ts';
import { resolverTypes } from './resolver-types.ts';

const cloakroom = subgraphSchema(
  { name: 'cloakroom', routingUrl: 'http://localhost/', schemaFile: './subgraphs/cloakroom/schema.graphql' },
  `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime
  scalar Decimal
  enum Weather { WARM WET }
  type Query { coats(weather: Weather): [Coat!]! }
  type Coat @key(fields: "id") { id: ID! hungAt: DateTime! price: Decimal! }
  `,
);

describe('resolver types', () => {
  it('stand beside the resolvers and need no compiler to run', async () => {
    const { path, content } = await resolverTypes(folderWith({}), cloakroom);
    expect(path).toBe('subgraphs/cloakroom/adapters/graphql/schema.generated.ts');
    expect(content).not.toMatch(/\benum\b|^import (?!type)/m);
  });

  it('know dates as dates, decimals as text, lists as read-only and enums as words', async () => {
    const { content } = await resolverTypes(folderWith({}), cloakroom);
    expect(content).toContain('DateTime: { input: Date; output: Date; }');
    expect(content).toContain('Decimal: { input: string; output: string; }');
    expect(content).toContain('readonly coats: ReadonlyArray<Coat>;');
    expect(content).toContain("| 'WARM'");
  });

  it('let other subgraphs hand in references to an entity', async () => {
    const { content } = await resolverTypes(folderWith({}), cloakroom);
    expect(content).toContain('__resolveReference?: ReferenceResolver<');
  });

  it('use the context and the mappers that the subgraph declares', async () => {
    const root = folderWith({
      'loaders.ts': 'export type Context = { loaders: object };',
      'mappers.ts': 'export interface CoatMapper { id: string }\nexport interface Unrelated {}\n',
    });
    const { content } = await resolverTypes(root, cloakroom);
    expect(content).toContain("import type { Context } from './loaders.ts';");
    expect(content).toContain("import type { CoatMapper } from './mappers.ts';");
    expect(content).toContain('Coat: ResolverTypeWrapper<CoatMapper>;');
  });

  it('fall back on the context of the platform', async () => {
    const { content } = await resolverTypes(folderWith({}), cloakroom);
    expect(content).toContain("import type { RequestContext } from '@parterre/platform/service/service.ts';");
  });

  it('refuse a mapper for a type that is not there', async () => {
    const root = folderWith({ 'mappers.ts': 'export type HatMapper = string;' });
    await expect(resolverTypes(root, cloakroom)).rejects.toThrow(
      'mappers.ts of cloakroom exports HatMapper, but its schema has no type Hat',
    );
  });
});

/** A root folder in which the cloakroom's adapters/graphql holds these files. */
function folderWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'parterre-codegen-'));
  const folder = join(root, 'subgraphs/cloakroom/adapters/graphql');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return root;
}
