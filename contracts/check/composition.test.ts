import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { composition } from './composition.ts';
import { soundState, withSchema } from './fixture.ts';
import { onType } from './fixture-schemas.ts';

describe('composition', () => {
  it('accepts subgraphs that fit together', () => {
    expect(composition.breaches(soundState())).toEqual([]);
  });

  it('refuses subgraphs that give one field two types, and names them', async () => {
    const planted = withSchema(
      soundState(),
      'payments',
      onType('Money', { [Kind.NAMED_TYPE]: (node) => (node.name.value === 'Decimal' ? float : undefined) }),
    );
    const [breach] = await composition.breaches(planted);
    expect(breach).toContain('Money.amount');
    expect(breach).toContain('"payments"');
  });

  it('refuses a listed subgraph that has no schema file', async () => {
    const state = soundState();
    const entry = {
      name: 'parking',
      routingUrl: 'http://localhost/',
      schemaFile: './subgraphs/parking/schema.graphql',
    };
    const breaches = await composition.breaches({
      ...state,
      schemas: { ...state.schemas, missing: [entry] },
    });
    expect(breaches).toEqual([
      'parking: supergraph.yaml lists ./subgraphs/parking/schema.graphql, but there is no such file',
    ]);
  });

  it('passes on where a schema is no GraphQL', async () => {
    const state = soundState();
    const fault = './subgraphs/users/schema.graphql:3:1: Syntax Error: Unexpected "}".';
    const breaches = await composition.breaches({ ...state, schemas: { ...state.schemas, faults: [fault] } });
    expect(breaches).toEqual([fault]);
  });
});

const float = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Float' } } as const;
