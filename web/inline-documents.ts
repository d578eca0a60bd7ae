import { readFileSync } from 'node:fs';
import { parse, stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'vite';

const asked = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
const importOfGraphql = /^import \{ graphql \} from '[^']*\/gql\.ts';$/m;

/**
 * Puts each document where it is asked, as text with its fragments: the module that codegen writes has all documents of
 * the app, and would come with the first page whole. What a fragment is called by is needed for types alone.
 *
 * @param saved folder of the operations that codegen saves, each with its fragments
 */
export function inlineDocuments(saved: string): Plugin {
  return {
    name: 'parterre:inline-documents',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/(?!graphql\/generated\/).*\.tsx?$/, code: 'graphql(' },
      handler: (code) => ({
        code: inlined(code, (name) => readFileSync(`${saved}/${kebab(name)}.graphql`, 'utf8')),
        map: null,
      }),
    },
  };
}

/** @param wholeOf the text of an operation by its name, with its fragments */
export function inlined(code: string, wholeOf: (name: string) => string): string {
  const replaced = code.replace(asked, (_, text: string) => {
    const [definition] = parse(text).definitions;
    if (definition?.kind !== 'OperationDefinition') return '""';
    if (!definition.name) throw new Error(`expected an operation with a name, got ${text}`);
    return JSON.stringify(stripIgnoredCharacters(wholeOf(definition.name.value)));
  });
  return replaced === code ? code : replaced.replace(importOfGraphql, '');
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase();
}
