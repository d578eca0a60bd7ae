import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
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
