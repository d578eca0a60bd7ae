import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { watchBacklog } from '../inbox/backlog.ts';
import { newId } from '../kernel/ids.ts';
import type { Database, SqlValue } from '../postgres/database.ts';
import type { Job } from '../service/service.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { barrier } from '../testing/barrier.ts';
import { Crash, crashAtPoint, crashInTransaction } from '../testing/crash.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import { type OrderState, orderSaga, type Receivers, receivers } from '../testing/order-saga.ts';
import { type TestClock, testClock } from '../testing/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { withinBound } from '../timing/bounded-work.ts';
import type { SagaRow } from './saga.ts';
import { createSagaDriver, type SagaDriver } from './saga-driver.ts';
import {
  findSaga,
  insertSaga,
  LEASE_MS,
  lockSaga,
  resumeParkedSaga,
  SagaTakenOver,
  saveSaga,
} from './saga-store.ts';
import { type StepObserver, silentObserver } from './step-observer.ts';

let test: TestDatabase;
let clock: TestClock;
let outside: Receivers;
beforeAll(async () => {
  test = await createTestDatabase({
    migrations: [
      {
        name: '0001-orders',
        up: `create table order_log (id bigint generated always as identity, order_id uuid, phase_before text,
               phase_after text, unique (order_id, phase_after))`,
      },
    ],
  });
});
beforeEach(async () => {
  await test.database.sql('truncate sagas, order_log');
  clock = testClock();
  outside = receivers();
});
afterAll(() => test.drop());

interface DriverOptions {
  readonly observer?: StepObserver;
  readonly database?: Database;
  readonly logger?: typeof silentLogger;
}

function driver({
  observer = silentObserver,
  database = test.database,
  logger = silentLogger,
}: DriverOptions = {}) {
  return createSagaDriver({ database, definitions: [orderSaga(outside)], observer, clock, logger });
}

async function begin(changes: Partial<OrderState> = {}): Promise<string> {
  const id = newId();
  const at = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();
  const state: OrderState = {
    orderId: id,
    phase: 'reserving',
    chargeAt: at(0),
    deadline: at(60_000),
    compensate: [],
    ...changes,
  };
  await test.database.transaction((tx) => insertSaga(tx, { id, type: 'order', state }));
  return id;
}

async function runJobs(...drivers: readonly SagaDriver[]): Promise<void> {
  for (const job of drivers.flatMap((each) => each.jobs)) await untilIdle(job);
}

async function untilIdle(job: Job): Promise<void> {
  while ((await job.run({ now: clock.now() })) > 0);
}

function jobOf({ jobs }: SagaDriver, name: string): Job {
  const job = jobs.find((each) => each.name === name);
  if (!job) throw new Error(`expected a job ${name}`);
  return job;
}

async function sagaOf(id: string): Promise<SagaRow<OrderState>> {
  const row = await findSaga<OrderState>(test.database, id);
  if (!row) throw new Error('expected the saga to be stored');
  return row;
}

async function phasesOf(id: string): Promise<string[]> {
  const rows = await test.database.sql<{ phase: string }>(
    'select phase_after as phase from order_log where order_id = $1 order by id',
    [id],
  );
  return rows.map((row) => row.phase);
}

const effectsOf = (id: string) => [...(outside.done.get(id) ?? [])].sort();

describe('a saga', () => {
  it('runs inline to its end, storing only what it says is a commit point', async () => {
    const id = await begin();
    const row = await driver().run(id);
    expect(row).toMatchObject({ step: 'done', wakeAt: null, failures: 0, version: 4 });
    expect(outside.calls).toEqual(['reserve', 'charge', 'ship']);
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
  });

  it('tells the observer before and after every step, in order', async () => {
    const observer = crashAtPoint(0);
    const id = await begin();
    await driver({ observer }).run(id);
    expect(observer.points.map(({ step, moment }) => `${moment} ${step}`)).toEqual([
      'before reserve',
      'after reserve',
      'before charge',
      'after charge',
      'before ship',
      'after ship',
    ]);
    expect(observer.points[0]).toEqual({ saga: 'order', sagaId: id, step: 'reserve', moment: 'before' });
  });

  it('compensates in order what was done when a step is refused', async () => {
    outside.declines.add('charge');
    const id = await begin();
    await driver().run(id);
    expect(outside.calls).toEqual(['reserve', 'charge', 'refund', 'release']);
    expect(await phasesOf(id)).toEqual(['resting', 'compensating', 'cancelled']);
    expect(effectsOf(id)).toEqual(['no charged', 'no reserved']);
  });

  it('does nothing when it is run again after its end', async () => {
    const id = await begin();
    await driver().run(id);
    await driver().run(id);
    await runJobs(driver());
    expect(outside.calls).toEqual(['reserve', 'charge', 'ship']);
  });
});

describe('a timer', () => {
  it('lets the saga rest, and is kept when its time has come', async () => {
    const id = await begin({ chargeAt: new Date(clock.now().getTime() + 20_000).toISOString() });
    const resting = await driver().run(id);
    expect(resting).toMatchObject({ step: 'waiting' });
    expect(resting.wakeAt?.toISOString()).toBe(resting.state && (await sagaOf(id)).state.chargeAt);
    await runJobs(driver());
    expect(outside.calls).toEqual(['reserve']);
    clock.moveOn(20_001);
    await runJobs(driver());
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
  });

  it('is handed to one of several drivers only', async () => {
    const ids = await Promise.all(
      Array.from({ length: 30 }, () => begin({ phase: 'charging', chargeAt: clock.now().toISOString() })),
    );
    clock.moveOn(LEASE_MS + 1_000);
    await Promise.all([driver(), driver(), driver()].map((each) => runJobs(each)));
    expect(outside.calls.filter((call) => call === 'charge')).toHaveLength(ids.length);
    for (const id of ids) expect(await phasesOf(id)).toEqual(['shipping', 'shipped']);
  });
});

describe('an outage', () => {
  it('is retried after 1 s, doubling up to 30 s, without losing what was reached', async () => {
    outside.outages.set('charge', 'down');
    const id = await begin({ deadline: new Date(clock.now().getTime() + 3_600_000).toISOString() });
    await driver().run(id);
    const pauses: number[] = [];
    for (let failures = 1; failures <= 7; failures += 1) {
      const row = await sagaOf(id);
      expect(row).toMatchObject({ failures, step: 'charge' });
      const pauseMs = Number(row.wakeAt) - clock.now().getTime();
      pauses.push(Math.round(pauseMs / 1_000));
      clock.moveOn(pauseMs + 50);
      await runJobs(driver());
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
    outside.outages.clear();
    clock.moveOn(30_100);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done', failures: 0 });
    expect(outside.calls.filter((call) => call === 'reserve')).toHaveLength(1);
  });

  it('begins with a pause of 1 s again when a step has been answered since the one before', async () => {
    outside.outages.set('charge', 'down');
    const id = await begin();
    await driver().run(id);
    outside.outages.clear();
    outside.outages.set('ship', 'down');
    clock.moveOn(1_100);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'ship', failures: 1 });
  });

  it('is not waited for beyond the deadline: then all that may have been done is compensated', async () => {
    outside.outages.set('charge', 'lost');
    const id = await begin({ deadline: new Date(clock.now().getTime() + 1_500).toISOString() });
    await driver().run(id);
    clock.moveOn(1_100);
    await runJobs(driver());
    // The next try would come 2 s later; the deadline is 0.4 s away, and the saga is looked at again then.
    clock.moveOn(500);
    await runJobs(driver());
    expect(await phasesOf(id)).toEqual(['resting', 'compensating', 'cancelled']);
    expect(effectsOf(id)).toEqual(['no charged', 'no reserved']);
  });

  it('of whoever asked hands the saga to a job at once, not when its lease is over', async () => {
    const bound = new AbortController();
    outside.outages.set('charge', 'lost');
    outside.beforeAnswer = (step) => {
      if (step === 'charge') bound.abort();
    };
    const id = await begin();
    const row = await withinBound(bound, () => driver().run(id));
    expect(row).toMatchObject({ step: 'charge', failures: 1 });
    outside.outages.clear();
    clock.moveOn(1_100);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done', failures: 0 });
  });

  it('in compensating is retried until it passes', async () => {
    outside.declines.add('charge');
    outside.outages.set('release', 'down');
    const id = await begin();
    await driver().run(id);
    expect(await sagaOf(id)).toMatchObject({ step: 'release', failures: 1, parkedAt: null });
    outside.outages.clear();
    clock.moveOn(1_100);
    await runJobs(driver());
    expect(await phasesOf(id)).toEqual(['resting', 'compensating', 'cancelled']);
  });
});

describe('a refused compensation', () => {
  it('parks the saga with its cause, loudly, and goes on when a person resumes it', async () => {
    outside.declines.add('charge').add('refund');
    const error = jest.fn();
    const id = await begin();
    const row = await driver({ logger: { ...silentLogger, error } }).run(id);
    expect(row).toMatchObject({ step: 'refund', wakeAt: null, parkedCause: 'the bank keeps the money' });
    expect(row.parkedAt).toBeInstanceOf(Date);
    expect(error).toHaveBeenCalledTimes(1);

    clock.moveOn(3_600_000);
    await runJobs(driver());
    expect(outside.calls.filter((call) => call === 'refund')).toHaveLength(1);

    outside.declines.delete('refund');
    expect(await resumeParkedSaga(test.database, id)).toBe(true);
    expect(await resumeParkedSaga(test.database, id)).toBe(false);
    await runJobs(driver());
    expect(await phasesOf(id)).toEqual(['resting', 'compensating', 'cancelled']);
  });
});

describe('a step that hangs', () => {
  it('delays no timer: 200 sagas hang in one subgraph while others expire', async () => {
    const mayAnswer = Promise.withResolvers<void>();
    outside.beforeAnswer = async (step) => {
      if (step === 'charge') await mayAnswer.promise;
    };
    const hanging = await Promise.all(Array.from({ length: 200 }, () => begin({ phase: 'charging' })));
    const resting = await begin({
      phase: 'resting',
      chargeAt: new Date(clock.now().getTime() + 5_000).toISOString(),
      deadline: new Date(clock.now().getTime() + 5_000).toISOString(),
    });
    await test.database.sql("update sagas set step = 'waiting', lease_owner = null where id = $1", [resting]);
    clock.moveOn(LEASE_MS + 1_000);
    const one = driver();
    const steps = jobOf(one, 'carry-on-saga-steps');
    expect(await steps.run({ now: clock.now() })).toBe(1);
    expect(outside.calls.filter((call) => call === 'charge').length).toBeGreaterThan(0);

    await untilIdle(jobOf(one, 'carry-on-saga-timers'));
    expect(await phasesOf(resting)).toContain('compensating');
    expect(await phasesOf(hanging[0] ?? '')).toEqual([]);

    mayAnswer.resolve();
    await untilIdle(steps);
    await steps.drain?.();
    for (const id of hanging) expect(await sagaOf(id)).toMatchObject({ step: 'done' });
  });

  it('keeps one slot, not the batch: the others go on beside it', async () => {
    const mayAnswer = Promise.withResolvers<void>();
    let isFirst = true;
    outside.beforeAnswer = async (step) => {
      if (step !== 'charge' || !isFirst) return;
      isFirst = false;
      await mayAnswer.promise;
    };
    const ids = await Promise.all(Array.from({ length: 60 }, () => begin({ phase: 'charging' })));
    clock.moveOn(LEASE_MS + 1_000);
    const one = driver();
    const steps = jobOf(one, 'carry-on-saga-steps');
    const doneSagas = async () => (await test.database.sql("select 1 from sagas where step = 'done'")).length;
    while ((await doneSagas()) < ids.length - 1) await steps.run({ now: clock.now() });
    mayAnswer.resolve();
    await untilIdle(steps);
    expect(await doneSagas()).toBe(ids.length);
  });

  it('is waited for when the driver stops', async () => {
    const mayAnswer = Promise.withResolvers<void>();
    outside.beforeAnswer = () => mayAnswer.promise;
    const id = await begin();
    clock.moveOn(LEASE_MS + 1_000);
    const steps = jobOf(driver(), 'carry-on-saga-steps');
    await steps.run({ now: clock.now(), signal: AbortSignal.abort() });
    const drained = steps.drain?.();
    mayAnswer.resolve();
    await drained;
    expect(await sagaOf(id)).toMatchObject({ step: 'done' });
  });
});

describe('a saga that throws the same again and again', () => {
  it('is parked after ten tries, with what it threw, and goes on when a person resumes it', async () => {
    outside.faults.set('charge', 'cannot read properties of undefined');
    const id = await begin({ deadline: new Date(clock.now().getTime() + 36_000_000).toISOString() });
    await driver().run(id);
    for (let tries = 1; tries < 10; tries += 1) {
      expect(await sagaOf(id)).toMatchObject({ faults: tries, parkedAt: null });
      clock.moveOn(31_000);
      await runJobs(driver());
    }
    expect(await sagaOf(id)).toMatchObject({
      wakeAt: null,
      parkedCause: 'cannot read properties of undefined',
    });
    outside.faults.clear();
    await resumeParkedSaga(test.database, id);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done', faults: 0 });
  });

  it('is not parked by an outage, however long it lasts', async () => {
    outside.outages.set('charge', 'down');
    const id = await begin({ deadline: new Date(clock.now().getTime() + 36_000_000).toISOString() });
    await driver().run(id);
    for (let tries = 1; tries < 30; tries += 1) {
      clock.moveOn(31_000);
      await runJobs(driver());
    }
    expect(await sagaOf(id)).toMatchObject({ failures: 30, faults: 0, parkedAt: null });
  });

  it('is parked as well when it is its commit that throws', async () => {
    const id = await begin();
    const broken = (): Database => ({
      ...test.database,
      transaction: (work) =>
        test.database.transaction((tx) =>
          work({
            ...tx,
            sql: (text, params) => {
              if (text.includes('order_log')) throw new Error('column "phase_after" is no more');
              return tx.sql(text, params);
            },
          }),
        ),
    });
    await driver({ database: broken() }).run(id);
    for (let tries = 1; tries < 10; tries += 1) {
      clock.moveOn(31_000);
      await runJobs(driver({ database: broken() }));
    }
    expect(await sagaOf(id)).toMatchObject({ parkedCause: 'column "phase_after" is no more' });
  });
});

/** A node of a plan, as far as it matters here. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * By which indexes a plan finds its rows of sagas: their names, and "all of them" where it reads the whole table. What
 * is then looked up by its primary key, row by row, is left out.
 */
function waysToRead(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(waysToRead);
  if (node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'sagas') return ['all of them', ...below];
  const index = node['Index Name'];
  return index?.startsWith('sagas_') && index !== 'sagas_pkey' ? [index, ...below] : below;
}

describe('age', () => {
  it('of a million sagas that are done slows no job: what each asks is found by an index', async () => {
    // In pieces, each far below what a statement may take; with names in order, which are quickly indexed.
    for (let first = 1; first < 1_000_000; first += 50_000) {
      await test.database.sql(
        `insert into sagas (id, type, step, state, updated_at)
         select lpad(to_hex(n), 32, '0')::uuid, 'order', 'done', '{}', now() - n * interval '2 seconds'
         from generate_series($1::int, $1::int + 49999) n`,
        [first],
      );
    }
    await test.database.sql('analyze sagas');
    const asked: (readonly [string, readonly SqlValue[] | undefined])[] = [];
    const listening: Database = {
      ...test.database,
      sql(text, params) {
        asked.push([text, params]);
        return test.database.sql(text, params);
      },
    };
    await runJobs(driver({ database: listening }));
    await watchBacklog({ subgraph: 'tickets', database: listening, bus: memoryBus(), consumers: [] }).job.run(
      {
        now: clock.now(),
      },
    );

    const plans = new Map<string, string[]>();
    for (const [text, params] of asked.filter(([sql]) => /\bsagas\b/.test(sql))) {
      const [row] = await test.database.sql<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
        `explain (format json) ${text}`,
        params,
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      plans.set(text, plan ? waysToRead(plan) : ['no plan']);
    }
    expect(plans.size).toBe(5);
    expect(new Set([...plans.values()].flat())).toEqual(
      new Set(['sagas_timers', 'sagas_steps', 'sagas_leased', 'sagas_parked', 'sagas_done_by_age']),
    );
  });

  it('removes what has been done for a month, and nothing that is open or parked', async () => {
    const open = await begin({ chargeAt: new Date(clock.now().getTime() + 20_000).toISOString() });
    const parked = await begin();
    const done = await begin();
    await driver().run(done);
    await test.database.sql(
      "update sagas set wake_at = null, lease_owner = null, parked_at = now(), parked_cause = 'x' where id = $1",
      [parked],
    );
    const left = async () =>
      (await test.database.sql<{ id: string }>('select id from sagas')).map(({ id }) => id).sort();
    const prune = jobOf(driver(), 'prune-sagas');
    await prune.run({ now: clock.now() });
    expect(await left()).toEqual([open, parked, done].sort());
    await test.database.sql("update sagas set updated_at = now() - interval '31 days'");
    expect(await prune.run({ now: clock.now() })).toBe(1);
    expect(await left()).toEqual([open, parked].sort());
  });
});

describe('a crash', () => {
  const endings = [
    {
      way: 'forward',
      declines: [],
      points: 6,
      phases: ['resting', 'shipping', 'shipped'],
      effects: ['charged', 'reserved', 'shipped'],
    },
    {
      way: 'backward',
      declines: ['charge'],
      points: 8,
      phases: ['resting', 'compensating', 'cancelled'],
      effects: ['no charged', 'no reserved'],
    },
  ];
  const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

  async function expectEnding(id: string, { phases, effects }: (typeof endings)[number]): Promise<void> {
    clock.moveOn(LEASE_MS + 1_000);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done', wakeAt: null });
    expect(await phasesOf(id)).toEqual(phases);
    expect(effectsOf(id)).toEqual(effects);
  }

  for (const ending of endings) {
    it.each(range(ending.points))(`at point %i on the way ${ending.way} is survived`, async (point) => {
      for (const step of ending.declines) outside.declines.add(step);
      const id = await begin();
      const dying = driver({ observer: crashAtPoint(point) }).run(id);
      await expect(dying).rejects.toBeInstanceOf(Crash);
      await expectEnding(id, ending);
    });

    for (const moment of ['before commit', 'after commit'] as const) {
      it.each(range(3))(`${moment} %i on the way ${ending.way} is survived`, async (transaction) => {
        for (const step of ending.declines) outside.declines.add(step);
        const id = await begin();
        const database = crashInTransaction(test.database, transaction, moment);
        await expect(driver({ database }).run(id)).rejects.toBeInstanceOf(Crash);
        await expectEnding(id, ending);
      });
    }
  }

  it('is not noticed before the lease of the dead process is over', async () => {
    const id = await begin();
    await expect(driver({ observer: crashAtPoint(1) }).run(id)).rejects.toBeInstanceOf(Crash);
    await runJobs(driver());
    expect(outside.calls).toEqual([]);
    clock.moveOn(LEASE_MS + 1_000);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done' });
  });
});

describe('a saga whose process is gone', () => {
  it('is taken over at once, though its lease is not over', async () => {
    const id = await begin();
    await expect(driver({ observer: crashAtPoint(3) }).run(id)).rejects.toBeInstanceOf(Crash);
    await test.database.sql("update sagas set lease_owner = 'parterre-of-yesterday' where id = $1", [id]);
    await runJobs(driver());
    expect(await sagaOf(id)).toMatchObject({ step: 'done' });
  });

  it('is taken over by one driver: the next finds it in the hands of a process that lives', async () => {
    const mayAnswer = Promise.withResolvers<void>();
    outside.beforeAnswer = () => mayAnswer.promise;
    const id = await begin({ phase: 'charging' });
    await test.database.sql("update sagas set lease_owner = 'parterre-of-yesterday' where id = $1", [id]);
    const jobs = [driver(), driver()].map((each) => jobOf(each, 'carry-on-saga-steps'));
    for (const job of jobs) await job.run({ now: clock.now() });
    expect(outside.calls).toEqual(['charge']);
    mayAnswer.resolve();
    for (const job of jobs) await job.drain?.();
    expect(await sagaOf(id)).toMatchObject({ step: 'done' });
  });

  it('is left alone while it only rests', async () => {
    const id = await begin({ chargeAt: new Date(clock.now().getTime() + 5_000).toISOString() });
    await driver().run(id);
    expect(await test.database.sql('select lease_owner from sagas where id = $1', [id])).toEqual([
      { lease_owner: null },
    ]);
    outside.calls.length = 0;
    await runJobs(driver());
    expect(outside.calls).toEqual([]);
  });
});

describe('two drivers with one saga', () => {
  it('never both commit: the slow one finds out, and tells what the other one made of it', async () => {
    const id = await begin();
    const charged = barrier(2);
    const mayAnswer = Promise.withResolvers<void>();
    outside.beforeAnswer = async (step) => {
      if (step !== 'charge' || outside.calls.filter((call) => call === 'charge').length > 1) return;
      await charged();
      await mayAnswer.promise;
    };
    const slow = driver().run(id);
    await charged();
    clock.moveOn(LEASE_MS + 1_000);
    await runJobs(driver());
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
    mayAnswer.resolve();
    expect(await slow).toMatchObject({ step: 'done' });
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
    expect(outside.calls.filter((call) => call === 'ship')).toHaveLength(1);
  });

  it('store nothing through the slow one from the moment when the other takes over, though it has not stored yet', async () => {
    const id = await begin();
    const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const charges = () => outside.calls.filter((call) => call === 'charge').length;
    outside.beforeAnswer = async (step) => {
      if (step === 'charge') await answers[charges() - 1]?.promise;
    };
    const slow = driver().run(id);
    await until('the first to charge', () => charges() === 1);
    clock.moveOn(LEASE_MS + 1_000);
    const carriesOn = jobOf(driver(), 'carry-on-saga-timers');
    await carriesOn.run({ now: clock.now() });
    await until('the second to charge', () => charges() === 2);
    answers[0]?.resolve();
    await slow;
    expect(await phasesOf(id)).toEqual(['resting']);
    answers[1]?.resolve();
    await carriesOn.drain?.();
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
  });

  it('compensate an answer that comes after the deadline', async () => {
    const id = await begin({ deadline: new Date(clock.now().getTime() + 10_000).toISOString() });
    const charged = barrier(2);
    const mayAnswer = Promise.withResolvers<void>();
    outside.beforeAnswer = async (step) => {
      if (step !== 'charge') return;
      await charged();
      await mayAnswer.promise;
    };
    const slow = driver().run(id);
    await charged();
    expect(effectsOf(id)).toContain('charged');
    clock.moveOn(LEASE_MS + 1_000);
    await runJobs(driver());
    mayAnswer.resolve();
    expect((await slow).state).toMatchObject({ phase: 'cancelled' });
    expect(await phasesOf(id)).toEqual(['resting', 'compensating', 'cancelled']);
    expect(effectsOf(id)).toEqual(['no charged', 'no reserved']);
  });
});

describe('a stored saga', () => {
  it('is not saved over a change that its holder has not seen', async () => {
    const id = await begin();
    const seen = await sagaOf(id);
    const save = () => test.database.transaction((tx) => saveSaga(tx, seen, { state: seen.state }));
    await save();
    await expect(save()).rejects.toBeInstanceOf(SagaTakenOver);
  });

  it('is locked for whoever wants to change it', async () => {
    const id = await begin({ chargeAt: new Date(clock.now().getTime() + 20_000).toISOString() });
    await driver().run(id);
    await test.database.transaction(async (tx) => {
      const row = await lockSaga<OrderState>(tx, id);
      if (!row) throw new Error('expected the saga to be there');
      await saveSaga(tx, row, { state: { ...row.state, phase: 'charging' }, step: 'charge' });
    });
    await driver().run(id);
    expect(await phasesOf(id)).toEqual(['resting', 'shipping', 'shipped']);
  });
});
