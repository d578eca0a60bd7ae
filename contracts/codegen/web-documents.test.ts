import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { webDocuments } from './web-documents.ts';

const schema = buildSchema('type Query { me: User } type User { id: ID! nickname: String! }');

/** A repository that holds these sources of a web app, and this saved operation. */
function treeOf(sources: Readonly<Record<string, string>>, saved: string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), 'web-documents-'));
  mkdirSync(join(root, 'web/shop'), { recursive: true });
  mkdirSync(join(root, 'contracts/operations/web'), { recursive: true });
  for (const [path, text] of Object.entries(sources)) writeFileSync(join(root, 'web', path), text);
  for (const name of saved)
    writeFileSync(join(root, 'contracts/operations/web', name), 'query Old { me { id } }');
  return root;
}

describe('documents of the web app', () => {
  it('are saved whole, each with the fragments that it spreads', async () => {
    const root = treeOf({
      'shop/name.tsx': 'const Name = graphql(`fragment Name on User { nickname }`);',
      'shop/page.tsx': 'const Who = graphql(`query WhoAmI { me { id ...Name } }`);',
    });
    const { files, faults } = await webDocuments(root, schema);
    expect(faults).toEqual([]);
    const saved = files.find(({ path }) => path === 'contracts/operations/web/who-am-i.graphql');
    expect(saved?.content).toContain('query WhoAmI');
    expect(saved?.content).toContain('fragment Name on User');
    const typed = files.find(({ path }) => path === 'web/graphql/generated/graphql.ts');
    expect(typed?.content).toContain('WhoAmIDocument');
  });

  it('name the saved operations that nothing asks any more', async () => {
    const root = treeOf({ 'shop/page.tsx': 'graphql(`query WhoAmI { me { id } }`);' }, ['old.graphql']);
    expect((await webDocuments(root, schema)).unasked).toEqual(['contracts/operations/web/old.graphql']);
  });

  it('are refused when the API does not answer them', async () => {
    const root = treeOf({ 'shop/page.tsx': 'graphql(`query WhoAmI { me { mail } }`);' });
    expect((await webDocuments(root, schema)).faults).toEqual([
      'web: Cannot query field "mail" on type "User".',
    ]);
  });
});
