import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
import { renderMetrics } from '../telemetry/metrics.ts';
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
  for (const job of housekeeping('notifications', test.database, [consumer])) {
    while ((await job.run(new Date())) > 0);
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

it('counts dead letters anew, so that the metric is true after a restart', async () => {
  await test.database.sql(
    `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause)
     values ('write-note', 'k', gen_random_uuid(), '{}', '1', 'FAILED', 'poison')`,
  );
  await runAll();
  const { body } = await renderMetrics();
  expect(body).toContain('parterre_dead_letters{room="notifications",consumer="write-note"} 1');
});
