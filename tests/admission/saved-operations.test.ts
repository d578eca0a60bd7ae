import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  type GraphQLInputType,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { publicAdmission } from '../support/public-admission.ts';
import { anyValue } from '../support/random-operations.ts';

const { admission, apiSchema } = publicAdmission();
const folder = new URL('../../contracts/operations/', import.meta.url);
const saved = ['web', 'clients'].flatMap((consumer) =>
  readdirSync(new URL(consumer, folder))
    .filter((file) => file.endsWith('.graphql'))
    .map(
      (file) =>
        [`${consumer}/${file}`, readFileSync(new URL(`${consumer}/${file}`, folder), 'utf8')] as const,
    )
    // What a later version answers is not valid yet.
    .filter(([, text]) => validate(apiSchema, parse(text)).length === 0),
);

describe('operations that clients have saved', () => {
  it('are there', () => {
    expect(saved.length).toBeGreaterThan(35);
  });

  it.each(saved)('%s is admitted with the largest page', (_file, query) => {
    const variables = largestVariables(query);
    expect(admission.admit({ query, variables })).toMatchObject({ kind: 'admitted' });
  });
});

describe('a schema download', () => {
  const options = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };

  it('is admitted with all that can be asked', () => {
    const admitted = admission.admit({ query: getIntrospectionQuery(options) });
    expect(admitted).toMatchObject({ kind: 'admitted' });
  });
});

/** Values of the declared types; a size is the largest that the API allows. */
function largestVariables(query: string): Readonly<Record<string, unknown>> {
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const entries = (operation?.variableDefinitions ?? []).map(({ variable, type: node }) => {
    const type = typeFromAST(apiSchema, node as never) as GraphQLInputType;
    return [variable.name.value, /Int/.test(String(type)) ? 100 : anyValue(type, apiSchema)];
  });
  return Object.fromEntries(entries);
}
