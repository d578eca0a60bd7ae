import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ExecutionResult, execute, GraphQLError, parse, validate } from 'graphql';
import type { DataSource } from '../data-source.ts';
import { readSupergraph } from '../supergraph/supergraph.ts';
import { graphqlJsDataSource } from '../testing/graphql-js-data-source.ts';
import { asOneSchema, createLibraryGraph, type Fails } from '../testing/library-graph.ts';
import { aContext, admitted } from '../testing/operations.ts';
import { drawingBy, drawOperation, type RandomOperation } from '../testing/random-operations.ts';
import { createExecutor } from './create-executor.ts';

// A smaller seed is no smaller operation. The same operations every time, so that a build is red for what it
// changes; SEED and RUNS look further.
const runs = {
  seed: Number(process.env.SEED ?? 1),
  numRuns: Number(process.env.RUNS ?? 150),
  endOnFailure: true,
};
const args = {
  item: ['(id: "b1")', '(id: "b3")', '(id: "f1")', '(id: "none")'],
  person: ['(id: "p1")', '(id: "p3")'],
  items: ['', '(first: 2)'],
};
const { supergraphSdl } = createLibraryGraph();
const supergraph = readSupergraph(supergraphSdl);
const schema = asOneSchema(supergraph.apiSchema);

/** Which fields fail at the moment; a subgraph fails as a whole as the field "down" of its name. */
let fails: Fails = () => false;
const failing: DataSource[] = [...createLibraryGraph((...asked) => fails(...asked)).schemas].map(
  ([name, schema]) => {
    const dataSource = graphqlJsDataSource(name, schema);
    const down = {
      errors: [new GraphQLError(`${name} is down`, { extensions: { code: 'SERVICE_UNAVAILABLE' } })],
    };
    return {
      ...dataSource,
      execute: (request) => (fails(name, 'down', '') ? down : dataSource.execute(request)),
    };
  },
);

const dataSources = [...createLibraryGraph().schemas].map(([name, schema]) =>
  graphqlJsDataSource(name, schema),
);
const executor = createExecutor({ supergraph, dataSources });
const failingExecutor = createExecutor({ supergraph, dataSources: failing });

function anOperation(seed: number): RandomOperation {
  const operation = drawOperation(drawingBy(seed), supergraph.apiSchema, args);
  fc.pre(validate(supergraph.apiSchema, parse(operation.query)).length === 0);
  return operation;
}

describe('an executor of compiled plans', () => {
  it('answers what one server with the whole schema would answer, the first time and ever after', async () => {
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      const { query, variables } = anOperation(seed);
      const operation = admitted(supergraph.apiSchema, query, variables);
      const first = plain(await executor.execute(operation, aContext()));
      const again = plain(await executor.execute(operation, aContext()));
      const expected = plain(
        await execute({ schema, document: operation.document, variableValues: variables }),
      );
      expect({ query, data: first.data }).toEqual({ query, data: expected.data });
      expect(again).toEqual(first);
    });
    await fc.assert(property, runs);
  });

  it('gives an error with code and path for every null that is not the truth', async () => {
    const property = fc.asyncProperty(fc.nat(), fc.nat(), async (seed, salt) => {
      const { query, variables } = anOperation(seed);
      const operation = admitted(supergraph.apiSchema, query, variables);
      fails = failsBy(salt);
      const truth = plain(await executor.execute(operation, aContext()));
      const answer = plain(await failingExecutor.execute(operation, aContext()));
      const unexplained = untrueNulls(truth.data, answer.data).filter(
        (path) => !isExplained(path, answer.errors),
      );
      expect({ query, unexplained }).toEqual({ query, unexplained: [] });
      const misplaced = (answer.errors ?? []).filter(
        ({ path, extensions }) =>
          typeof extensions?.code !== 'string' || !path || !isNullAt(answer.data, path),
      );
      expect({ query, misplaced }).toEqual({ query, misplaced: [] });
    });
    await fc.assert(property, runs);
  });
});

/** Some of all fields, objects and subgraphs fail, by chance but always the same ones. */
function failsBy(salt: number): Fails {
  return (type, field, id) => {
    let hash = salt;
    for (const character of `${type}.${field}.${id}`) {
      hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
    }
    return Math.abs(hash) % 11 === 0;
  };
}

type Path = readonly (string | number)[];

/** Where the answer is null and the truth is not. Whatever else differs is a wrong answer. */
function untrueNulls(truth: unknown, answer: unknown, path: Path = []): Path[] {
  if (answer === null) return truth === null ? [] : [path];
  if (typeof answer !== 'object' || typeof truth !== 'object' || truth === null || answer === undefined) {
    expect({ path, answer }).toEqual({ path, answer: truth });
    return [];
  }
  expect({ path, keys: Object.keys(answer) }).toEqual({ path, keys: Object.keys(truth) });
  return Object.entries(answer).flatMap(([key, value]) =>
    untrueNulls((truth as Record<string, unknown>)[key], value, [
      ...path,
      Array.isArray(answer) ? Number(key) : key,
    ]),
  );
}

function isExplained(path: Path, errors: ExecutionResult['errors'] = []): boolean {
  return errors.some((error) => path.every((key, index) => error.path?.[index] === key));
}

function isNullAt(data: unknown, path: Path): boolean {
  let current = data;
  for (const key of path) {
    if (current === null || current === undefined) return current === null;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current === null;
}

/** As a client sees it. */
function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
