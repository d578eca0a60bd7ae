import { describe, expect, it } from '@jest/globals';
import { type ASTVisitor, Kind, print } from 'graphql';
import { descriptions } from './descriptions.ts';
import { onType, soundSchemas, withSchemaEdit } from './fixture-schemas.ts';

/** Takes the description off everything of this name. */
const undescribed =
  (name: string) =>
  <Node extends { name: { value: string } }>(node: Node) =>
    node.name.value === name ? { ...node, description: undefined } : undefined;

describe('descriptions', () => {
  it('accepts schemas where everything is described', () => {
    expect(descriptions.breaches({ schemas: soundSchemas() })).toEqual([]);
  });

  it.each<[string, string, ASTVisitor]>([
    [
      'a type',
      'CreateBookingPayload',
      { [Kind.OBJECT_TYPE_DEFINITION]: undescribed('CreateBookingPayload') },
    ],
    [
      'a field',
      'Booking.expiresAt',
      onType('Booking', { [Kind.FIELD_DEFINITION]: undescribed('expiresAt') }),
    ],
    [
      'an argument',
      'Query.booking(id:)',
      onType('Query', { [Kind.INPUT_VALUE_DEFINITION]: undescribed('id') }),
    ],
    [
      'an input field',
      'CreateBookingInput.seatIds',
      onType('CreateBookingInput', { [Kind.INPUT_VALUE_DEFINITION]: undescribed('seatIds') }),
    ],
    [
      'an enum value',
      'BookingStatus.CONFIRMED',
      onType('BookingStatus', { [Kind.ENUM_VALUE_DEFINITION]: undescribed('CONFIRMED') }),
    ],
  ])('refuses %s without a description', (_what, coordinate, edit) => {
    expect(descriptions.breaches({ schemas: withSchemaEdit(soundSchemas(), 'tickets', edit) })).toContain(
      `tickets: ${coordinate} has no description; say what it is`,
    );
  });

  it('refuses a root type that no subgraph describes', () => {
    const edit: ASTVisitor = { [Kind.OBJECT_TYPE_DEFINITION]: undescribed('Subscription') };
    const sound = soundSchemas();
    const watched = sound.schemas.filter(({ document }) => /^type Subscription/m.test(print(document)));
    const bare = watched.reduce((schemas, { name }) => withSchemaEdit(schemas, name, edit), sound);
    expect(descriptions.breaches({ schemas: bare })).toEqual([
      `${watched.map(({ name }) => name).join(', ')}: Subscription has no description; say what it is`,
    ]);
  });

  it('refuses two texts for what is shared', () => {
    const edit = onType('PageInfo', {
      [Kind.FIELD_DEFINITION]: (node) =>
        node.name.value === 'endCursor'
          ? { ...node, description: { kind: Kind.STRING, value: 'Another text.' } }
          : undefined,
    });
    expect(descriptions.breaches({ schemas: withSchemaEdit(soundSchemas(), 'tickets', edit) })).toEqual([
      expect.stringMatching(/tickets: PageInfo\.endCursor is described in 2 ways; use one text$/),
    ]);
  });
});
