import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LONGEST_KEPT_DAYS } from '@parterre/platform/bus/bus.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { openDatabase } from '@parterre/platform/postgres/open-database.ts';
import { housekeeping } from '@parterre/platform/service/housekeeping.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { createEmptyDatabase, dropDatabase } from '@parterre/platform/testing/test-database.ts';
import { startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { prepareRateTable } from './gateway/rate-table.ts';
import { newSecrets } from './secrets.ts';
import { subgraphEnvironment } from './server-config.ts';
import { services } from './services.ts';

/** How a table says in its comment how its rows end. */
const stated = /^(kept|emptied by [^:]+|pruned by (?<job>[a-z-]+)): \S/;

const commentsOn = `
  select relname as "table", coalesce(obj_description(oid, 'pg_class'), '') as comment from pg_class
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'migrations' order by relname`;

async function start(definition: ServiceDefinition): Promise<TestService<unknown>> {
  const config = subgraphEnvironment({}, await newSecrets()) as Record<string, string>;
  return startTestService(definition, { config });
}
const days = (count: number) => new Date(Date.now() - count * 86_400_000);

describe('every table says how its rows end, and a job does what it says', () => {
  it.each(services.map((service) => [service.name, service] as const))('%s', async (_name, definition) => {
    const service = await start(definition);
    const jobs = [
      ...(service.service.jobs ?? []),
      ...housekeeping(service.database, service.service.consumers ?? []),
    ].map((job) => job.name);
    // The saga's table is there for every subgraph; only one that has sagas has rows in it, and the job.
    const known = new Set([...jobs, 'prune-sagas']);
    const tables = await service.database.sql<{ table: string; comment: string }>(commentsOn);
    const unstated = tables.filter(({ comment }) => {
      const said = stated.exec(comment);
      return !said || (said.groups?.job !== undefined && !known.has(said.groups.job));
    });
    await service.stop();
    expect(tables.length).toBeGreaterThan(7);
    expect(unstated).toEqual([]);
  });

  it('the bus', async () => {
    const { name, url } = await createEmptyDatabase();
    const bus = await openEmbeddedBus({ url, logger: silentLogger });
    const database = await openDatabase({ url, entities: [] });
    const tables = await database.sql<{ table: string; comment: string }>(commentsOn);
    await database.close();
    await bus.close();
    await dropDatabase(name);
    expect(tables.map(({ table }) => table)).toContain('facts');
    expect(tables.filter(({ comment }) => !stated.test(comment))).toEqual([]);
  });

  it('the rates of gateways', async () => {
    const { name, url } = await createEmptyDatabase();
    await prepareRateTable(url, 30_000);
    const database = await openDatabase({ url, entities: [] });
    const tables = await database.sql<{ table: string; comment: string }>(commentsOn);
    await database.close();
    await dropDatabase(name);
    expect(tables).toEqual([{ table: 'rates', comment: expect.stringMatching(stated) }]);
  });
});

describe('what is still open is never pruned', () => {
  let events: TestService<unknown>;
  let notifications: TestService<unknown>;
  beforeAll(async () => {
    const find = (name: string) => services.find((service) => service.name === name) as ServiceDefinition;
    [events, notifications] = await Promise.all([start(find('events')), start(find('notifications'))]);
  });
  afterAll(async () => {
    await events.stop();
    await notifications.stop();
  });

  it('holds that have ended go after a month, tombstones and answers after longer, all others never', async () => {
    const hold = async (status: string, age: number) => {
      const isOfNothing = status === 'FORBIDDEN';
      const [id, at] = [newId(), days(age)];
      await events.database.sql(
        `insert into holds (booking_id, event_id, user_id, status, expires_at, places, requested, answer, created_at)
         values ($1, $2, $2, $3, $4, $5, $6, $6, $7)`,
        [
          id,
          isOfNothing ? null : newId(),
          status,
          // Far away: whatever is held here is held by a clock that is not looked at.
          isOfNothing ? null : days(-400),
          isOfNothing ? 0 : 1,
          isOfNothing ? null : '{}',
          at,
        ],
      );
      return id;
    };
    const release = async (age: number) => {
      const id = newId();
      await events.database.sql(`insert into releases values ($1, $1, 'RELEASED', $2)`, [id, days(age)]);
      return id;
    };
    const over = [
      await hold('RELEASED', 31),
      await hold('EXPIRED', 31),
      await hold('FORBIDDEN', 401),
      await release(401),
    ];
    const open = [
      await hold('HELD', 900),
      await hold('SOLD', 900),
      await hold('RELEASED', 29),
      await hold('FORBIDDEN', 399),
      await release(399),
    ];
    await events.runJobs();
    const left = await events.database.sql<{ id: string }>(
      'select booking_id as id from holds union all select request_id from releases',
    );
    expect(left.map(({ id }) => id).sort()).toEqual([...open].sort());
    expect(left.map(({ id }) => id)).not.toEqual(expect.arrayContaining(over.slice(0, 1)));
  });

  it('mails are kept longer than the bus keeps the facts that they tell of', async () => {
    const mail = (age: number) =>
      notifications.database.sql(
        `insert into notifications (id, fact_id, user_id, kind, subject, body, created_at)
         values ($1, $1, $1, 'USER_REGISTERED', $2, 'b', $3)`,
        [newId(), `${age} days old`, days(age)],
      );
    for (const age of [401, LONGEST_KEPT_DAYS + 1, 1]) await mail(age);
    await notifications.runJobs();
    const left = await notifications.database.sql('select subject from notifications order by created_at');
    expect(left).toEqual([{ subject: `${LONGEST_KEPT_DAYS + 1} days old` }, { subject: '1 days old' }]);
  });
});
