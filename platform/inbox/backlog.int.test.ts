import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderMetrics } from '../telemetry/metrics.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import { noteFact } from '../testing/note-service.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type BacklogWatch, watchBacklog } from './backlog.ts';

const consumers = [{ name: 'write-note', topic: 'users' as const }];
const HOUR_AGO = new Date(Date.now() - 3_600_000);
let test: TestDatabase;
let bus: ReturnType<typeof memoryBus>;
let watch: BacklogWatch;

beforeEach(async () => {
  test = await createTestDatabase();
  bus = memoryBus();
  watch = watchBacklog({ subgraph: 'notifications', database: test.database, bus, consumers }, HOUR_AGO);
});
afterEach(() => test.drop());

const look = () => watch.job.run({ now: new Date() });

async function metric(name: string): Promise<number> {
  const { body } = await renderMetrics();
  const line = body.split('\n').find((each) => each.startsWith(`${name}{subgraph="notifications"`));
  return Number(line?.split(' ').at(-1));
}

async function position(at: string, silentSeconds: number): Promise<void> {
  await test.database.sql("insert into consumer_groups (name) values ('notifications.write-note')");
  await test.database.sql(
    `insert into consumer_positions (group_name, part, position, stored_at)
     values ('notifications.write-note', 'users', $1, now() - $2 * interval '1 second')`,
    [at, silentSeconds],
  );
}

describe('the backlog of a subgraph', () => {
  it('is nothing in a subgraph at rest', async () => {
    await look();
    expect(await metric('parterre_outbox_age_seconds')).toBe(0);
    expect(await metric('parterre_saga_overdue_seconds')).toBe(0);
    expect(await metric('parterre_fact_lag_seconds')).toBe(0);
    expect(await metric('parterre_facts_waiting')).toBe(0);
    expect(await metric('parterre_dead_letters')).toBe(0);
    expect(watch.standstills(new Date())).toEqual([]);
  });

  it('shows a fact that nobody publishes, grows when nobody looks any more, and then the subgraph is not ready', async () => {
    await test.database.sql(
      "insert into outbox (fact, created_at) values ('{}', now() - interval '50 seconds'), ('{}', now())",
    );
    await look();
    const first = await metric('parterre_outbox_age_seconds');
    expect(first).toBeGreaterThanOrEqual(50);
    expect(await metric('parterre_outbox_age_seconds')).toBeGreaterThan(first);
    expect(watch.standstills(new Date())).toEqual([]);
    expect(watch.standstills(new Date(Date.now() + 11_000))).toEqual([
      expect.stringMatching(/^the oldest fact of notifications waits to be published, for 6\d s$/),
    ]);
    await test.database.sql('delete from outbox');
    await look();
    expect(await metric('parterre_outbox_age_seconds')).toBe(0);
    expect(watch.standstills(new Date(Date.now() + 11_000))).toEqual([]);
  });

  it.each(['waiting', 'charge'])('shows a due saga that no driver takes up, at step %s', async (step) => {
    await test.database.sql(
      `insert into sagas (id, type, step, state, wake_at) values
         (gen_random_uuid(), 'order', $1, '{}', now() - interval '70 seconds'),
         (gen_random_uuid(), 'order', 'waiting', '{}', now() + interval '1 hour')`,
      [step],
    );
    await look();
    expect(await metric('parterre_saga_overdue_seconds')).toBeGreaterThanOrEqual(70);
    expect(watch.standstills(new Date())).toEqual([
      expect.stringMatching(/^the longest due saga of notifications waits for a driver, for 7\d s$/),
    ]);
  });

  it('shows a consumer that does nothing while facts wait', async () => {
    await bus.publish([1, 2, 3].map((n) => noteFact('UserSeen', 'ada', { text: `${n}` }, 'users')));
    await position('0000000000000001', 80);
    await look();
    expect(await metric('parterre_facts_waiting')).toBe(2);
    expect(watch.standstills(new Date(Date.now() + 61_000))).toEqual([
      expect.stringMatching(
        /^the consumer write-note of notifications does nothing while facts wait, for 6\d s$/,
      ),
    ]);
  });

  it('is no standstill while a consumer catches up, however old the facts before it are', async () => {
    const old = {
      ...noteFact('UserSeen', 'ada', { text: 'old' }, 'users'),
      time: '2020-01-01T00:00:00.000Z',
    };
    await bus.publish([old]);
    await position('0', 5);
    await look();
    expect(await metric('parterre_fact_lag_seconds')).toBeGreaterThan(86_400);
    expect(watch.standstills(new Date())).toEqual([]);
  });

  it('has until a minute after the start what had waited before it', async () => {
    watch = watchBacklog({ subgraph: 'notifications', database: test.database, bus, consumers });
    await test.database.sql("insert into outbox (fact, created_at) values ('{}', now() - interval '1 day')");
    await look();
    expect(watch.standstills(new Date())).toEqual([]);
    expect(watch.standstills(new Date(Date.now() + 61_000))).toHaveLength(1);
  });

  it('counts dead letters anew, so that the metric is true after a restart', async () => {
    await test.database.sql(
      `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause)
       values ('write-note', 'k', gen_random_uuid(), '{}', '1', 'FAILED', 'poison')`,
    );
    await look();
    expect(await metric('parterre_dead_letters')).toBe(1);
  });
});
