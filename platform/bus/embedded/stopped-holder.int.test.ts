import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, it } from '@jest/globals';
import { startRelay } from '../../outbox/relay.ts';
import { silentLogger } from '../../telemetry/logger.ts';
import { noteFact } from '../../testing/note-service.ts';
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

let outbox: TestDatabase;
let log: { name: string; url: string };
let holder: ChildProcess;
let ends: (() => Promise<void>)[];

beforeEach(async () => {
  ends = [];
  outbox = await createTestDatabase();
  log = await createEmptyDatabase();
  const env = { ...process.env, DATABASE_URL: outbox.url, BUS_URL: log.url, GROUP };
  holder = fork(holderFile, { env, execArgv: [] });
  await once(holder, 'message');
}, 60_000);
afterEach(async () => {
  holder.kill('SIGKILL');
  for (const end of ends) await end();
  await outbox.drop();
  await dropDatabase(log.name);
});

it('a process that is stopped gives up the relay and its groups: another one goes on', async () => {
  holder.kill('SIGSTOP');
  const bus = await openEmbeddedBus({ url: log.url, logger: silentLogger });
  const relay = startRelay({ room: 'notifications', databaseUrl: outbox.url, bus, logger: silentLogger });
  ends.push(
    () => relay.stop(),
    () => bus.close(),
  );
  const handled: string[] = [];
  await bus.consume({
    group: GROUP,
    topics: ['notifications'],
    async handle({ fact }) {
      handled.push(fact.id);
    },
  });
  const fact = noteFact('NoteWritten', 'ada', { text: 'after the stop' });
  await outbox.database.transaction((tx) => tx.publish(fact));
  await until('the fact to pass relay and group', () => handled.includes(fact.id));
}, 60_000);
