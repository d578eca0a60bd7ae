import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { type DocumentNode, parse, validate } from 'graphql';
import type { OperationFile } from '../check/operation-files.ts';
import { plainSchema } from '../check/plain-schema.ts';
import type { GeneratedFile } from './generated-file.ts';
import { scalarsOnWire } from './scalars.ts';

/** The typed documents of one consumer, and what kept an operation out of them. */
export interface OperationDocuments {
  readonly file: GeneratedFile | null;
  /** One message per operation that the schemas at hand do not answer. */
  readonly faults: readonly string[];
}

/**
 * Types the operations of one consumer against the subgraph schemas laid over each other. An operation that does
 * not validate is left out and named, so that one unfinished subgraph does not hold up the rest.
 */
export async function operationDocuments(
  consumer: string,
  operations: readonly OperationFile[],
  schemas: readonly DocumentNode[],
): Promise<OperationDocuments> {
  if (schemas.length === 0) return { file: null, faults: [] };
  const schemaAst = plainSchema(schemas);
  const checked = operations.map((file) => ({ file, errors: validate(schemaAst, file.document) }));
  const faults = checked.flatMap(({ file, errors }) =>
    errors.map(({ message }) => `${file.path}: ${message}`),
  );
  const valid = checked.filter(({ errors }) => errors.length === 0).map(({ file }) => file);
  if (valid.length === 0) return { file: null, faults };
  const path = `contracts/operations/${consumer}.generated.ts`;
  const content = await codegen({
    filename: path,
    schema: parse('type Query'),
    schemaAst,
    documents: valid.map((file) => ({ location: file.path, document: file.document })),
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
    config: {
      useTypeImports: true,
      immutableTypes: true,
      skipTypename: true,
      scalars: scalarsOnWire,
    },
  });
  const header = `// Written by \`npm run codegen\` from contracts/operations/${consumer}/. Do not edit.\n`;
  return { file: { path, content: `${header}${content}\n` }, faults };
}
