import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defineEntity, p, raw } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { barrier } from '../testing/barrier.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { outsideOfBounds, withinBound } from '../timing/bounded-work.ts';
import type { Database } from './database.ts';
import { DatabaseCancelled, DatabaseOutage } from './errors.ts';

const Note = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: { id: p.integer().primary(), text: p.text() },
});
const migrations = [
  {
    name: '0001-notes',
    up: `create table notes (id int primary key, text text not null);
         create table slow_ends (id int primary key);
         create function sleep_at_end() returns trigger language plpgsql as
           $$ begin perform pg_sleep(0.3); return null; end $$;
         create constraint trigger slow after insert on slow_ends deferrable initially deferred
           for each row execute function sleep_at_end()`,
  },
];
const POOL = 2;
/** Far longer than any test: what ends sooner was cancelled. statement_timeout is 10 s. */
const SLEEP = 'select pg_sleep(9)';
let test: TestDatabase;
let database: Database;
let observer: Client;

beforeAll(async () => {
  test = await createTestDatabase({ entities: [Note], migrations, poolSize: POOL });
  database = test.database;
  observer = new Client({ connectionString: test.url });
  await observer.connect();
});
afterEach(async () => {
  // Whatever a test cancelled: nothing runs on, nothing is held, and every connection of the pool is good.
  await until('an idle database', async () => (await running('%')) === 0);
  const all = Array.from({ length: POOL * 3 }, () => database.transaction((tx) => tx.sql('select 1 as one')));
  expect(await Promise.all(all)).toEqual(Array.from({ length: POOL * 3 }, () => [{ one: 1 }]));
  await observer.query('truncate notes, slow_ends');
});
afterAll(async () => {
  await observer.end();
  await test.drop();
});

describe('when the bound of a request ends', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a raw statement', () => database.sql(SLEEP)],
    ['a query by entities', () => database.em().find(Note, { [raw('pg_sleep(9)::text')]: 'slept' })],
    [
      'a query builder',
      () => database.em().createQueryBuilder(Note).where('pg_sleep(9)::text = ?', ['slept']).getResultList(),
    ],
    ['a transaction', () => database.transaction((tx) => tx.sql(SLEEP))],
    ['a transaction of entities', () => database.em().transactional((em) => em.execute(SLEEP))],
    [
      'a transaction with several statements at once',
      () => database.transaction((tx) => Promise.all([tx.sql(SLEEP), tx.sql(SLEEP)])),
    ],
  ])('%s is cancelled', async (_what, work) => {
    await observer.query(`insert into notes values (1, 'a row that a where is asked about')`);
    expect(await endedWhile('%pg_sleep%', 1, work)).toBeInstanceOf(DatabaseOutage);
  });

  it('two statements on both connections of the pool are cancelled', async () => {
    const both = () => Promise.allSettled([database.sql(SLEEP), database.transaction((tx) => tx.sql(SLEEP))]);
    expect(await endedWhile('%pg_sleep%', 2, both)).toEqual([
      { status: 'rejected', reason: expect.any(DatabaseCancelled) },
      { status: 'rejected', reason: expect.any(DatabaseCancelled) },
    ]);
  });

  it('nothing of its transactions stays', async () => {
    const outcome = await endedWhile('%pg_sleep%', 1, () =>
      database.transaction(async (tx) => {
        await tx.sql(`insert into notes values (1, 'never seen')`);
        await tx.sql(SLEEP);
      }),
    );
    expect(outcome).toBeInstanceOf(DatabaseCancelled);
    expect(await database.sql('select * from notes')).toEqual([]);
  });

  it('nothing waits for a connection any more, and none is lost', async () => {
    const allTaken = barrier(POOL + 1);
    const { promise: enough, resolve: letGo } = Promise.withResolvers<void>();
    const holders = Array.from({ length: POOL }, () =>
      database.transaction(async () => {
        await allTaken();
        await enough;
      }),
    );
    await allTaken();
    const bound = new AbortController();
    const waiting = withinBound(bound, () => database.sql('select 1'));
    bound.abort();
    await expect(waiting).rejects.toBeInstanceOf(DatabaseCancelled);
    letGo();
    await Promise.all(holders);
  });

  it('nothing new is begun', async () => {
    const bound = new AbortController();
    bound.abort();
    await expect(withinBound(bound, () => database.sql('select 1'))).rejects.toBeInstanceOf(
      DatabaseCancelled,
    );
  });

  it('a commit that has begun is left to end, and what it was told stands', async () => {
    const insert = () =>
      database.transaction(async (tx) => {
        await tx.sql('insert into slow_ends values (1)');
      });
    expect(await endedWhile('commit%', 1, insert)).toBe('done');
    expect((await observer.query('select * from slow_ends')).rowCount).toBe(1);
  });

  it('a commit that has not begun does not begin', async () => {
    const bound = new AbortController();
    const writing = withinBound(bound, () =>
      database.transaction(async (tx) => {
        await tx.sql(`insert into notes values (1, 'never seen')`);
        bound.abort();
      }),
    );
    await expect(writing).rejects.toBeInstanceOf(DatabaseCancelled);
    expect(await database.sql('select * from notes')).toEqual([]);
  });

  it('what was put outside of it goes on', async () => {
    const bound = new AbortController();
    bound.abort();
    const writing = withinBound(bound, () => outsideOfBounds(() => database.sql('select 1 as one')));
    expect(await writing).toEqual([{ one: 1 }]);
  });

  it('whoever has the connection next is never hit by a cancel', async () => {
    for (let round = 0; round < 100; round += 1) {
      const bound = new AbortController();
      const quick = withinBound(bound, () => Promise.allSettled([1, 2].map(() => database.sql('select 1'))));
      await new Promise((resolve) => setImmediate(resolve));
      bound.abort();
      const next = [1, 2, 3, 4].map(() => database.sql('select pg_sleep(0.002)'));
      await Promise.all([quick, ...next]);
    }
  });

  it('statements are cancelled also after the control connection was lost', async () => {
    await observer.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(await endedWhile('%pg_sleep%', 1, () => database.sql(SLEEP))).toBeInstanceOf(DatabaseCancelled);
  });
});

/** Runs `work` within a bound that ends as soon as so many statements like this one run; answers what it threw. */
async function endedWhile(pattern: string, count: number, work: () => Promise<unknown>): Promise<unknown> {
  const bound = new AbortController();
  const outcome = withinBound(bound, work).then(
    (result) => result ?? 'done',
    (error: unknown) => error,
  );
  await until(`${count} running statements`, async () => (await running(pattern)) >= count);
  bound.abort();
  return outcome;
}

async function running(pattern: string): Promise<number> {
  const { rows } = await observer.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and (state = 'active' or state like 'idle in transaction%') and query like $1`,
    [pattern],
  );
  return Number(rows[0]?.count);
}
