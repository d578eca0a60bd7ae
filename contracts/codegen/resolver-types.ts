import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { type GraphQLSchema, parse } from 'graphql';
import { plainSchema } from '../check/plain-schema.ts';
import type { SubgraphSchema } from '../check/subgraph-schemas.ts';
import type { GeneratedFile } from './generated-file.ts';
import { scalars } from './scalars.ts';

/**
 * The resolver types of one subgraph: a resolver that does not keep the schema does not compile.
 *
 * A subgraph may say more beside its resolvers: `mappers.ts` exports `XMapper` for what stands behind type X,
 * `loaders.ts` exports `Context` for a context with the subgraph's own loaders.
 */
export async function resolverTypes(root: string, subgraph: SubgraphSchema): Promise<GeneratedFile> {
  const folder = `subgraphs/${subgraph.name}/adapters/graphql`;
  const schemaAst = plainSchema([subgraph.document]);
  const content = await codegen({
    filename: `${folder}/schema.generated.ts`,
    schema: parse('type Query'),
    schemaAst,
    documents: [],
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
    config: {
      // Types stripping leaves no room for enums, and type imports must say that they are.
      enumsAsTypes: true,
      useTypeImports: true,
      immutableTypes: true,
      federation: true,
      disableFederationDirectiveAndScalarInjection: true,
      makeResolverTypeCallable: true,
      scalars,
      contextType: contextType(join(root, folder)),
      mappers: mappers(join(root, folder), subgraph.name, schemaAst),
    },
  });
  const context = contextName(contextType(join(root, folder)));
  const complete = `
/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = ${context}> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
`;
  return {
    path: `${folder}/schema.generated.ts`,
    content: `// Written by \`npm run codegen\` from ${subgraph.schemaFile.replace('./', '')}. Do not edit.\n${content}${complete}`,
  };
}

function contextType(folder: string): string {
  return exportedTypes(join(folder, 'loaders.ts')).includes('Context')
    ? './loaders.ts#Context'
    : '@parterre/platform/service/service.ts#RequestContext';
}

/** The type that "file#type" names. */
function contextName(type: string): string {
  return type.slice(type.indexOf('#') + 1);
}

function mappers(folder: string, subgraph: string, schema: GraphQLSchema): Record<string, string> {
  const names = exportedTypes(join(folder, 'mappers.ts')).filter((name) => name.endsWith('Mapper'));
  return Object.fromEntries(
    names.map((name) => {
      const type = name.slice(0, -'Mapper'.length);
      if (!schema.getType(type)) {
        throw new Error(`mappers.ts of ${subgraph} exports ${name}, but its schema has no type ${type}`);
      }
      return [type, `./mappers.ts#${name}`];
    }),
  );
}

function exportedTypes(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const declared = [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1]);
  const renamed = [...text.matchAll(/^export type \{([^}]*)\}/gm)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((part) => part.trim().split(/\s+/).at(-1));
  return [...declared, ...renamed].filter((name) => name !== undefined && name !== '') as string[];
}
