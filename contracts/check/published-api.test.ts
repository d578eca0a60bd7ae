import { describe, expect, it } from '@jest/globals';
import {
  type ASTVisitor,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parseType,
  parseValue,
} from 'graphql';
import { soundState, withSchema } from './fixture.ts';
import { onType, withoutField } from './fixture-schemas.ts';
import { publishedApi } from './published-api.ts';

describe('the published API', () => {
  it('accepts the API as it was published', async () => {
    expect(await publishedApi.breaches(soundState())).toEqual([]);
  });

  it('refuses a removed field, and says which subgraph had it', async () => {
    const planted = withSchema(soundState(), 'events', withoutField('Venue', 'city'));
    expect(await publishedApi.breaches(planted)).toContainEqual(
      expect.stringMatching(/^events: Venue\.city: Field 'city' was removed from object type 'Venue'/),
    );
  });

  it('refuses an argument of another type', async () => {
    const planted = withSchema(
      soundState(),
      'events',
      onArgument('Query', 'events', 'after', { type: otherType }),
    );
    expect(await publishedApi.breaches(planted)).toContainEqual(
      expect.stringMatching(
        /^events: Query\.events\.after: Type for argument 'after' on field 'Query\.events' changed/,
      ),
    );
  });

  it('refuses an argument that one must give from now on', async () => {
    const planted = withSchema(
      soundState(),
      'events',
      onArgument('Query', 'events', 'search', {
        type: parseType('String!') as InputValueDefinitionNode['type'],
      }),
    );
    expect(await publishedApi.breaches(planted)).toContainEqual(
      expect.stringMatching(/^events: Query\.events\.search: /),
    );
  });

  it('refuses an argument with another default, though it breaks no document', async () => {
    const planted = withSchema(
      soundState(),
      'events',
      onArgument('Query', 'events', 'first', {
        defaultValue: parseValue('7') as InputValueDefinitionNode['defaultValue'],
      }),
    );
    expect(await publishedApi.breaches(planted)).toContainEqual(
      expect.stringMatching(/^events: Query\.events\.first: /),
    );
  });

  it.each<[string, string, ASTVisitor, string]>([
    // A list's size may not name an argument that is gone: composition refuses that by itself.
    [
      'argument',
      'events',
      onField('Query', 'events', { arguments: [], directives: [] }),
      'events: Query.events.search: ',
    ],
    [
      'input field',
      'tickets',
      withoutField('CreateBookingInput', 'seatIds'),
      'tickets: CreateBookingInput.seatIds: ',
    ],
    ['enum value', 'tickets', withoutValue('BookingStatus', 'EXPIRED'), 'tickets: BookingStatus.EXPIRED: '],
  ])('refuses a removed %s', async (_what, subgraph, edit, beginning) => {
    const breaches = await publishedApi.breaches(withSchema(soundState(), subgraph, edit));
    expect(breaches).toContainEqual(expect.stringContaining(beginning));
  });

  it('accepts a new field', async () => {
    const planted = withSchema(
      soundState(),
      'events',
      onType('Venue', { [Kind.OBJECT_TYPE_DEFINITION]: grown }),
    );
    expect(await publishedApi.breaches(planted)).toEqual([]);
  });
});

const otherType = parseType('Boolean') as InputValueDefinitionNode['type'];

/** The same type with its first field a second time, under another name. */
function grown(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const { fields = [] } = node;
  const added = fields.slice(0, 1).map((field) => ({ ...field, name: { ...field.name, value: 'another' } }));
  return { ...node, fields: [...fields, ...added] };
}

function withoutValue(type: string, value: string): ASTVisitor {
  return onType(type, {
    [Kind.ENUM_VALUE_DEFINITION]: (node) => (node.name.value === value ? null : undefined),
  });
}

function onField(type: string, field: string, change: Partial<FieldDefinitionNode>): ASTVisitor {
  return onType(type, {
    [Kind.FIELD_DEFINITION]: (node) => (node.name.value === field ? { ...node, ...change } : undefined),
  });
}

function onArgument(
  type: string,
  field: string,
  argument: string,
  change: Partial<InputValueDefinitionNode>,
): ASTVisitor {
  return onType(type, {
    [Kind.FIELD_DEFINITION]: (node) =>
      node.name.value === field
        ? {
            ...node,
            arguments: node.arguments?.map((each) =>
              each.name.value === argument ? { ...each, ...change } : each,
            ),
          }
        : undefined,
  });
}
