import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, type ConstDirectiveNode, Kind } from 'graphql';
import { access } from './access.ts';
import { onType, soundSchemas, withSchemaEdit } from './planted-schemas.ts';

describe('access', () => {
  it('accepts root fields that all say who may ask', () => {
    expect(access.breaches({ schemas: soundSchemas() })).toEqual([]);
  });

  it('refuses a root field without @allow', () => {
    const schemas = withSchemaEdit(soundSchemas(), 'tickets', directives('Mutation', 'payBooking', []));
    expect(access.breaches({ schemas })).toEqual([
      'tickets: Mutation.payBooking does not say who may ask for it; add @allow(role: …)',
    ]);
  });

  it('refuses a role that nobody has', () => {
    const schemas = withSchemaEdit(
      soundSchemas(),
      'tickets',
      directives('Mutation', 'payBooking', [allow('GUEST')]),
    );
    expect(access.breaches({ schemas })).toEqual([
      'tickets: Mutation.payBooking has @allow(role: "GUEST"); expected one of ANYONE, USER, ORGANIZER, ADMIN, ROOM',
    ]);
  });

  it('refuses a field for rooms that the public can see', () => {
    const schemas = withSchemaEdit(
      soundSchemas(),
      'events',
      directives('Mutation', 'holdSeats', [allow('ROOM')]),
    );
    expect(access.breaches({ schemas })).toEqual([
      'events: Mutation.holdSeats is for rooms but stands in the public API; add @inaccessible',
    ]);
  });
});

function directives(type: string, field: string, given: readonly ConstDirectiveNode[]): ASTVisitor {
  return onType(type, {
    [Kind.FIELD_DEFINITION]: (node) =>
      node.name.value === field ? { ...node, directives: given } : undefined,
  });
}

function allow(role: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'allow' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'role' },
        value: { kind: Kind.STRING, value: role },
      },
    ],
  };
}
