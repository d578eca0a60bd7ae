import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createAdmission } from '@parterre/gateway/admission/create-admission.ts';
import { defaultLimits } from '@parterre/gateway/limits.ts';
import { readSupergraph } from '@parterre/gateway/supergraph/supergraph.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { buildSchema, Kind, parse, print, validate } from 'graphql';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the demo', () => {
  it('asks for nothing that the public API does not have', () => {
    const api = buildSchema(read('../../../contracts/api.graphql'));
    expect(validate(api, parse(read('./operations.graphql')))).toEqual([]);
  });

  it('asks for nothing that costs more than a client may ask for', () => {
    const { apiSchema, fullSchema } = readSupergraph(read('../../../contracts/supergraph.graphql'));
    const admission = createAdmission({
      apiSchema,
      fullSchema,
      limits: defaultLimits,
      scalars: scalarResolvers,
      introspection: false,
      suggestsNames: false,
    });
    const queries = parse(read('./operations.graphql')).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query',
    );
    const refused = queries.flatMap((query) => {
      // Whatever the variables are, they change no size: every page of the demo is written out.
      const variables = {
        name: 'a',
        title: 'a',
        id: '1',
        venueId: '1',
        eventId: '1',
        userId: '1',
        login: 'a',
      };
      const judged = admission.admit({ query: print(query), variables });
      return judged.kind === 'refused' ? judged.errors.map(({ message }) => message) : [];
    });
    expect(queries.length).toBeGreaterThan(3);
    expect(refused).toEqual([]);
  });
});
