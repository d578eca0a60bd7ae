import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '../../kernel/ids.ts';
import { silentLogger } from '../../telemetry/logger.ts';
import { swallowingProxy } from '../../testing/swallowing-proxy.ts';
import { createEmptyDatabase, dropDatabase, interruptDatabase } from '../../testing/test-database.ts';
import { until } from '../../testing/until.ts';
import type { Bus, FactEnvelope } from '../bus.ts';
import { busConformance } from '../bus-conformance.ts';
import { openEmbeddedBus } from './embedded-bus.ts';

busConformance('the embedded bus', async () => {
  const { name, url } = await createEmptyDatabase();
  return {
    open: () => openEmbeddedBus({ url, logger: silentLogger }),
    interrupt: () => interruptDatabase(name),
    async makeAnew() {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('drop schema public cascade; create schema public');
      await client.end();
    },
    dispose: () => dropDatabase(name),
  };
});

describe('the embedded log', () => {
  let name: string;
  let url: string;
  let opened: Bus[];
  beforeEach(async () => {
    ({ name, url } = await createEmptyDatabase());
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((bus) => bus.close()));
    await dropDatabase(name);
  });

  async function open(): Promise<Bus> {
    const bus = await openEmbeddedBus({ url, logger: silentLogger });
    opened.push(bus);
    return bus;
  }

  const fact = (key: string): FactEnvelope => ({
    specversion: '1.0',
    id: newId(),
    type: 'Counted',
    source: 'events',
    subject: key,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: {},
  });

  async function asAdmin(sql: string): Promise<{ key?: string }[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ key?: string }>(sql);
    await client.end();
    return rows;
  }

  async function readAll(bus: Bus): Promise<{ group: string[]; tail: string[] }> {
    const seen = { group: [] as string[], tail: [] as string[] };
    await bus.tail({ topics: ['events'], handle: ({ fact: { id } }) => void seen.tail.push(id) });
    await bus.consume({
      group: 'g',
      topics: ['events'],
      async handle({ fact: { id } }) {
        seen.group.push(id);
      },
    });
    return seen;
  }

  it('loses none of the facts of many publishers at once', async () => {
    const publishers = await Promise.all([open(), open(), open(), open()]);
    const seen = await readAll(await open());
    const batches = publishers.flatMap((bus) =>
      Array.from({ length: 60 }, (_, n) => ({
        bus,
        facts: Array.from({ length: 1 + (n % 4) }, () => fact(`k${n % 7}`)),
      })),
    );
    await Promise.all(batches.map(({ bus, facts }) => bus.publish(facts)));
    const wanted = batches.flatMap(({ facts }) => facts.map(({ id }) => id)).sort();
    await until(
      'every fact to be seen',
      () => seen.group.length >= wanted.length && seen.tail.length >= wanted.length,
    );
    expect(seen.group.toSorted()).toEqual(wanted);
    expect(seen.tail.toSorted()).toEqual(wanted);
  });

  it('shows no later fact before an earlier one is committed', async () => {
    const bus = await open();
    const seen = await readAll(await open());
    await bus.publish([fact('first')]);
    await until('the first fact', () => seen.tail.length === 1);
    // A publisher that has its position and takes its time to commit.
    const slow = new Client({ connectionString: url });
    await slow.connect();
    const late = fact('slow');
    await slow.query('begin');
    await slow.query(`update topics set last_position = last_position + 1 where topic = 'events'`);
    await slow.query(
      `insert into facts select 'events', last_position, $1, $2, clock_timestamp() from topics where topic = 'events'`,
      [late.subject, JSON.stringify(late)],
    );
    const after = fact('fast');
    const publishing = bus.publish([after]);
    await slow.query('commit');
    await slow.end();
    await publishing;
    await until('all facts', () => seen.tail.length === 3 && seen.group.length === 3);
    expect(seen.tail.slice(1)).toEqual([late.id, after.id]);
    expect(seen.group.slice(1)).toEqual([late.id, after.id]);
  });

  it('works again after every packet of its connections was swallowed', async () => {
    const proxy = await swallowingProxy(url);
    const bus = await openEmbeddedBus({
      url: proxy.url,
      logger: silentLogger,
      poolSize: 3,
      silenceMs: 1_000,
    });
    opened.push({ ...bus, close: () => bus.close().then(() => proxy.close()) });
    const seen = await readAll(bus);
    await bus.publish([fact('before')]);
    await until('the first fact', () => seen.group.length === 1 && seen.tail.length === 1);
    proxy.swallow();
    await expect(bus.publish([fact('lost')])).rejects.toThrow('timeout');
    proxy.restore();
    const after = fact('after');
    await until('the bus to take a fact', () =>
      bus.publish([after]).then(
        () => true,
        () => false,
      ),
    );
    await until(
      'group and tail to go on',
      () => seen.group.includes(after.id) && seen.tail.includes(after.id),
    );
  });

  it('attaches a group and a tail as soon as the database answers', async () => {
    const proxy = await swallowingProxy(url);
    const failures: unknown[] = [];
    const logger = { ...silentLogger, warn: (failure: object) => void failures.push(failure) };
    const bus = await openEmbeddedBus({ url: proxy.url, logger, silenceMs: 500 });
    const publisher = await open();
    try {
      proxy.swallow();
      const reading = readAll(bus);
      await until('the first look to fail', () => failures.length > 0);
      proxy.restore();
      const seen = await reading;
      await publisher.publish([fact('a')]);
      await until('both to see the fact', () => seen.group.length === 1 && seen.tail.length === 1);
    } finally {
      await bus.close();
      await proxy.close();
    }
  });

  it('keeps a fact for a month, longer while a group has not handled it, and at most three', async () => {
    const bus = await open();
    const published = async (days: number): Promise<string> => {
      const some = fact(`${days} days old`);
      await bus.publish([some]);
      return some.id;
    };
    // Each process prunes when it opens the bus, this one perhaps only now: what is to be handled has to be young yet.
    const ages = new Map<string, number>();
    for (const days of [91, 89, 31]) ages.set(await published(days), days);
    const seen: string[] = [];
    await bus.consume({
      group: 'quick',
      topics: ['events'],
      handle: async ({ fact: { subject } }) => void seen.push(subject),
    });
    await until('the group to have handled them', () => seen.length === 3);
    // One that came as far as the first of them and has not been here since.
    await asAdmin(`insert into group_reports values ('slow', 'events', 2, now())`);
    ages.set(await published(29), 29);
    await bus.close();
    opened = [];
    for (const [id, days] of ages) {
      await asAdmin(
        `update facts set published_at = now() - interval '${days} days' where fact->>'id' = '${id}'`,
      );
    }
    const kept = async () => (await asAdmin('select key from facts order by position')).map(({ key }) => key);
    await open();
    await until('the oldest to be pruned', async () => !(await kept()).includes('91 days old'));
    await until(
      'what all groups have handled to be pruned',
      async () => !(await kept()).includes('89 days old'),
    );
    expect(await kept()).toEqual(['31 days old', '29 days old']);
  });

  it('has one member of each group again after every lock was lost with its connection', async () => {
    const [bus, another] = [await open(), await open()];
    const members = [await readAll(bus), await readAll(another)];
    const seen = () => members.flatMap((member) => member.group);
    await bus.publish([fact('a')]);
    await until('the first fact', () => seen().length === 1);
    await (await interruptDatabase(name))();
    const probe = fact('a');
    await until('a publish to succeed', () =>
      bus.publish([probe]).then(
        () => true,
        () => false,
      ),
    );
    await until('the next fact', () => seen().includes(probe.id));
    await until('somebody to hold the lock again', () => isGroupHeld(url));
    // In rounds: when the tails of both processes have seen a round, both groups, if both ran, have long
    // handled the one before.
    const more: FactEnvelope[] = [];
    for (let round = 0; round < 3; round += 1) {
      const next = fact('a');
      more.push(next);
      await another.publish([next]);
      await until('everybody to see it', () => {
        return seen().includes(next.id) && members.every(({ tail }) => tail.includes(next.id));
      });
    }
    expect(seen().filter((id) => more.some((each) => each.id === id))).toEqual(more.map(({ id }) => id));
  });

  it('bounds how many facts of other keys are taken up behind a stuck one', async () => {
    const bus = await open();
    const handled: string[] = [];
    const stuck = Promise.withResolvers<void>();
    await bus.publish([fact('stuck')]);
    for (let n = 0; n < 5; n += 1) await bus.publish(Array.from({ length: 500 }, () => fact(`k${n}`)));
    const subscription = await bus.consume({
      group: 'g',
      topics: ['events'],
      async handle({ fact: { subject, id } }) {
        if (subject === 'stuck') await stuck.promise;
        else handled.push(id);
      },
    });
    await until('others to flow', () => handled.length >= 1_800);
    expect(handled.length).toBeLessThanOrEqual(2_000);
    stuck.resolve();
    await until('all of them', () => handled.length === 2_500);
    await subscription.stop();
  });
});

/** Whether any session holds an advisory lock in this database: the groups' are the only ones by now. */
async function isGroupHeld(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    `select 1 from pg_locks where locktype = 'advisory' and granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  await client.end();
  return rowCount !== 0;
}
