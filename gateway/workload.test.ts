import { describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { defaultLimits } from './limits.ts';
import { createWorkload, type Permit, type Work, type Workload } from './workload.ts';

const limits = {
  ...defaultLimits,
  lightValues: 100,
  unknownValues: 1_000,
  valuesInFlight: 10_000,
  waiting: 6,
  waitingPerClient: 4,
  waitMs: 60_000,
};
const document = () => parse('{ a }', { noLocation: true });

function work(client: string, nodes: number, more: Partial<Work> = {}, of: DocumentNode = document()): Work {
  return {
    operation: { document: of, nodes, cost: 0 },
    caller: { scope: client, identity: undefined, subject: client },
    address: '192.0.2.1',
    budget: createBudget({ nodes: 1e9, bytes: 1e9, milliseconds: 60_000 }),
    ...more,
  };
}

/** Enters and says who has run, in order. */
function running(workload: Workload) {
  const order: string[] = [];
  const permits: Permit[] = [];
  const outcomes = new Map<string, Permit | GraphQLError>();
  return {
    order,
    outcomes,
    enter(name: string, asked: Work) {
      void Promise.resolve(workload.enter(asked)).then((outcome) => {
        outcomes.set(name, outcome);
        if (outcome instanceof GraphQLError) return;
        order.push(name);
        permits.push(outcome);
      });
    },
    /** Ends what runs, one after another, until `count` have run. */
    async finishAll(count: number) {
      for (let done = 0; done < count; done += 1) {
        await until('another to run', () => permits.length > 0);
        permits.shift()?.leave();
      }
    },
  };
}

/** Lets a workload see what an operation takes. */
async function learn(workload: Workload, asked: Work, took: { nodes?: number; bytes?: number }) {
  const permit = await workload.enter(asked);
  asked.budget.charge(took.nodes ?? 0);
  asked.budget.chargeBytes(took.bytes ?? 0);
  if (!(permit instanceof GraphQLError)) permit.leave();
}

describe('an operation that is known to be small', () => {
  it('passes at once, however much waits', async () => {
    const workload = createWorkload({ limits });
    const small = work('one', 50);
    await learn(workload, small, { nodes: 50, bytes: 400 });
    const all = running(workload);
    for (const name of ['a', 'b', 'c']) all.enter(name, work('one', 10_000));
    await until('two to wait', () => workload.waiting === 2);
    expect(workload.enter({ ...small })).not.toBeInstanceOf(Promise);
    expect(workload.isLight(small.operation)).toBe(true);
  });

  it('waits no longer, where it came before anybody had seen an answer', async () => {
    const workload = createWorkload({ limits: { ...limits, valuesInFlight: 1_000 } });
    const all = running(workload);
    const same = document();
    for (const name of ['a', 'b', 'c', 'd']) all.enter(name, work(name, 3, {}, same));
    await until('three to wait', () => workload.waiting === 3);
    await all.finishAll(1);
    await until('nobody to wait', () => workload.waiting === 0);
    await until('all to run', () => all.order.length === 4);
    expect(workload.running).toBe(0);
  });

  it('waits for no large one of somebody else, where it came before anybody had seen an answer', async () => {
    const workload = createWorkload({ limits: { ...limits, valuesInFlight: 2_000 } });
    const all = running(workload);
    const same = document();
    all.enter('first', work('a', 3, {}, same));
    await until('it to run', () => all.order.length === 1);
    all.enter('busy', work('b', 1_000));
    await until('both to run', () => all.order.length === 2);
    all.enter('large', work('c', 2_000));
    all.enter('second', work('d', 3, {}, same));
    await until('two to wait', () => workload.waiting === 2);
    await all.finishAll(1);
    await until('the small one to run', () => all.order.length === 3);
    expect(all.order).toEqual(['first', 'busy', 'second']);
  });

  it('is not one whose answer nobody has seen, or that was a long text lately', async () => {
    const workload = createWorkload({ limits });
    const asked = work('one', 3);
    expect(workload.isLight(asked.operation)).toBe(false);
    await learn(workload, asked, { nodes: 3, bytes: 1_700_000 });
    expect(workload.isLight(asked.operation)).toBe(false);
  });
});

describe('large operations', () => {
  it('run together as far as their values allow, and the others when those are done', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    for (const name of ['a', 'b', 'c']) all.enter(name, work('one', 5_000));
    await until('two to run', () => all.order.length === 2);
    expect([workload.running, workload.waiting]).toEqual([10_000, 1]);
    await all.finishAll(3);
    expect([all.order, workload.running]).toEqual([['a', 'b', 'c'], 0]);
  });

  it('start one in a turn of the event loop', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    for (const name of ['a', 'b', 'c']) all.enter(name, work('one', 1_000));
    await Promise.resolve();
    await Promise.resolve();
    expect(all.order).toEqual(['a']);
    await until('all to run', () => all.order.length === 3);
  });

  it('run alone when they are larger than all may be', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    all.enter('huge', work('one', 1_000_000));
    all.enter('next', work('two', 1_000));
    await until('the huge one to run', () => all.order.length === 1);
    expect(workload.waiting).toBe(1);
    await all.finishAll(2);
    expect(all.order).toEqual(['huge', 'next']);
  });

  it('count for what they took lately, down to a part of what they might take', async () => {
    const workload = createWorkload({ limits });
    const of = document();
    await learn(workload, work('one', 10_000, {}, of), { nodes: 5 });
    // The turn that the first one began in.
    await new Promise((resolve) => setImmediate(resolve));
    await workload.enter(work('one', 10_000, {}, of));
    expect(workload.running).toBe(10_000 / 16);
  });

  it('count for what they have produced as soon as that is more than they were believed to take', async () => {
    const workload = createWorkload({ limits });
    const asked = document();
    // A document that has answered nothing so far is believed to take a sixteenth of its estimate.
    await learn(workload, work('ada', 9_600, {}, asked), { nodes: 0 });
    const known = document();
    await learn(workload, work('ben', 90, {}, known), { nodes: 90 });
    await new Promise((resolve) => setImmediate(resolve));
    const order = running(workload);
    const first = work('ada', 9_600, {}, asked);
    order.enter('first', first);
    await until('the first to run', () => order.order.length === 1);
    expect(workload.running).toBe(600);
    first.budget.charge(9_600);
    expect(workload.running).toBe(9_600);
    order.enter('second', work('ada', 9_600, {}, asked));
    order.enter('small', work('ben', 90, {}, known));
    await until('the small one to run', () => order.order.length === 2);
    expect(order.order).toEqual(['first', 'small']);
    await order.finishAll(3);
    expect(order.order).toEqual(['first', 'small', 'second']);
    expect(workload.running).toBe(0);
  });
});

describe('clients that wait', () => {
  it('have their turn one after another, whoever has asked for most', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    all.enter('runs', work('greedy', 10_000));
    for (const name of ['g1', 'g2', 'g3']) all.enter(name, work('greedy', 10_000));
    all.enter('m1', work('modest', 10_000));
    all.enter('l1', work('late', 10_000));
    await all.finishAll(6);
    expect(all.order).toEqual(['runs', 'g1', 'm1', 'l1', 'g2', 'g3']);
  });

  it('may have so much waiting each, and so much together', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    all.enter('runs', work('zero', 10_000));
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) all.enter(name, work('a', 10_000));
    for (const name of ['b1', 'b2', 'b3']) all.enter(name, work('b', 10_000));
    await until('two refusals', () => all.outcomes.size === 3);
    expect(all.outcomes.get('a5')).toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfterMs: limits.waitMs },
    });
    expect(all.outcomes.get('b3')).toMatchObject({
      extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterMs: limits.waitMs },
    });
    await all.finishAll(7);
    expect(workload.waiting).toBe(0);
  });

  it('are told when they have waited too long', async () => {
    const workload = createWorkload({ limits: { ...limits, waitMs: 1 } });
    const all = running(workload);
    all.enter('runs', work('one', 10_000));
    all.enter('waits', work('two', 10_000));
    await until('the refusal', () => all.outcomes.has('waits'));
    expect(all.outcomes.get('waits')).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    expect(workload.waiting).toBe(0);
  });

  it('are not waited for when they have gone', async () => {
    const workload = createWorkload({ limits });
    const all = running(workload);
    const gone = serviceUnavailable('gone');
    const leaving = work('two', 10_000);
    all.enter('runs', work('one', 10_000));
    all.enter('leaves', leaving);
    leaving.budget.abort(gone);
    await until('the end of waiting', () => all.outcomes.has('leaves'));
    expect([all.outcomes.get('leaves'), workload.waiting]).toEqual([gone, 0]);
  });

  it('wait while their address leaves too much unread, and nobody waits for them', async () => {
    const behind = new Set(['192.0.2.7']);
    const workload = createWorkload({ limits, isBehind: (address) => behind.has(address) });
    const all = running(workload);
    all.enter('slow', work('slow', 1_000, { address: '192.0.2.7' }));
    all.enter('other', work('other', 1_000));
    await until('the other to run', () => all.order.length === 1);
    expect([all.order, workload.waiting]).toEqual([['other'], 1]);
    behind.clear();
    await until('the slow one to run', () => all.order.length === 2);
  });
});

describe('large answers', () => {
  it('are written one in a turn of the event loop, small ones at once', async () => {
    const workload = createWorkload({ limits });
    const written: number[] = [];
    for (const one of [1, 2, 3]) void workload.turnToWrite(1_000_000)?.then(() => written.push(one));
    expect(workload.turnToWrite(1_000)).toBeUndefined();
    await Promise.resolve();
    await Promise.resolve();
    expect(written).toEqual([1]);
    await until('all to be written', () => written.length === 3);
    expect(written).toEqual([1, 2, 3]);
  });
});
