import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { DataSource } from '../data-source.ts';
import { readSupergraph } from '../supergraph/supergraph.ts';
import { graphqlJsDataSource } from '../testing/graphql-js-data-source.ts';
import { createLibraryGraph } from '../testing/library-graph.ts';
import { aContext, admitted, TestBudget } from '../testing/operations.ts';
import { createExecutor } from './create-executor.ts';
import type { OperationContext } from './executor.ts';

const { supergraphSdl, schemas } = createLibraryGraph();
const supergraph = readSupergraph(supergraphSdl);

/** An executor whose catalog answers when it is told to. */
function aSlowExecutor() {
  const waiting: (() => void)[] = [];
  const dataSources = [...schemas].map(([name, schema]): DataSource => {
    const subgraph = graphqlJsDataSource(name, schema);
    if (name !== 'catalog') return subgraph;
    const execute: DataSource['execute'] = (request) =>
      new Promise<ExecutionResult>((resolve) => {
        waiting.push(() => resolve(subgraph.execute(request)));
      });
    return { ...subgraph, execute };
  });
  const executor = createExecutor({ supergraph, dataSources });
  return {
    executor,
    /** Requests that wait for their answer. */
    waiting: () => waiting.length,
    answerAll() {
      for (const answer of waiting.splice(0)) answer();
    },
    ask: (query: string, context: Partial<OperationContext> = {}, variables = {}) =>
      executor.execute(admitted(supergraph.apiSchema, query, variables), aContext(context)),
  };
}

const query = '{ items(first: 1) { title } }';
const answer = { data: { items: [{ title: 'one' }] } };
const inScope = (scope: string) => ({ caller: { scope, identity: undefined } });

describe('equal reads in flight', () => {
  it('share one execution within a scope', async () => {
    const { ask, waiting, answerAll } = aSlowExecutor();
    const answers = [ask(query), ask(query), ask(query)];
    expect(waiting()).toBe(1);
    answerAll();
    expect(await Promise.all(answers)).toEqual([answer, answer, answer]);
  });

  it('share nothing across scopes, with other variables, or once they are answered', async () => {
    const { ask, waiting, answerAll } = aSlowExecutor();
    const withVariable = 'query ($first: Int) { items(first: $first) { title } }';
    const answers = [
      ask(query, inScope('ada')),
      ask(query, inScope('bob')),
      ask(withVariable, inScope('ada'), { first: 1 }),
      ask(withVariable, inScope('ada'), { first: 2 }),
    ];
    expect(waiting()).toBe(4);
    answerAll();
    await Promise.all(answers);
    const later = ask(query, inScope('ada'));
    expect(waiting()).toBe(1);
    answerAll();
    expect(await later).toEqual(answer);
  });

  it('share no mutation', async () => {
    const { ask, waiting, answerAll } = aSlowExecutor();
    const mutation = 'mutation { rename(id: "b1", title: "x") { title } }';
    const answers = [ask(mutation), ask(mutation)];
    expect(waiting()).toBe(2);
    answerAll();
    await Promise.all(answers);
  });

  it('are not joined by a read that comes after a mutation was answered', async () => {
    const { ask, waiting, answerAll } = aSlowExecutor();
    const before = ask(query);
    const mutation = ask('mutation { rename(id: "b1", title: "x") { title } }');
    answerAll();
    await mutation;
    const beside = ask(query);
    const after = ask(query);
    expect(waiting()).toBe(1);
    answerAll();
    expect(await Promise.all([before, beside, after])).toEqual([answer, answer, answer]);
  });

  it('are not joined by a read that comes after an event', async () => {
    const { executor, ask, waiting, answerAll } = aSlowExecutor();
    const before = ask(query);
    const subscription = admitted(supergraph.apiSchema, 'subscription { itemChanged(id: "b1") { id } }');
    const event = { data: { itemChanged: { __typename: 'Book', id: 'b1' } } };
    await executor.planSubscription(subscription).complete(event, subscription, aContext());
    const after = ask(query);
    expect(waiting()).toBe(2);
    answerAll();
    await Promise.all([before, after]);
  });

  it('let a waiter go whose budget ends, and answer the others', async () => {
    const { ask, answerAll } = aSlowExecutor();
    const budget = new TestBudget();
    const [owner, waiter] = [ask(query), ask(query, { budget })];
    budget.abort(new GraphQLError('the client has gone'));
    expect(await waiter).toMatchObject({ errors: [{ message: 'the client has gone' }] });
    answerAll();
    expect(await owner).toEqual(answer);
  });

  it('begin anew for the others when the budget of the first ends', async () => {
    const { ask, waiting, answerAll } = aSlowExecutor();
    const budget = new TestBudget();
    const first = ask(query, { budget });
    const others = [ask(query), ask(query)];
    budget.abort(new GraphQLError('the client has gone'));
    expect(await first).toMatchObject({ errors: [{ message: 'the client has gone' }] });
    // The request of the first is still under way; the two others share one of their own.
    expect(waiting()).toBe(2);
    answerAll();
    expect(await Promise.all(others)).toEqual([answer, answer]);
  });

  it('cost each of their readers what they are worth', async () => {
    const { ask, answerAll } = aSlowExecutor();
    const [budget, poor] = [new TestBudget(), new TestBudget(1)];
    const answers = [ask(query), ask(query, { budget }), ask(query, { budget: poor })];
    answerAll();
    const [first, second, third] = await Promise.all(answers);
    expect([first, second]).toEqual([answer, answer]);
    expect(budget.nodes).toBe(3);
    expect(third).toMatchObject({ errors: [{ message: 'used up' }] });
  });
});
