import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { FactEnvelope } from '../bus/bus.ts';
import { newId } from '../kernel/ids.ts';
import { barrier } from '../testing/barrier.ts';
import {
  createEmptyDatabase,
  createTestDatabase,
  dropDatabase,
  type TestDatabase,
} from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { DatabaseBusy, DatabaseUnavailable, isUniqueViolation } from './errors.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { platformMigrations } from './platform-migrations.ts';
import { statement } from './statement.ts';

const Note = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: { id: p.uuid().primary(), text: p.text(), amount: p.bigint(), writtenAt: p.datetime() },
});
const migrations = [
  {
    name: '0001-notes',
    up: `create table notes (id uuid primary key, text text not null unique, amount bigint not null default 0,
           written_at timestamptz not null default now());
         create table tagged (tags jsonb not null default '{"a": [1]}')`,
  },
];
const onFactsCommitted = jest.fn();
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({ entities: [Note], migrations, poolSize: 4, onFactsCommitted });
});
afterAll(() => test.drop());

const noteFact = (): FactEnvelope => ({
  specversion: '1.0',
  id: newId(),
  type: 'NoteWritten',
  source: 'users',
  subject: 'note',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data: { text: "it's $1 ?" },
});

describe('raw statements', () => {
  it('bind their parameters, whatever they contain', async () => {
    const text = `'; drop table notes; -- ? ?? $1 \\ "`;
    const at = new Date('2027-03-01T18:30:00.123Z');
    const rows = await test.database.sql<{ text: string; at: Date; many: string[]; big: string; none: null }>(
      'select $1::text as text, $2::timestamptz as at, $3::text[] as many, $4::bigint as big, $5::text as none',
      [text, at, ['a', 'b,{}"'], 12345678901234567890n - 9999999999999999999n, null],
    );
    expect(rows).toEqual([{ text, at, many: ['a', 'b,{}"'], big: '2345678901234567891', none: null }]);
  });

  it('answer dates for timestamptz, text for bigint and numeric, values for json', async () => {
    const [row] = await test.database.sql<{ at: Date }>(
      `select '2027-03-01 18:30:00.5+02'::timestamptz as at, 1.50::numeric as n, 9007199254740993 as b,
              '{"a":1}'::jsonb as j, '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22'::uuid as u`,
    );
    expect(row).toEqual({
      at: new Date('2027-03-01T16:30:00.500Z'),
      n: '1.50',
      b: '9007199254740993',
      j: { a: 1 },
      u: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b22',
    });
  });

  describe('that are declared', () => {
    const declared = statement<{ id: string }>('select id from notes where text = $1');
    const whole = statement<object>('select * from shapes order by n');
    const known = (database: OpenDatabase) =>
      database.sql(
        `select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements
         where statement in ($1, $2)`,
        [declared, whole],
      );

    it('are parsed once a connection, outside of transactions and within', async () => {
      const one = await openDatabase({ url: test.url, entities: [], poolSize: 1 });
      try {
        await one.sql(declared, ['a']);
        await one.transaction(async (tx) => {
          await tx.sql(declared, ['b']);
          await tx.sql(declared, ['c']);
        });
        expect(await known(one)).toEqual([{ statement: declared, runs: 3 }]);
      } finally {
        await one.close();
      }
    });

    it('go on when a migration has changed what their rows look like', async () => {
      const one = await openDatabase({ url: test.url, entities: [], poolSize: 1 });
      try {
        await one.sql('create table shapes (n int)');
        await one.sql('insert into shapes values (1)');
        const column = (name: string) => one.sql(`alter table shapes add ${name} int`);
        expect(await one.sql(whole)).toEqual([{ n: 1 }]);
        await column('a');
        expect(await one.sql(whole)).toEqual([{ n: 1, a: null }]);
        expect(await one.sql(whole)).toEqual([{ n: 1, a: null }]);
      } finally {
        await one.close();
      }
    });

    it('let a transaction be run again when a migration has changed what their rows look like', async () => {
      const one = await openDatabase({ url: test.url, entities: [], poolSize: 1 });
      try {
        await one.sql('drop table if exists shapes');
        await one.sql('create table shapes (n int)');
        await one.sql(whole);
        await one.sql('alter table shapes add a int');
        let runs = 0;
        await one.transaction(async (tx) => {
          runs += 1;
          await tx.sql('insert into shapes (n) values (1)');
          expect(await tx.sql(whole)).toEqual([{ n: 1, a: null }]);
        });
        expect(runs).toBe(2);
        expect(await one.sql(whole)).toEqual([{ n: 1, a: null }]);
      } finally {
        await one.close();
      }
    });
  });

  it('keep the code and the constraint of a refusal', async () => {
    const insert = () => test.database.sql(`insert into notes (id, text) values ($1, 'once')`, [newId()]);
    await insert();
    const error = await insert().catch((caught: unknown) => caught);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'notes_text_key')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
  });
});

describe('a transaction', () => {
  it('shares one view between statements and entities, and flushes entities before it commits', async () => {
    const id = newId();
    const writtenAt = new Date('2027-01-01T00:00:00.000Z');
    await test.database.transaction(async (tx) => {
      tx.em.create(Note, { id, text: 'entity', amount: 5n, writtenAt }, { persist: true });
      await tx.em.flush();
      const rows = await tx.sql('select written_at from notes where id = $1', [id]);
      expect(rows).toEqual([{ written_at: writtenAt }]);
      const note = await tx.em.findOneOrFail(Note, { id });
      note.amount = 7n;
    });
    const note = await test.database.em().findOneOrFail(Note, { id });
    expect(note.amount).toBe(7n);
    expect(note.writtenAt).toEqual(writtenAt);
  });

  it('leaves nothing behind when its work throws: no row, no fact, no wake-up', async () => {
    onFactsCommitted.mockClear();
    const id = newId();
    const failing = test.database.transaction(async (tx) => {
      await tx.sql(`insert into notes (id, text) values ($1, 'gone')`, [id]);
      await tx.publish(noteFact());
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await test.database.sql('select 1 from notes where id = $1', [id])).toEqual([]);
    expect(await test.database.sql('select 1 from outbox')).toEqual([]);
    expect(onFactsCommitted).not.toHaveBeenCalled();
  });

  it('writes its facts to the outbox in the order of publishing, and tells of it after the commit', async () => {
    onFactsCommitted.mockClear();
    const facts = [noteFact(), noteFact(), noteFact()];
    await test.database.transaction(async (tx) => {
      await tx.publish(...facts.slice(0, 2));
      await tx.publish(...facts.slice(2));
      expect(onFactsCommitted).not.toHaveBeenCalled();
    });
    const rows = await test.database.sql<{ fact: FactEnvelope }>('select fact from outbox order by id');
    expect(rows.map((row) => row.fact)).toEqual(facts);
    expect(onFactsCommitted).toHaveBeenCalledTimes(1);
  });

  it('is run again when it collides with another one', async () => {
    const [first, second] = [newId(), newId()];
    await test.database.sql(`insert into notes (id, text) values ($1, 'first'), ($2, 'second')`, [
      first,
      second,
    ]);
    const bothHoldOne = barrier(2);
    let [runs, ended] = [0, 0];
    const add = async (ids: readonly string[]) => {
      let tries = 0;
      await test.database.transaction(async (tx) => {
        runs += 1;
        tries += 1;
        // On a busy machine it could meet the other one again and again, before that has woken up.
        if (tries > 1) await until('the other one to be done', () => ended === 1);
        await tx.sql('update notes set amount = amount + 1 where id = $1', [ids[0]]);
        await bothHoldOne();
        await tx.sql('update notes set amount = amount + 1 where id = $1', [ids[1]]);
      });
      ended += 1;
    };
    await Promise.all([add([first, second]), add([second, first])]);
    expect(runs).toBe(3);
    const rows = await test.database.sql('select amount from notes where id in ($1, $2)', [first, second]);
    expect(rows).toEqual([{ amount: '2' }, { amount: '2' }]);
  });

  it('gives up a collision after three tries', async () => {
    let runs = 0;
    const colliding = test.database.transaction(async (tx) => {
      runs += 1;
      await tx.sql(`do $$ begin raise exception 'collision' using errcode = '40001'; end $$`);
    });
    await expect(colliding).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(3);
  });
});

describe('waiting is bounded', () => {
  it('tells a caller that a lock took too long', async () => {
    const failing = test.database.transaction((tx) =>
      tx.sql(`do $$ begin raise exception 'lock timeout' using errcode = '55P03'; end $$`),
    );
    await expect(failing).rejects.toBeInstanceOf(DatabaseBusy);
  });

  it('tells a caller that every connection is taken', async () => {
    const { name, url } = await createEmptyDatabase();
    const small = await openDatabase({ url, entities: [], poolSize: 1 });
    const held = barrier(2);
    const holder = small.transaction(() => held());
    await expect(small.sql('select 1')).rejects.toBeInstanceOf(DatabaseBusy);
    await held();
    await holder;
    await expect(small.sql('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await small.close();
    await dropDatabase(name);
  });
});

describe('a transaction', () => {
  it('needs one connection, also for the first entities of the process', async () => {
    const { name, url } = await createEmptyDatabase();
    const small = await openDatabase({ url, entities: [Note], poolSize: 1 });
    await small.migrate(migrations);
    expect(await small.transaction((tx) => tx.em.count(Note, {}))).toBe(0);
    await small.close();
    await dropDatabase(name);
  });
});

describe('an outage', () => {
  it('fails clearly, and leaves the pool whole for afterwards', async () => {
    const { sql, transaction } = test.database;
    // As many as the pool has connections: one that is lost for good would show afterwards.
    const allOpen = barrier(5);
    const { promise: gone, resolve: tellGone } = Promise.withResolvers<void>();
    const broken = Array.from({ length: 4 }, () =>
      transaction(async (tx) => {
        await tx.sql('select 1');
        await allOpen();
        await gone;
        await tx.sql('select 1');
      }).catch((error: unknown) => error),
    );
    await allOpen();
    const restore = await test.interrupt();
    tellGone();
    for (const error of await Promise.all(broken)) expect(error).toBeInstanceOf(DatabaseUnavailable);
    await expect(sql('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(transaction((tx) => tx.sql('select 1'))).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(test.database.em().find(Note, {})).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(test.database.isReady()).resolves.toBe(false);
    await restore();
    const again = Array.from({ length: 8 }, () => transaction((tx) => tx.sql('select 1 as one')));
    expect(await Promise.all(again)).toEqual(Array.from({ length: 8 }, () => [{ one: 1 }]));
    await expect(test.database.isReady()).resolves.toBe(true);
  });

  it('is told at once when there is no database at the address', async () => {
    const opening = openDatabase({ url: 'postgres://nobody:none@127.0.0.1:1/none', entities: [] });
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnavailable);
  });
});

describe('migrations', () => {
  it('run once when several replicas start at once', async () => {
    const { name, url } = await createEmptyDatabase();
    const replicas = await Promise.all([1, 2, 3].map(() => openDatabase({ url, entities: [] })));
    await Promise.all(replicas.map((replica) => replica.migrate(migrations)));
    const [replica] = replicas;
    const rows = await replica?.sql<{ name: string }>('select name from migrations order by id');
    expect(rows?.map(({ name: ran }) => ran)).toEqual(
      [...platformMigrations, ...migrations].map((migration) => migration.name),
    );
    await Promise.all(replicas.map((each) => each.close()));
    await dropDatabase(name);
  });

  it('leave nothing behind when one of them fails', async () => {
    const { name, url } = await createEmptyDatabase();
    const database = await openDatabase({ url, entities: [] });
    const failing = database.migrate([...migrations, { name: '0002-broken', up: 'select nothing' }]);
    await expect(failing).rejects.toThrow('nothing');
    expect(
      await database.sql(`select to_regclass('notes') as notes, to_regclass('outbox') as outbox`),
    ).toEqual([{ notes: null, outbox: null }]);
    await database.close();
    await dropDatabase(name);
  });
});
