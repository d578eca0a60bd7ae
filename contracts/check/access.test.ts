import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, type ConstDirectiveNode, Kind } from 'graphql';
import { access, sameForAll } from './access.ts';
import { onType, soundSchemas, withSchemaEdit } from './fixture-schemas.ts';

const mark: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'sameForAll' } };

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
      'tickets: Mutation.payBooking has @allow(role: "GUEST"); expected one of ANYONE, USER, ORGANIZER, ADMIN, SUBGRAPH',
    ]);
  });

  it.each([
    ['ORGANIZER', 'For organizers.'],
    ['ADMIN', 'For administrators.'],
  ])('refuses a root field for %s whose description does not say so', (role, said) => {
    const schemas = withSchemaEdit(
      soundSchemas(),
      'tickets',
      directives('Mutation', 'payBooking', [allow(role)]),
    );
    expect(access.breaches({ schemas })).toEqual([
      `tickets: Mutation.payBooking has @allow(role: "${role}"); end its description with "${said}"`,
    ]);
  });

  it('refuses a field for subgraphs that the public can see', () => {
    const schemas = withSchemaEdit(
      soundSchemas(),
      'events',
      directives('Mutation', 'holdSeats', [allow('SUBGRAPH')]),
    );
    expect(access.breaches({ schemas })).toEqual([
      'events: Mutation.holdSeats is for subgraphs but stands in the public API; add @inaccessible',
    ]);
  });
});

describe('sameForAll', () => {
  it('accepts what anyone may ask for', () => {
    expect(sameForAll.breaches({ schemas: soundSchemas() })).toEqual([]);
  });

  it.each([
    [
      'a subscription that is for some',
      directives('Subscription', 'seatMapChanged', [allow('USER'), mark]),
      'Subscription.seatMapChanged is @sameForAll but for USER',
    ],
    [
      'a subscription that does not say for whom',
      directives('Subscription', 'seatMapChanged', [mark]),
      'Subscription.seatMapChanged is @sameForAll but for nobody yet',
    ],
    [
      'a field that is for some',
      directives('Seat', 'label', [mark, allow('ORGANIZER')]),
      'Seat.label is @sameForAll but for ORGANIZER',
    ],
    [
      'a field for some of a type that is the same for all',
      directives('SeatChange', 'state', [allow('ADMIN')]),
      'SeatChange.state is @sameForAll but for ADMIN',
    ],
  ])('refuses %s', (_what, edit, fault) => {
    const schemas = withSchemaEdit(soundSchemas(), 'events', edit);
    expect(sameForAll.breaches({ schemas })).toEqual([
      `events: ${fault}; expected @allow(role: "ANYONE") beside it`,
    ]);
  });

  it('refuses what another subgraph lets only some ask for', () => {
    const label = onType('Seat', {
      [Kind.OBJECT_TYPE_DEFINITION]: (node) => ({
        ...node,
        fields: [
          ...(node.fields ?? []),
          {
            kind: Kind.FIELD_DEFINITION,
            name: { kind: Kind.NAME, value: 'label' },
            type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'String' } },
            directives: [allow('USER')],
          },
        ],
      }),
    });
    const schemas = withSchemaEdit(soundSchemas(), 'tickets', label);
    expect(sameForAll.breaches({ schemas })).toEqual([
      'tickets: Seat.label is @sameForAll but for USER; expected @allow(role: "ANYONE") beside it',
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
