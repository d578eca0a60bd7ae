import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { composition } from './composition.ts';
import { soundHouse, withSchema } from './planted-house.ts';
import { onType } from './planted-schemas.ts';

describe('composition', () => {
  it('accepts rooms that fit together', () => {
    expect(composition.breaches(soundHouse())).toEqual([]);
  });

  it('refuses rooms that give one field two types, and names them', async () => {
    const planted = withSchema(
      soundHouse(),
      'payments',
      onType('Money', { [Kind.NAMED_TYPE]: (node) => (node.name.value === 'Decimal' ? float : undefined) }),
    );
    const [breach] = await composition.breaches(planted);
    expect(breach).toContain('Money.amount');
    expect(breach).toContain('"payments"');
  });

  it('refuses a listed room that has no schema file', async () => {
    const house = soundHouse();
    const entry = {
      name: 'parking',
      routingUrl: 'http://localhost/',
      schemaFile: './subgraphs/parking/schema.graphql',
    };
    const breaches = await composition.breaches({
      ...house,
      schemas: { ...house.schemas, missing: [entry] },
    });
    expect(breaches).toEqual([
      'parking: supergraph.yaml lists ./subgraphs/parking/schema.graphql, but there is no such file',
    ]);
  });

  it('passes on where a schema is no GraphQL', async () => {
    const house = soundHouse();
    const fault = './subgraphs/users/schema.graphql:3:1: Syntax Error: Unexpected "}".';
    const breaches = await composition.breaches({ ...house, schemas: { ...house.schemas, faults: [fault] } });
    expect(breaches).toEqual([fault]);
  });
});

const float = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Float' } } as const;
