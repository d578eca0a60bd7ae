import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startRelay } from '../../outbox/relay.ts';
import { silentLogger } from '../../telemetry/logger.ts';
import { noteFact } from '../../testing/note-service.ts';
import { swallowingProxy } from '../../testing/swallowing-proxy.ts';
import {
  createEmptyDatabase,
  createTestDatabase,
  dropDatabase,
  type TestDatabase,
} from '../../testing/test-database.ts';
import { until } from '../../testing/until.ts';
import { openEmbeddedBus } from './embedded-bus.ts';

const holderFile = fileURLToPath(new URL('../../testing/lock-holder-process.ts', import.meta.url));
const GROUP = 'notifications.write-note';
const quiet = { subgraph: 'notifications', logger: silentLogger } as const;

let outbox: TestDatabase;
let log: { name: string; url: string };
let ends: (() => unknown)[];

beforeEach(async () => {
  ends = [];
  outbox = await createTestDatabase();
  log = await createEmptyDatabase();
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  await outbox.drop();
  await dropDatabase(log.name);
});

/** A relay and a member of the group, over these addresses; answers the ids of facts that came through both. */
async function holdLocks(databaseUrl: string, busUrl: string): Promise<string[]> {
  const bus = await openEmbeddedBus({ url: busUrl, logger: silentLogger });
  ends.push(() => bus.close());
  const relay = startRelay({ ...quiet, databaseUrl, bus });
  ends.push(() => relay.stop());
  const handled: string[] = [];
  await bus.consume({
    group: GROUP,
    topics: ['notifications'],
    async handle({ fact }) {
      handled.push(fact.id);
    },
  });
  return handled;
}

async function publish(text: string): Promise<string> {
  const fact = noteFact('NoteWritten', 'ada', { text });
  await outbox.database.transaction((tx) => tx.publish(fact));
  return fact.id;
}

it('a process that is stopped gives up the relay and its groups: another one goes on', async () => {
  const env = { ...process.env, DATABASE_URL: outbox.url, BUS_URL: log.url, GROUP };
  const holder = fork(holderFile, { env, execArgv: [] });
  ends.push(() => holder.kill('SIGKILL'));
  await once(holder, 'message');
  holder.kill('SIGSTOP');
  const handled = await holdLocks(outbox.url, log.url);
  const id = await publish('after the stop');
  await until('the fact to pass relay and group', () => handled.includes(id));
});

it('a process that is cut off gives up the relay and its groups: another one goes on', async () => {
  const proxies = await Promise.all([swallowingProxy(outbox.url), swallowingProxy(log.url)]);
  ends.push(() => Promise.all(proxies.map((proxy) => proxy.close())));
  const [toOutbox, toLog] = proxies;
  const cutOff = await holdLocks(toOutbox?.url ?? '', toLog?.url ?? '');
  const before = await publish('before');
  await until('the holder to have both locks', () => cutOff.includes(before));
  for (const proxy of proxies) proxy.swallow();
  const handled = await holdLocks(outbox.url, log.url);
  const id = await publish('after the cut');
  await until('the fact to pass relay and group', () => handled.includes(id));
  expect(cutOff).not.toContain(id);
});
