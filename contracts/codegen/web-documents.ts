import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { gqlPluckFromCodeStringSync } from '@graphql-tools/graphql-tag-pluck';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  printSchema,
  type Source,
  validate,
  visit,
} from 'graphql';
import type { GeneratedFile } from './generated-file.ts';
import { scalarsOnWire } from './scalars.ts';

const generatedFolder = 'web/graphql/generated/';
const savedFolder = 'contracts/operations/web/';

/** What the web app asks: `graphql(…)` in its sources, by the file that it stands in. */
interface WebDocument {
  readonly location: string;
  readonly document: DocumentNode;
  /** The text as it stands in the source: what `graphql` is typed by. */
  readonly rawSDL: string;
}

/** What follows from the documents of the web app, and what keeps one from being answered. */
export interface WebDocuments {
  readonly files: readonly GeneratedFile[];
  /** Saved operations that no source asks for any more, by path. */
  readonly unasked: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Types the web app's documents with codegen's client preset, and saves each operation whole, with its fragments, in
 * contracts/operations/web, where `npm run contracts` holds the API to it and the gateway learns its name.
 */
export async function webDocuments(root: string, schema: GraphQLSchema): Promise<WebDocuments> {
  const documents = readWebDocuments(root);
  const whole: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: documents.flatMap(({ document }) => document.definitions),
  };
  const faults = validate(schema, whole).map(({ message }) => `web: ${message}`);
  if (faults.length > 0) return { files: [], unasked: [], faults };
  const saved = savedOperations(whole.definitions);
  const paths = new Set(saved.map(({ path }) => path));
  const unasked = readdirSync(join(root, savedFolder))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => `${savedFolder}${name}`)
    .filter((path) => !paths.has(path));
  return { files: [...(await typedDocuments(documents, schema)), ...saved], unasked, faults: [] };
}

function readWebDocuments(root: string): WebDocument[] {
  return readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' })
    .map((path) => `web/${path.split(sep).join('/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/^web\/(dist|graphql\/generated)\//.test(path))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      if (!text.includes('graphql(`')) return [];
      const sources: readonly Source[] = gqlPluckFromCodeStringSync(path, text, {
        skipIndent: true,
        globalGqlIdentifierName: ['graphql'],
      });
      return sources.map((source) => ({ location: path, document: parse(source.body), rawSDL: source.body }));
    });
}

async function typedDocuments(
  documents: readonly WebDocument[],
  schema: GraphQLSchema,
): Promise<GeneratedFile[]> {
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: generatedFolder,
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [...documents],
    plugins: [],
    pluginMap: {},
    config: {
      documentMode: 'string',
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      scalars: { ...scalarsOnWire, Decimal: 'string' },
      importExtension: '.ts',
    },
    presetConfig: { fragmentMasking: true, skipIndexFile: true },
    documentTransforms: [],
  });
  return Promise.all(
    sections.map(async (section) => ({ path: section.filename, content: `${await codegen(section)}\n` })),
  );
}

/** Each operation with the fragments that it spreads, in a file of its own. */
function savedOperations(definitions: readonly DefinitionNode[]): GeneratedFile[] {
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION || !node.name) return [];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [node, ...spreadIn(node, fragments)] };
    const content = `# Written by \`npm run codegen\` from web/. Do not edit.\n${print(document)}\n`;
    return [{ path: `${savedFolder}${kebab(node.name.value)}.graphql`, content }];
  });
}

function spreadIn(
  node: DefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const follow = (from: DefinitionNode) =>
    visit(from, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || found.has(value)) return;
        found.set(value, fragment);
        follow(fragment);
      },
    });
  follow(node);
  return [...found.values()].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase();
}
