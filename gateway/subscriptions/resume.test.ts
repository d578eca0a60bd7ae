import { describe, expect, it } from '@jest/globals';
import { buildSchema, print } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import { readLiveDirectives } from './live-directives.ts';
import {
  askedFrom,
  LONGEST_CURSOR,
  positionAsked,
  readLiveOperation,
  variablesAsked,
  withoutWhatIsNotAsked,
} from './resume.ts';
import { Counters, createFakeEngine } from './testing/live-server.ts';

const sdl = `
  directive @resumable(argument: String!) on FIELD_DEFINITION
  directive @sameForAll on FIELD_DEFINITION | OBJECT
  directive @join__type(graph: String!) repeatable on OBJECT
  type Query { a: String }
  type Subscription {
    map(id: ID!, since: String): Change! @resumable(argument: "since") @sameForAll
    state(id: ID!): Own @sameForAll
  }
  union Change = Own | Other
  type Own @sameForAll @join__type(graph: "a") { n: Int other: Other seat: Seat }
  type Other @join__type(graph: "a") { n: Int @sameForAll viewers: Int }
  type Seat @sameForAll @join__type(graph: "a") @join__type(graph: "b") { id: ID @sameForAll mine: Boolean }
`;
const engine = createFakeEngine(new Counters(), sdl);
const directives = readLiveDirectives(engine.fullSchema);

function admitted(query: string, variables: Record<string, unknown> = {}): AdmittedOperation {
  const operation = engine.admission.admit({ query, variables });
  if (operation.kind === 'refused') throw operation.errors[0] ?? new Error('refused');
  return operation;
}

function liveOf(query: string, variables: Record<string, unknown> = {}) {
  const operation = admitted(query, variables);
  return { operation, live: readLiveOperation(operation, engine.fullSchema, directives) };
}

describe('an answer is the same for all', () => {
  it.each([
    ['fields that are marked', '{ map(id: 1) { __typename ... on Other { n } } }', true],
    ['fields of a marked type of one subgraph', '{ map(id: 1) { ... on Own { n other { n } } } }', true],
    ['marked fields of a type of two subgraphs', '{ map(id: 1) { ... on Own { seat { id } } } }', true],
    ['a field that is not marked', '{ map(id: 1) { ... on Other { n viewers } } }', false],
    [
      'a field that another subgraph may have added',
      '{ map(id: 1) { ... on Own { seat { mine } } } }',
      false,
    ],
  ])('with %s: %s', (_what, selection, same) => {
    expect(liveOf(`subscription ${selection}`).live.isSameForAll).toBe(same);
  });

  it('not when a fragment hides a field that is not marked', () => {
    const query = `subscription { ...root } fragment root on Subscription { map(id: 1) { ...deep } }
      fragment deep on Change { ... on Own { other { ...last } } } fragment last on Other { viewers }`;
    expect(liveOf(query).live.isSameForAll).toBe(false);
  });

  it('is told at once of a document in which fragments double at every level', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `fragment f${level} on Own { n ...f${level + 1} ...f${level + 1} }`,
    );
    const query = `subscription { state(id: 1) { ...f0 } } ${levels.join(' ')} fragment f30 on Own { n }`;
    expect(liveOf(query).live.isSameForAll).toBe(true);
  });
});

describe('a directive read from a schema', () => {
  it('names the argument that takes a cursor, where there is one', () => {
    expect(['map', 'state', 'nothing'].map((field) => directives.resumeArgument(field))).toEqual([
      'since',
      undefined,
      undefined,
    ]);
    const wrong = buildSchema(sdl.replace('since: String', 'other: String'), { assumeValidSDL: true });
    expect(readLiveDirectives(wrong).resumeArgument('map')).toBeUndefined();
  });
});

describe('a subscription', () => {
  const byVariable = 'subscription W($id: ID!, $from: String) { map(id: $id, since: $from) { __typename } }';

  it('is asked for from the cursor in its argument, a variable or not', () => {
    const { operation, live } = liveOf(byVariable, { id: '1', from: 'c' });
    expect(positionAsked(operation, live)).toEqual({ kind: 'after', cursor: 'c' });
    const literal = liveOf('subscription { map(id: 1, since: "d") { __typename } }');
    expect(positionAsked(literal.operation, literal.live)).toEqual({ kind: 'after', cursor: 'd' });
    const byDefault = liveOf(byVariable.replace('$from: String', '$from: String = "e"'), { id: '1' });
    expect(positionAsked(byDefault.operation, byDefault.live)).toEqual({ kind: 'after', cursor: 'e' });
    const none = liveOf(byVariable, { id: '1', from: null });
    expect(positionAsked(none.operation, none.live)).toEqual({ kind: 'start' });
  });

  it('is the same question wherever it is asked from', () => {
    const [one, other] = ['c', 'd'].map((from) => liveOf(byVariable, { from, id: '1', unknown: 1 }));
    if (!one || !other) throw new Error('expected two');
    expect(variablesAsked(one.operation, one.live)).toEqual({ id: '1' });
    expect(variablesAsked(other.operation, other.live)).toEqual({ id: '1' });
  });

  it('keeps nothing of what came with it and is not asked, nor of a text that is no cursor', () => {
    const keptOf = (from: string) => {
      const { operation, live } = liveOf(byVariable, { id: '1', from, unknown: 1 });
      return withoutWhatIsNotAsked(operation, live).variables;
    };
    expect(keptOf('c')).toEqual({ id: '1', from: 'c' });
    expect(keptOf('c'.repeat(LONGEST_CURSOR + 1))).toEqual({ id: '1', from: null });
  });

  it('is another question with other values of all other variables', () => {
    const both = liveOf('subscription ($v: ID!) { map(id: $v, since: "c") { __typename } }', { v: '1' });
    expect(variablesAsked(both.operation, both.live)).toEqual({ v: '1' });
  });

  it('is asked for from another position by its own variable', () => {
    const { operation, live } = liveOf(byVariable, { id: '1' });
    const asked = askedFrom(operation, live, { kind: 'after', cursor: 'x' });
    expect(asked).toMatchObject({
      key: operation.key,
      variables: { id: '1', from: 'x' },
      coerced: { from: 'x' },
    });
    expect(askedFrom(asked, live, { kind: 'start' }).variables).toEqual({ id: '1', from: null });
  });

  it.each([
    ['no argument', 'subscription ($id: ID!) { map(id: $id) { __typename } }'],
    ['a literal', 'subscription ($id: ID!) { map(id: $id, since: "old") { __typename } }'],
    [
      'a fragment',
      'subscription ($id: ID!) { ...f } fragment f on Subscription { map(id: $id) { __typename } }',
    ],
  ])('with %s is given a variable for it, and stays valid', (_what, query) => {
    const { operation, live } = liveOf(query, { id: '1' });
    const asked = askedFrom(operation, live, { kind: 'after', cursor: 'x' });
    expect(asked.key).not.toBe(operation.key);
    expect(asked.query).toBe(print(asked.document));
    expect(asked.query).toContain('since: $parterreSince');
    const again = admitted(asked.query, { ...asked.variables });
    expect(positionAsked(again, readLiveOperation(again, engine.fullSchema, directives))).toEqual({
      kind: 'after',
      cursor: 'x',
    });
  });

  it('of a field that does not resume stays as it is', () => {
    const { operation, live } = liveOf('subscription { state(id: 1) { n } }');
    expect(positionAsked(operation, live)).toEqual({ kind: 'start' });
    expect(askedFrom(operation, live, { kind: 'after', cursor: 'x' })).toBe(operation);
  });
});
