import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, Kind, parse, visit } from 'graphql';
import { type SubgraphSchema, subgraphSchema } from '../check/subgraph-schemas.ts';
import { currencies, currencyEnum } from './currencies.ts';
import type { GeneratedFile } from './generated-file.ts';

/** Types and directives that several subgraphs say alike, written once. */
export const sharedFile = 'contracts/kernel/shared.graphql';

const END = "# ── the end of what `npm run codegen` keeps; what is this subgraph's own follows ──\n\n";
const BEGINNING = `# Shared with the other subgraphs: edit ${sharedFile}, then run \`npm run codegen\`.\n\n`;

/** The schema of a subgraph with what it uses of the shared types and directives at its head, and the file that says so. */
export function withSharedHead(
  root: string,
  subgraph: SubgraphSchema,
): { readonly subgraph: SubgraphSchema; readonly file: GeneratedFile } {
  const shared = `${readFileSync(join(root, sharedFile), 'utf8')}\n${currencyEnum(currencies())}`;
  const content = headed(shared, subgraph.text);
  const { text: _text, document: _document, ...entry } = subgraph;
  return {
    subgraph: content === subgraph.text ? subgraph : subgraphSchema(entry, content),
    file: { path: entry.schemaFile, content },
  };
}

/** Puts at the head of a schema's text what its own part uses of `shared`, in place of the head that it has. */
export function headed(shared: string, text: string): string {
  const own = text.slice(text.includes(END) ? text.indexOf(END) + END.length : 0);
  const definitions = parse(shared).definitions;
  const used = namesIn(own);
  const kept = new Set<DefinitionNode>();
  // A shared type may use another one, so it is looked at until nothing more is found.
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    for (const definition of definitions) {
      if (kept.has(definition) || !isUsed(definition, used)) continue;
      kept.add(definition);
      for (const name of namesIn(textOf(shared, definition))) used.add(name);
    }
  }
  const head = definitions.filter((definition) => kept.has(definition));
  return `${BEGINNING}${head.map((definition) => `${textOf(shared, definition)}\n\n`).join('')}${END}${own}`;
}

function isUsed(definition: DefinitionNode, used: ReadonlySet<string>): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return used.has(`@${definition.name.value}`);
  return !('name' in definition) || definition.name === undefined || used.has(definition.name.value);
}

function textOf(source: string, { loc }: DefinitionNode): string {
  return source.slice(loc?.start, loc?.end);
}

/** The types and, with an `@`, the directives that a piece of a schema uses. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  visit(parse(text), {
    NamedType: ({ name }) => void names.add(name.value),
    Directive: ({ name }) => void names.add(`@${name.value}`),
  });
  return names;
}
