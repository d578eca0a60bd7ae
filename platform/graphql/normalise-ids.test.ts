import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphqlSync } from 'graphql';
import { newId } from '../kernel/ids.ts';
import { normaliseIds } from './normalise-ids.ts';

const sdl = `
  scalar _Any
  input Part { sectionId: ID!, quantity: Int!, more: [Part!] }
  input Command { eventId: ID!, seatIds: [ID!], parts: [[Part]], note: String }
  type Query {
    one(id: ID, name: String): Boolean
    many(command: Command, ids: [[ID]]): Boolean
    entities(of: [_Any!]!): Boolean
    none(name: String): Boolean
  }`;

/** What the resolver of the field gets for these arguments, written as GraphQL. */
function received(field: string, args: string): unknown {
  const schema = buildSchema(sdl);
  let got: unknown;
  for (const each of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    each.resolve = (_source, values: object) => {
      got = JSON.parse(JSON.stringify(values));
      return true;
    };
  }
  normaliseIds(schema);
  const { errors } = graphqlSync({ schema, source: `{ ${field}(${args}) }` });
  expect(errors).toBeUndefined();
  return got;
}

describe('identifiers that come in', () => {
  const id = newId();
  const upper = id.toUpperCase();

  it('are in lower case, at whatever depth they stand', () => {
    expect(received('one', `id: "${upper}"`)).toEqual({ id });
    const part = `{ sectionId: "${upper}", quantity: 1, more: [{ sectionId: "${upper}", quantity: 2 }] }`;
    expect(
      received(
        'many',
        `command: { eventId: "${upper}", seatIds: ["${upper}", "${id}"], parts: [[${part}, null], null] }, ids: [["${upper}"]]`,
      ),
    ).toEqual({
      command: {
        eventId: id,
        seatIds: [id, id],
        parts: [[{ sectionId: id, quantity: 1, more: [{ sectionId: id, quantity: 2 }] }, null], null],
      },
      ids: [[id]],
    });
    expect(received('entities', `of: [{ __typename: "Event", id: "${upper}" }]`)).toEqual({
      of: [{ __typename: 'Event', id }],
    });
  });

  it('are left alone when they are no UUIDs, and so is every other text', () => {
    expect(received('one', `id: "ABC", name: "${upper}"`)).toEqual({ id: 'ABC', name: upper });
    expect(received('one', 'id: null')).toEqual({ id: null });
    expect(received('one', 'id: 42')).toEqual({ id: '42' });
    expect(received('many', `command: { eventId: "X", note: "${upper}" }`)).toEqual({
      command: { eventId: 'X', note: upper },
    });
    expect(received('entities', 'of: [{ __typename: "Event", id: 7 }]')).toMatchObject({ of: [{ id: 7 }] });
    expect(received('none', `name: "${upper}"`)).toEqual({ name: upper });
  });
});
