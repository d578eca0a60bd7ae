import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Bus } from '../bus/bus.ts';
import { openEmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { rewindConsumer } from '../inbox/consumer-positions.ts';
import type { Caller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';
import { openDatabase } from '../postgres/open-database.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { fakeSubgraphs } from '../testing/fake-subgraphs.ts';
import { noteFact, noteService } from '../testing/note-service.ts';
import { createEmptyDatabase, dropDatabase, interruptDatabase } from '../testing/test-database.ts';
import { testServiceTokens } from '../testing/test-service-tokens.ts';
import { until } from '../testing/until.ts';
import { type RunningService, type RunServiceOptions, runService } from './run-service.ts';

const serviceTokens = testServiceTokens();
const ada: Caller = { kind: 'user', userId: newId(), role: 'USER', sessionId: 's' };

let subgraph: { name: string; url: string };
let log: { name: string; url: string };
let bus: Bus;
let running: RunningService[];

beforeEach(async () => {
  running = [];
  subgraph = await createEmptyDatabase();
  log = await createEmptyDatabase();
  bus = await openEmbeddedBus({ url: log.url, logger: silentLogger });
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  await bus.close();
  await dropDatabase(subgraph.name);
  await dropDatabase(log.name);
});

async function start(changes: Partial<RunServiceOptions> = {}, definition = noteService()) {
  const service = await runService(definition, {
    databaseUrl: subgraph.url,
    bus,
    subgraphs: fakeSubgraphs(),
    env: {},
    logger: silentLogger,
    serviceTokens,
    ...changes,
  });
  running.push(service);
  return service;
}

async function ask(service: RunningService, document: string) {
  const { data, errors } = await service.server.execute({
    document,
    serviceToken: await serviceTokens.sign(ada),
  });
  if (errors) throw errors[0];
  return data;
}
const notesOf = async (service: RunningService) => (await ask(service, '{ notes }'))?.notes as string[];

/** Ids of all facts of the subgraph that reached the bus. */
async function published(types: string): Promise<string[]> {
  const client = new Client({ connectionString: log.url });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select fact->'data'->>'text' as text from facts where fact->>'type' = $1 order by position`,
    [types],
  );
  await client.end();
  return rows.map((row) => row.text);
}

describe('a running service', () => {
  it('answers, is ready, applies facts from the bus and publishes its own', async () => {
    const service = await start();
    expect(await service.isReady()).toBe(true);
    await bus.publish([noteFact('UserSeen', 'ada', { text: 'seen' }, 'users')]);
    await until('the fact to be applied', async () => (await notesOf(service)).includes('seen'));
    await ask(service, 'mutation { writeNote(text: "mine") }');
    await until('the fact to be published', async () => (await published('NoteWritten')).length === 1);
  });

  it('runs as several replicas on one database: every fact is applied once and published once', async () => {
    const anotherBus = await openEmbeddedBus({ url: log.url, logger: silentLogger });
    const [first, second] = await Promise.all([start(), start({ bus: anotherBus })]);
    const texts = Array.from({ length: 40 }, (_, n) => `n${n}`);
    await bus.publish(texts.map((text, n) => noteFact('UserSeen', `key ${n % 5}`, { text }, 'users')));
    await Promise.all(
      texts.map((text, n) => ask(n % 2 ? first : second, `mutation { writeNote(text: "w${text}") }`)),
    );
    await until('all notes', async () => (await notesOf(first)).length === 80);
    await until('all facts to be published', async () => (await published('NoteWritten')).length >= 40);
    expect((await published('NoteWritten')).sort()).toEqual(texts.map((text) => `w${text}`).sort());
    expect((await notesOf(first)).toSorted()).toEqual([...texts, ...texts.map((text) => `w${text}`)].sort());
    for (const replica of running.splice(0)) await replica.stop();
    await anotherBus.close();
  });

  it('answers while its consumers are still being attached, where nobody waits for them', async () => {
    const joined = Promise.withResolvers<void>();
    const late: Bus = {
      ...bus,
      async consume(options) {
        await joined.promise;
        return bus.consume(options);
      },
    };
    const lost: unknown[] = [];
    const service = await start({ bus: late, onUnattached: (error) => void lost.push(error) });
    expect(await service.isReady()).toBe(true);
    await ask(service, 'mutation { writeNote(text: "mine") }');
    await bus.publish([noteFact('UserSeen', 'ada', { text: 'seen' }, 'users')]);
    expect(await notesOf(service)).toEqual(['mine']);
    joined.resolve();
    await until('the fact to be applied', async () => (await notesOf(service)).includes('seen'));
    expect(lost).toEqual([]);
  });

  it('tells whoever does not wait that consumers could not be attached, and stops all the same', async () => {
    const refused = new Error('another strategy in the group');
    const closed: Bus = { ...bus, consume: () => Promise.reject(refused) };
    const lost: unknown[] = [];
    const service = await start({ bus: closed, onUnattached: (error) => void lost.push(error) });
    await until('the refusal to be told', () => lost.length === 1);
    expect(lost).toEqual([refused]);
    await service.stop();
    await expect(start({ bus: closed })).rejects.toBe(refused);
  });

  it('refuses a wrong environment before it opens anything', async () => {
    const starting = runService(noteService(), {
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      bus,
      subgraphs: fakeSubgraphs(),
      env: { GREETING: 'hello '.repeat(100) },
      logger: silentLogger,
      serviceTokens,
    });
    await expect(starting).rejects.toThrow('GREETING: expected');
  });

  it('leaves nothing running when its start fails', async () => {
    const definition = noteService();
    const broken: typeof definition = {
      ...definition,
      compose: async (tools) => ({
        ...(await definition.compose(tools)),
        async start() {
          throw new Error('cannot warm up');
        },
      }),
    };
    await expect(start({}, broken)).rejects.toThrow('cannot warm up');
    await until('every connection to be closed', async () => (await connectionsTo(subgraph.name)) === 0);
  });

  it('publishes what was committed before it stops, and is not ready meanwhile', async () => {
    const service = await start();
    await ask(service, 'mutation { writeNote(text: "last") }');
    const stopping = service.stop();
    expect(await service.isReady()).toBe(false);
    await stopping;
    expect(await published('NoteWritten')).toEqual(['last']);
    expect(await connectionsTo(subgraph.name)).toBe(0);
  });

  it('takes up what another process left when it died: outbox and facts on the bus', async () => {
    const first = await start();
    await first.stop();
    const client = new Client({ connectionString: subgraph.url });
    await client.connect();
    const left = noteFact('NoteWritten', 'written', { text: 'left behind' });
    await client.query('insert into outbox (fact) values ($1)', [JSON.stringify(left)]);
    await client.end();
    await bus.publish([noteFact('UserSeen', 'ada', { text: 'meanwhile' }, 'users')]);
    const second = await start();
    await until('the fact to be applied', async () => (await notesOf(second)).includes('meanwhile'));
    await until('the fact to be published', async () =>
      (await published('NoteWritten')).includes('left behind'),
    );
  });
});

describe('connections', () => {
  it('of requests are their own: consumers that hold all of theirs keep nobody waiting', async () => {
    let begun = 0;
    const { promise: caughtUp, resolve: letGo } = Promise.withResolvers<void>();
    const slow = noteService({
      async onFact() {
        begun += 1;
        await caughtUp;
      },
    });
    const service = await start({ poolSize: 2, backgroundPoolSize: 3 }, slow);
    await bus.publish(
      Array.from({ length: 8 }, (_, n) => noteFact('UserSeen', `key ${n}`, { text: 'x' }, 'users')),
    );
    await until('consumers to hold every connection of theirs', () => begun === 3);
    await ask(service, 'mutation { writeNote(text: "meanwhile") }');
    expect(await notesOf(service)).toEqual(['meanwhile']);
    expect(await service.isReady()).toBe(true);
    letGo();
    await until('every fact to be applied', async () => (await notesOf(service)).length === 9);
  });
});

describe('positions of consumers', () => {
  const seen = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) =>
      noteFact('UserSeen', 'ada', { text: `n${from + n}` }, 'users'),
    );
  const texts = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `n${from + n}`);

  it('are restored with the backup of their database: what came after it comes again', async () => {
    const first = await start();
    await bus.publish(seen(1, 5));
    await until('five facts', async () => (await notesOf(first)).length === 5);
    await first.stop();
    const backup = await createEmptyDatabase(subgraph.name);

    const second = await start();
    await bus.publish(seen(6, 9));
    await until('nine facts', async () => (await notesOf(second)).length === 9);
    await second.stop();

    await dropDatabase(subgraph.name);
    subgraph = backup;
    const restored = await start();
    await until('nine facts again', async () => (await notesOf(restored)).length === 9);
    expect(await notesOf(restored)).toEqual(texts(1, 9));
  });

  it('can be rewound: facts that left no trace come again, those that did have no second effect', async () => {
    const service = await start();
    await bus.publish(seen(1, 5));
    await until('five facts', async () => (await notesOf(service)).length === 5);
    const database = await openDatabase({ url: subgraph.url, entities: [] });
    await database.sql("delete from notes where text = 'n3'");
    await database.sql(
      `delete from inbox where fact_id in (select fact_id from inbox order by applied_at, fact_id offset 2 limit 1)`,
    );
    expect(await rewindConsumer(database, 'notifications.write-note')).toBe(true);
    expect(await rewindConsumer(database, 'notifications.unheard-of')).toBe(false);
    await database.close();
    await bus.publish(seen(6, 6));
    await until('all of them', async () => (await notesOf(service)).length === 6);
    expect((await notesOf(service)).toSorted()).toEqual(texts(1, 6));
  });
});

describe('an outage', () => {
  it("of the subgraph's database is survived: everything goes on, and nothing is lost or doubled", async () => {
    const service = await start();
    const texts = Array.from({ length: 60 }, (_, n) => `n${n}`);
    const [before, during] = [texts.slice(0, 30), texts.slice(30)];
    const publish = (some: string[]) =>
      bus.publish(some.map((text, n) => noteFact('UserSeen', `key ${n % 4}`, { text }, 'users')));
    await publish(before);
    const restore = await interruptDatabase(subgraph.name);
    expect(await service.isReady()).toBe(false);
    await publish(during);
    await expect(ask(service, 'mutation { writeNote(text: "lost") }')).rejects.toThrow();
    await restore();
    await until('the service to be ready', () => service.isReady());
    await until('every fact to be applied', async () => (await notesOf(service)).length >= 60);
    expect((await notesOf(service)).toSorted()).toEqual([...texts].sort());
    await ask(service, 'mutation { writeNote(text: "after") }');
    await until('the fact to be published', async () => (await published('NoteWritten')).length === 1);
    expect(await published('NoteWritten')).toEqual(['after']);
  });

  it('of the bus keeps facts in the outbox until it is over', async () => {
    const service = await start();
    await until('the relay to be up', () => service.isReady());
    const restore = await interruptDatabase(log.name);
    for (const text of ['one', 'two', 'three']) await ask(service, `mutation { writeNote(text: "${text}") }`);
    await restore();
    await until('every fact to be published', async () => (await published('NoteWritten')).length >= 3);
    expect([...new Set(await published('NoteWritten'))]).toEqual(['one', 'two', 'three']);
  });
});

async function connectionsTo(database: string): Promise<number> {
  const client = new Client({ connectionString: `${process.env.TEST_POSTGRES_URL}/postgres` });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(
    'select count(*) as count from pg_stat_activity where datname = $1',
    [database],
  );
  await client.end();
  return Number(rows[0]?.count);
}
