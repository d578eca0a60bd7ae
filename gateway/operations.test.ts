import { describe, expect, it } from '@jest/globals';
import { type Budget, createBudget } from '@parterre/platform/graphql/budget.ts';
import { GraphQLError } from 'graphql';
import type { AdmittedOperation } from './admission/admission.ts';
import type { Answer } from './answer.ts';
import { createKnownOperations } from './known-operations.ts';
import { createOperations } from './operations.ts';
import { noRates } from './rates/rates.ts';
import { admittedOperation } from './testing/admitted-operation.ts';
import { unlimited, type Workload } from './workload.ts';

const caller = { scope: 'anonymous', identity: undefined };

/** Operations whose answers come when the test says so. */
function operationsThatRun(workload: Partial<Workload> = {}) {
  const budgets: Budget[] = [];
  const answered = Promise.withResolvers<Awaited<ReturnType<Answer>>>();
  const answer: Answer = async (operation, { budget }) => {
    if (operation.kind === 'refused') return { errors: operation.errors };
    budgets.push(budget);
    return answered.promise;
  };
  const operations = createOperations({
    current: () => ({ admission: { admit: () => ({ kind: 'refused', errors: [] }) }, answer }),
    rates: noRates,
    known: createKnownOperations(),
    workload: { ...unlimited, ...workload },
    newBudget: () => createBudget({ nodes: 10, bytes: 10, milliseconds: 60_000 }),
  });
  let leave = () => {};
  return {
    budgets,
    answer: (operation: AdmittedOperation) =>
      operations.answer(operation, {
        caller,
        address: '192.0.2.1',
        whenGone(end) {
          leave = end;
        },
      }),
    leave: () => leave(),
    finish: () => answered.resolve({ data: null }),
  };
}

describe('an operation whose client has gone', () => {
  it('ends when it is a query', async () => {
    const running = operationsThatRun();
    const answer = running.answer(admittedOperation('{ a }'));
    running.leave();
    expect(running.budgets[0]?.fault).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    running.finish();
    await answer;
  });

  it('is done to its end when it is a mutation that has begun', async () => {
    const running = operationsThatRun();
    const answer = running.answer(admittedOperation('mutation { b }'));
    running.leave();
    expect(running.budgets[0]?.fault).toBeUndefined();
    running.finish();
    expect(await answer).toEqual({ data: null });
  });

  it('does not begin when it is a mutation that waits for its turn', async () => {
    let budget: Budget | undefined;
    const turn = Promise.withResolvers<GraphQLError>();
    const running = operationsThatRun({
      enter(work) {
        budget = work.budget;
        return turn.promise;
      },
    });
    const answer = running.answer(admittedOperation('mutation { b }'));
    running.leave();
    const { fault } = budget ?? {};
    expect(fault).toBeInstanceOf(GraphQLError);
    turn.resolve(fault as GraphQLError);
    expect(await answer).toEqual({ errors: [fault] });
    expect(running.budgets).toEqual([]);
  });
});
