import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, type ConstDirectiveNode, Kind } from 'graphql';
import { access } from './access.ts';
import { onType, soundHouse, withSchema } from './planted-house.ts';

describe('access', () => {
  it('accepts root fields that all say who may ask', () => {
    expect(access.breaches(soundHouse())).toEqual([]);
  });

  it('refuses a root field without @allow', () => {
    const planted = withSchema(soundHouse(), 'tickets', directives('Mutation', 'payBooking', []));
    expect(access.breaches(planted)).toEqual([
      'tickets: Mutation.payBooking does not say who may ask for it; add @allow(role: …)',
    ]);
  });

  it('refuses a role that nobody has', () => {
    const planted = withSchema(
      soundHouse(),
      'tickets',
      directives('Mutation', 'payBooking', [allow('GUEST')]),
    );
    expect(access.breaches(planted)).toEqual([
      'tickets: Mutation.payBooking has @allow(role: "GUEST"); expected one of ANYONE, USER, ORGANIZER, ADMIN, ROOM',
    ]);
  });

  it('refuses a field for rooms that the public can see', () => {
    const planted = withSchema(soundHouse(), 'events', directives('Mutation', 'holdSeats', [allow('ROOM')]));
    expect(access.breaches(planted)).toEqual([
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
