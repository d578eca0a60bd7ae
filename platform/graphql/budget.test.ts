import { describe, expect, it, jest } from '@jest/globals';
import { until } from '../testing/until.ts';
import { withinBound } from '../timing/bounded-work.ts';
import { type BudgetLimits, createBudget, createChildBudget, currentBudget } from './budget.ts';
import { serviceUnavailable } from './errors.ts';

const plenty: BudgetLimits = { nodes: 1_000, bytes: 1_000, milliseconds: 60_000 };
const gone = serviceUnavailable('the client has gone');

describe('a budget', () => {
  it('lasts for exactly so many values', () => {
    const budget = createBudget({ ...plenty, nodes: 10 });
    expect([budget.charge(4), budget.charge(6), budget.fault]).toEqual([true, true, undefined]);
    expect(budget.charge(1)).toBe(false);
    expect(budget.fault).toMatchObject({
      message: 'expected an answer of at most 10 values; ask for fewer fields or for shorter lists',
      extensions: { code: 'BUDGET_EXCEEDED' },
    });
    expect(budget.charge(0)).toBe(false);
  });

  it('lasts for exactly so many bytes', () => {
    const budget = createBudget({ ...plenty, bytes: 10 });
    expect([budget.chargeBytes(10), budget.chargeBytes(1)]).toEqual([true, false]);
    expect(budget.fault?.message).toContain('an answer of at most 10 bytes');
  });

  it('ends when its time is over, while something waits', async () => {
    const budget = createBudget({ ...plenty, milliseconds: 5 });
    const { signal } = budget;
    await until('the end of the budget', () => signal.aborted);
    expect(budget.fault).toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } });
    expect([signal.reason, budget.remainingMs()]).toEqual([budget.fault, 0]);
  });

  it('ends when its time is over also where another began while a test had timers of its own', async () => {
    jest.useFakeTimers();
    const other = createBudget({ ...plenty, milliseconds: 20 });
    expect(other.signal.aborted).toBe(false);
    jest.useRealTimers();
    const budget = createBudget({ ...plenty, milliseconds: 25 });
    const { signal } = budget;
    await until('the end of the budget', () => signal.aborted);
    other.close();
  });

  it('looks at the clock where values are produced, so that what blocks the loop ends too', () => {
    const budget = createBudget({ ...plenty, nodes: Number.POSITIVE_INFINITY, milliseconds: 5 });
    while (budget.charge(1)) void 0;
    expect(budget.fault?.extensions.code).toBe('DEADLINE_EXCEEDED');
  });

  it('keeps the first of several faults', () => {
    const budget = createBudget({ ...plenty, nodes: 1 });
    budget.abort(gone);
    budget.charge(2);
    expect(budget.fault).toBe(gone);
  });

  it('aborts nothing any more once its operation is over', () => {
    const budget = createBudget(plenty);
    const { signal } = budget;
    budget.close();
    budget.abort(gone);
    expect([signal.aborted, budget.fault]).toEqual([false, undefined]);
  });

  it('shows a signal that is asked for late as it is', () => {
    const budget = createBudget(plenty);
    budget.abort(gone);
    expect([budget.signal.aborted, budget.signal.reason]).toEqual([true, gone]);
  });
});

describe('a child of a budget', () => {
  it('has never more time than is left of the whole', () => {
    const child = createChildBudget(createBudget({ ...plenty, milliseconds: 50 }), 60_000);
    expect(child.remainingMs()).toBeLessThanOrEqual(50);
    expect(createChildBudget(createBudget(plenty), 20).remainingMs()).toBeLessThanOrEqual(20);
  });

  it('takes what it uses from the whole, and ends with it', () => {
    const parent = createBudget({ ...plenty, nodes: 10 });
    const [first, second] = [createChildBudget(parent, 1_000), createChildBudget(parent, 1_000)];
    const { signal } = second;
    expect([first.charge(6), second.charge(4), first.charge(1)]).toEqual([true, true, false]);
    expect([second.fault, parent.fault]).toEqual([first.fault, first.fault]);
    expect(signal.aborted).toBe(true);
  });

  it('ends when the client of the whole goes away', () => {
    const parent = createBudget(plenty);
    const child = createChildBudget(parent, 1_000);
    const { signal } = child;
    parent.abort(gone);
    expect([signal.aborted, child.fault]).toEqual([true, gone]);
  });

  it('ends alone when its own time is over', async () => {
    const parent = createBudget(plenty);
    const child = createChildBudget(parent, 5);
    await until('the end of the child', () => child.signal.aborted);
    expect([parent.signal.aborted, parent.fault]).toEqual([false, undefined]);
    parent.close();
  });
});

describe('the budget of whatever runs now', () => {
  it('follows the asynchronous call, until the operation is over', async () => {
    const budget = createBudget(plenty);
    await withinBound(budget, async () => {
      await Promise.resolve();
      expect(currentBudget()).toBe(budget);
      budget.close();
      expect(currentBudget()).toBeUndefined();
    });
    expect(currentBudget()).toBeUndefined();
  });
});
