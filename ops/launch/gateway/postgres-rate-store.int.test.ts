import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryRateStore, type RatePolicy } from '@parterre/gateway/rates/rate-store.ts';
import { createRates } from '@parterre/gateway/rates/rates.ts';
import { admittedOperation } from '@parterre/gateway/testing/admitted-operation.ts';
import { rateStoreConformance } from '@parterre/gateway/testing/rate-store-conformance.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import { type Logger, silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { metricValue } from '@parterre/platform/testing/metric-value.ts';
import { swallowingProxy } from '@parterre/platform/testing/swallowing-proxy.ts';
import {
  createEmptyDatabase,
  dropDatabase,
  interruptDatabase,
} from '@parterre/platform/testing/test-database.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { Client } from 'pg';
import { rateLimits, rateRules } from '../rate-rules.ts';
import { openPostgresRateStore, type PostgresRateStore } from './postgres-rate-store.ts';
import { openRateDatabase, type RateDatabaseOptions } from './rate-database.ts';

const policy: RatePolicy = { name: 'guesses', points: 3, durationMs: 3_600_000 };

let database: { readonly name: string; readonly url: string };
let parts: AsyncDisposableStack;
let warnings: string[];
const logger: Logger = { ...silentLogger, warn: (_, message) => void warnings.push(message) };

async function prepare(): Promise<void> {
  parts = new AsyncDisposableStack();
  warnings = [];
  database = await createEmptyDatabase();
  const { name } = database;
  parts.defer(() => dropDatabase(name));
}

/** The store of one more gateway; more patient than one that serves, so that a busy machine is no database that is away. */
async function open(options: Partial<RateDatabaseOptions> = {}): Promise<PostgresRateStore> {
  const store = await openPostgresRateStore({ url: database.url, logger, patienceMs: 30_000, ...options });
  parts.defer(() => store.close());
  return store;
}

async function sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function elapse(ms: number): Promise<void> {
  await sql(`update rates set ends_at = ends_at - $1 * interval '1 millisecond'`, [ms]);
}

rateStoreConformance('in PostgreSQL', async () => {
  await prepare();
  return {
    store: await open(),
    elapse,
    async close() {
      await parts.disposeAsync();
      // What was kept was kept by the database, not by the memory that stands in for it.
      expect(warnings).toEqual([]);
    },
  };
});

describe('gateways with one database', () => {
  beforeEach(prepare);
  afterEach(() => parts.disposeAsync());

  it('refuse the eleventh login to an account, whichever was asked', async () => {
    const gateways = await Promise.all(
      [1, 2].map(async () =>
        createRates({
          rules: rateRules,
          store: createMemoryRateStore(),
          sharedStore: await open(),
          ...rateLimits,
        }),
      ),
    );
    const query = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
    const guess = async (at: number, login: string) => {
      const operation = admittedOperation(query, { input: { login, password: 'x' } });
      const caller = { scope: 'anonymous', identity: null };
      const verdict = await gateways[at % 2]?.admit({ address: '192.0.2.1', caller, operation });
      if (verdict?.kind === 'allowed') await verdict.settle({ login: { user: null } });
      return verdict?.kind;
    };
    for (let at = 0; at < 10; at += 1) expect([at, await guess(at, 'ann')]).toEqual([at, 'allowed']);
    for (let at = 10; at < 12; at += 1) expect(await guess(at, 'ann')).toBe('limited');
    expect(await guess(12, 'ben')).toBe('allowed');
  });

  it('take no more at the same time than there is, and what is refused takes nothing meanwhile', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const large = Array.from({ length: 40 }, (_, at) => (at % 2 ? one : other).take(policy, 'a', 2));
    expect((await Promise.all(large)).filter(({ isTaken }) => isTaken)).toHaveLength(1);
    const refused = Array.from({ length: 40 }, (_, at) => (at % 2 ? one : other).take(policy, 'a', 2));
    const small = one.take(policy, 'a', 1);
    expect((await Promise.all(refused)).filter(({ isTaken }) => isTaken)).toHaveLength(0);
    expect(await small).toMatchObject({ isTaken: true, remaining: 0 });
    expect(warnings).toEqual([]);
  });

  it('tell the database no address, and delete windows that have ended alone', async () => {
    const store = await open({ pruneEveryMs: 10 });
    await store.take(policy, '192.0.2.1', 1);
    await elapse(policy.durationMs);
    await store.take(policy, '192.0.2.2', 1);
    const keys = async () => (await sql<{ key: string }>('select key from rates')).map(({ key }) => key);
    await until('the window that has ended to be deleted', async () => (await keys()).length === 1);
    expect(await keys()).toEqual([expect.stringMatching(/^guesses [\w-]{43}$/)]);
    expect(await store.take(policy, '192.0.2.2', 3)).toMatchObject({ isTaken: false, remaining: 2 });
  });

  it('are not kept from it by what clients send', async () => {
    const store = await open();
    for (const points of [1e12, Number.POSITIVE_INFINITY, Number.NaN, 3.5]) {
      expect(await store.take(policy, 'a', points)).toMatchObject({ isTaken: false, remaining: 3 });
    }
    expect(await store.take(policy, 'a', 1.5)).toMatchObject({ isTaken: true, remaining: 1 });
    expect(await store.take(policy, 'a\0b', 1)).toMatchObject({ isTaken: true });
    expect(await store.take(policy, 'x'.repeat(100_000), 1)).toMatchObject({ isTaken: true });
    expect(warnings).toEqual([]);
  });
});

describe('a gateway whose database is away', () => {
  beforeEach(prepare);
  afterEach(() => parts.disposeAsync());

  const untilTogether = () =>
    until('gateways to count together', async () => (await metricValue(unshared)) === 0);
  const unshared = 'parterre_gateway_rates_unshared';

  it('counts by itself, says so once, and counts together again when it is back', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.take(policy, 'a', 3);
    const restore = await interruptDatabase(database.name);
    for (const isTaken of [true, true, true, false]) {
      expect(await one.take(policy, 'a', 1)).toMatchObject({ isTaken });
    }
    await one.giveBack(policy, 'a', 1);
    expect(await one.take(policy, 'a', 1)).toMatchObject({ isTaken: true });
    expect(warnings).toHaveLength(1);
    expect(await metricValue(unshared)).toBe(1);
    await restore();
    await untilTogether();
    // The table was emptied by no crash: what was counted before counts still.
    expect(await one.take(policy, 'a', 1)).toMatchObject({ isTaken: false });
    await until('the other one to be back', async () => !(await other.take(policy, 'a', 1)).isTaken);
  });

  it('starts, and counts together as soon as it is there', async () => {
    const restore = await interruptDatabase(database.name);
    const store = await open();
    expect(await store.take(policy, 'a', 3)).toMatchObject({ isTaken: true });
    expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: false });
    expect(warnings).toHaveLength(1);
    await restore();
    await untilTogether();
    const other = await open();
    expect(await store.take(policy, 'a', 3)).toMatchObject({ isTaken: true });
    expect(await other.take(policy, 'a', 1)).toMatchObject({ isTaken: false });
  });

  it('counts nothing twice: what would come to the database too late stays in memory', async () => {
    const store = await open({ patienceMs: 1_000 });
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table rates');
    // Four connections wait for the table, and all others for a connection.
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const taken of await Promise.all(keys.map((key) => store.take(policy, key, 3)))) {
      expect(taken).toMatchObject({ isTaken: true });
    }
    await holder.end();
    await untilTogether();
    const { length: counted } = await sql('select from rates');
    expect(counted).toBeLessThanOrEqual(4);
    const other = await open();
    expect(await other.take(policy, 'h', 3)).toMatchObject({ isTaken: true });
  });

  it('is not away while statements wait for a connection of ours', async () => {
    const rates = await openRateDatabase({ url: database.url, logger, patienceMs: 1_500 });
    parts.defer(() => rates.close());
    const short = statement<{ slept: string }>('select pg_sleep(0.02)::text as slept');
    // Each statement takes a moment, four at a time; all together they take longer than anybody waits.
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        rates.ask(async (run) => {
          for (let count = 0; count < 10; count += 1) await run(short, []);
          return [];
        }),
      ),
    );
    expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(0);
    expect(await rates.ask((run) => run(short, []))).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it('keeps no login waiting for a database that says nothing', async () => {
    const proxy = await swallowingProxy(database.url);
    parts.defer(() => proxy.close());
    const store = await open({ url: proxy.url, patienceMs: 1_000 });
    await untilTogether();
    warnings = [];
    proxy.swallow();
    // However long the silence lasts: these end.
    const first = Array.from({ length: 20 }, () => store.take(policy, 'a', 1));
    expect((await Promise.all(first)).filter(({ isTaken }) => isTaken)).toHaveLength(3);
    // And from now on nobody waits at all.
    let isDecided = false;
    void store.take(policy, 'b', 1).then(() => {
      isDecided = true;
    });
    await turn();
    expect(isDecided).toBe(true);
    expect(warnings).toHaveLength(1);
    proxy.restore();
    await untilTogether();
    const other = await open();
    expect(await other.take(policy, 'a', 3)).toMatchObject({ isTaken: true });
    expect(await store.take(policy, 'a', 1)).toMatchObject({ isTaken: false });
  });
});
