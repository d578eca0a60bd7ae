import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, Kind, type TypeNode } from 'graphql';
import { onType, soundSchemas, withSchemaEdit } from './fixture-schemas.ts';
import { nullableRoots } from './nullable-roots.ts';

/** Makes a field one that is never null. */
function required(type: string, field: string): ASTVisitor {
  return onType(type, {
    [Kind.FIELD_DEFINITION]: (node) =>
      node.name.value === field && node.type.kind !== Kind.NON_NULL_TYPE
        ? { ...node, type: { kind: Kind.NON_NULL_TYPE, type: node.type } satisfies TypeNode }
        : undefined,
  });
}

describe('root fields', () => {
  it('are all nullable, but for those of subscriptions and of subgraphs alone', () => {
    expect(nullableRoots.breaches({ schemas: soundSchemas() })).toEqual([]);
  });

  it.each([
    ['Query', 'booking'],
    ['Mutation', 'payBooking'],
  ])('of %s are refused where they are never null', (type, field) => {
    const schemas = withSchemaEdit(soundSchemas(), 'tickets', required(type, field));
    expect(nullableRoots.breaches({ schemas })).toEqual([
      `tickets: ${type}.${field} is never null; take the "!" after its type away`,
    ]);
  });
});
