import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { AdmittedOperation } from '@parterre/gateway/admission/admission.ts';
import { createMemoryRateStore } from '@parterre/gateway/rates/rate-store.ts';
import { createRates } from '@parterre/gateway/rates/rates.ts';
import {
  type GraphQLInputType,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { rateLimits, rateRules } from '../../ops/launch/rate-rules.ts';
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

describe('a newcomer to the web app', () => {
  const PAGES = 40;
  const MINUTE_MS = 60_000;
  afterEach(() => void jest.useRealTimers());

  it('opens 40 pages a minute, each of which asks the three dearest questions, and is not held up', async () => {
    jest.useFakeTimers();
    const rates = createRates({ rules: rateRules, store: createMemoryRateStore(), ...rateLimits });
    const questions = saved
      .filter(([file]) => file.startsWith('web/'))
      .map(([, query]) => admission.admit({ query, variables: largestVariables(query) }))
      .filter((each): each is AdmittedOperation => each.kind === 'admitted')
      .filter(({ operation }) => operation.operation !== OperationTypeNode.MUTATION)
      .sort((a, b) => b.cost - a.cost);
    expect(questions.length).toBeGreaterThan(3);
    const from = {
      address: '192.0.2.1',
      caller: { scope: 'newcomer', identity: null, subject: 'newcomer' },
    };
    for (let page = 0; page < PAGES; page += 1) {
      for (const operation of questions.slice(0, 3)) {
        expect(await rates.begin(from.address)).toBeUndefined();
        expect(await rates.admit({ ...from, operation })).toMatchObject({ kind: 'allowed' });
      }
      jest.advanceTimersByTime(MINUTE_MS / PAGES);
    }
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
