import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createSafelist } from '@parterre/gateway/admission/safelist.ts';
import { type DocumentNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { savedDocuments } from '../../ops/launch/gateway/own-operations.ts';

const safelist = createSafelist(savedDocuments());
const textsIn = (folder: string) => {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((file) => file.endsWith('.graphql'));
  return files.map((file) => [file, readFileSync(new URL(file, url), 'utf8')] as const);
};

/** As urql and Apollo Client send it: `__typename` in every selection but the operation's own. */
function withTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.SELECTION_SET]: (node, _key, parent) => {
      const isOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const name = { kind: Kind.NAME, value: '__typename' } as const;
      return isOperation
        ? undefined
        : { ...node, selections: [...node.selections, { kind: Kind.FIELD, name }] };
    },
  });
}

describe('SAFELIST=on', () => {
  it.each(textsIn('contracts/operations/web'))('knows %s as the web app sends it', (_file, text) => {
    expect(safelist.has(parse(print(withTypeNames(parse(stripIgnoredCharacters(text))))))).toBe(true);
  });

  it.each(textsIn('contracts/operations/clients'))('knows %s as a client has saved it', (_file, text) => {
    expect(safelist.has(parse(text))).toBe(true);
  });

  it('knows what makes the demo, and nothing that is not saved', () => {
    const demo = readFileSync(new URL('../../ops/launch/demo/operations.graphql', import.meta.url), 'utf8');
    expect(safelist.has(parse(demo))).toBe(true);
    expect(safelist.has(parse('{ events(first: 1) { nodes { id } } }'))).toBe(false);
  });
});
