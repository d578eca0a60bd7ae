import { describe, expect, it } from '@jest/globals';
import type { AdmittedOperation, RefusedOperation } from '@parterre/gateway/admission/admission.ts';
import { createAdmission } from '@parterre/gateway/admission/create-admission.ts';
import { defaultLimits } from '@parterre/gateway/limits.ts';
import fc from 'fast-check';
import { executeSync, validate } from 'graphql';
import { countNodes, randomOperations } from '../support/random-operations.ts';
import { countedSchema } from './sample-lists.ts';

const { schema, takeCost } = countedSchema();
const admission = createAdmission({
  apiSchema: schema,
  fullSchema: schema,
  // Nothing is refused for its size: the estimate is what is looked at.
  limits: { ...defaultLimits, cost: Infinity, nodes: Infinity, fields: 10_000, aliases: 10_000 },
  introspection: true,
  suggestsNames: true,
});
/** What is really produced must stay within memory. */
const MOST_NODES = 20_000;

function admitted(judged: AdmittedOperation | RefusedOperation): AdmittedOperation {
  if (judged.kind === 'admitted') return judged;
  throw new AggregateError(
    judged.errors,
    `expected an operation that is admitted: ${judged.errors[0]?.message}`,
  );
}

/** Estimate and truth of one operation. */
function compare(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { cost, nodes, document } = admitted(admission.admit({ query, variables }));
  if (nodes > MOST_NODES) return undefined;
  takeCost();
  const result = executeSync({ schema, document, variableValues: variables });
  expect(result.errors).toBeUndefined();
  return { estimate: { cost, nodes }, truth: { cost: takeCost(), nodes: countNodes(result.data) } };
}

describe('the estimate', () => {
  it('is never below what an operation then produces', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { query, variables } = randomOperations({
          schema,
          seed,
          value: (coordinate, random) => (/first|size/.test(coordinate) ? random.below(8) : undefined),
        })();
        const seen = compare(query, variables);
        if (!seen) return;
        compared += 1;
        expect(seen.truth.nodes).toBeLessThanOrEqual(seen.estimate.nodes);
        expect(seen.truth.cost).toBeLessThanOrEqual(seen.estimate.cost);
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(400);
  });

  it.each([
    ['one object', '{ event { name } }', {}],
    ['a connection without an argument', '{ events { edges { node { name } } nodes { name } total } }', {}],
    ['a connection with a literal size', '{ events(first: 7) { nodes { name } } }', {}],
    ['one by a variable', 'query($n: Int) { events(first: $n) { nodes { name } } }', { n: 6 }],
    ['one by a variable that is not sent', 'query($n: Int) { events(first: $n) { nodes { name } } }', {}],
    ['a size by the default of the argument', '{ page { name } }', {}],
    [
      'a size in a fragment',
      '{ events(first: 4) { ...C } } fragment C on EventConnection { nodes { name } }',
      {},
    ],
    ['a tree with totals', '{ event { plan { sections { rows { seats { label } } outline } } } }', {}],
    [
      'a skipped part',
      'query($s: Boolean!) { event { name plan @skip(if: $s) { seats { label } } } }',
      { s: true },
    ],
    ['the longest of several types', '{ search { ... on Venue { tags } } tags }', {}],
  ])('is exact for %s', (what, query, variables) => {
    const seen = compare(query, variables);
    // Of a union every item is taken to be the dearest type.
    const excess = what.startsWith('the longest') ? 2 * 5 + 5 : 0;
    expect(seen?.truth.nodes).toBe((seen?.estimate.nodes ?? 0) - excess);
  });

  it('counts a list by its product where one goes round its total', () => {
    const { nodes } = admitted(
      admission.admit({ query: '{ event { plan { seats { section { rows { seats { label } } } } } } }' }),
    );
    // 11 seats, each with its section, 4 rows in it, and 9 seats in those rows.
    expect(nodes).toBe(4 + 11 * (1 + 1 + 1 + 4 * 2 + 9 * 2));
  });

  it('prices a fragment for each place that it is spread in', () => {
    const fragment = 'fragment S on Section { label rows { seats { label } } }';
    const nodesOf = (selection: string) =>
      admitted(admission.admit({ query: `{ event { plan { ${selection} } } } ${fragment}` })).nodes;
    const [round, straight] = ['seats { section { ...S } }', 'sections { ...S }'];
    // What both have in common is the answer, the event and its plan.
    const both = nodesOf(round) + nodesOf(straight) - 3;
    expect([nodesOf(`${round} ${straight}`), nodesOf(`${straight} ${round}`)]).toEqual([both, both]);
  });

  it('takes what it does not know as there', () => {
    const query = 'query($s: Boolean) { event { plan @include(if: $s) { seats { label } } } }';
    const valid = query.replace('Boolean', 'Boolean = true');
    expect(validate(schema, admitted(admission.admit({ query: valid })).document)).toEqual([]);
    expect(admitted(admission.admit({ query: valid })).nodes).toBe(4 + 11 * 2);
  });

  it('is made for a bomb of fragments in a circle of lists without spreading them', () => {
    const levels = 12;
    const circle = (below: string) => `seats { section { plan { ${below} } } }`;
    const fragments = Array.from(
      { length: levels },
      (_, level) =>
        `fragment F${level} on Plan { ${circle(level + 1 < levels ? `...F${level + 1}` : 'seats { label }')} }`,
    );
    const small = createAdmission({
      apiSchema: schema,
      fullSchema: schema,
      limits: { ...defaultLimits, depth: 100 },
      introspection: true,
      suggestsNames: true,
    });
    const judged = small.admit({ query: `{ event { plan { ...F0 } } } ${fragments.join(' ')}` });
    expect(judged).toMatchObject({
      kind: 'refused',
      errors: [{ extensions: { code: 'BAD_USER_INPUT', estimate: { nodes: expect.any(Number) } } }],
    });
  });
});
