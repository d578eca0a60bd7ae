import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
import { DatabaseBusy } from '../postgres/errors.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { housekeeping } from './housekeeping.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const consumer = {
  name: 'write-note',
  topic: 'users' as const,
  types: [],
  begins: 'first-kept' as const,
  async apply() {},
};

async function runAll(): Promise<void> {
  for (const job of housekeeping(test.database, [consumer])) {
    while ((await job.run({ now: new Date() })) > 0);
  }
}

it('forgets keys after thirty days, facts once the bus has forgotten them, and not before, however many there are', async () => {
  await test.database.sql(
    `insert into inbox (consumer, fact_id, applied_at)
     select 'write-note', gen_random_uuid(), now() - interval '101 days' from generate_series(1, 2500)`,
  );
  const young = newId();
  await test.database.sql(
    `insert into inbox (consumer, fact_id, applied_at) values ('write-note', $1, now() - interval '99 days')`,
    [young],
  );
  await test.database.sql(
    `insert into idempotency_keys (user_id, operation, key, input_hash, outcome, created_at)
     values ('u', 'o', 'old', 'h', '1', now() - interval '31 days'),
            ('u', 'o', 'young', 'h', '1', now() - interval '29 days')`,
  );
  await runAll();
  expect(await test.database.sql('select fact_id from inbox')).toEqual([{ fact_id: young }]);
  expect(await test.database.sql('select key from idempotency_keys')).toEqual([{ key: 'young' }]);
});

it('keeps a key that is still owed its outcome, however old: a saga may be parked for months', async () => {
  await test.database.sql('truncate idempotency_keys');
  await test.database.sql(
    `insert into idempotency_keys (user_id, operation, key, input_hash, created_at)
     values ('u', 'o', 'open', 'h', now() - interval '400 days')`,
  );
  await runAll();
  expect(await test.database.sql('select key from idempotency_keys')).toEqual([{ key: 'open' }]);
});

it('tries the dead letters of every consumer again, each as often as it has keys, and those of no other', async () => {
  const tried: string[] = [];
  const consumers = ['write-note', 'count-notes'].map((name) => ({
    ...consumer,
    name,
    async apply({ fact }: { readonly fact: { readonly subject: string } }) {
      tried.push(`${name} ${fact.subject}`);
      if (fact.subject === 'bad') throw new Error('still bad');
    },
  }));
  const letter = (name: string, key: string, place: number, due: string) => [
    ...[name, key, newId(), JSON.stringify({ id: newId(), subject: key })],
    ...[String(place), `${due} second`],
  ];
  for (const given of [
    letter('write-note', 'a', 1, '-2'),
    letter('write-note', 'bad', 2, '-3'),
    letter('count-notes', 'b', 1, '-1'),
    letter('count-notes', 'later', 2, '3600'),
    letter('gone', 'a', 1, '-4'),
  ]) {
    await test.database.sql(
      `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts, retry_at)
       values ($1, $2, $3, $4, $5, 'FAILED', 'it was bad', 1, now() + $6::interval)`,
      given,
    );
  }
  for (const job of housekeeping(test.database, consumers)) await job.run({ now: new Date() });
  expect(tried.toSorted()).toEqual(['count-notes b', 'write-note a', 'write-note bad']);
  const left = await test.database.sql('select consumer, key from dead_letters order by consumer, key');
  expect(left).toEqual([
    { consumer: 'count-notes', key: 'later' },
    { consumer: 'gone', key: 'a' },
    { consumer: 'write-note', key: 'bad' },
  ]);
});

it('does not let a consumer whose letters find the database busy take the turn of another', async () => {
  await test.database.sql('truncate dead_letters');
  await test.database.sql(
    `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts, retry_at)
     select 'write-note', n::text, gen_random_uuid(), json_build_object('id', gen_random_uuid(), 'subject', n::text), '1',
            'FAILED', 'it was bad', 1, now() - interval '1 minute' from generate_series(1, 150) n
     union all
     select 'count-notes', 'b', gen_random_uuid(), json_build_object('id', gen_random_uuid(), 'subject', 'b'), '1',
            'FAILED', 'it was bad', 1, now()`,
  );
  const applied: string[] = [];
  const consumers = [
    {
      ...consumer,
      async apply() {
        throw new DatabaseBusy(new Error('canceling statement due to lock timeout'));
      },
    },
    {
      ...consumer,
      name: 'count-notes',
      async apply() {
        applied.push('b');
      },
    },
  ];
  for (const job of housekeeping(test.database, consumers)) await job.run({ now: new Date() });
  expect(applied).toEqual(['b']);
  const [{ later } = { later: 0 }] = await test.database.sql<{ later: number }>(
    'select count(*)::int as later from dead_letters where retry_at > now()',
  );
  expect(later).toBe(100);
});
