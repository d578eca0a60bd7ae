// A process that holds the locks of a relay and of a consumer group, for tests that stop it: reads DATABASE_URL,
// BUS_URL and GROUP, and says "held" on its IPC channel when it has both locks.
import { openEmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { startRelay } from '../outbox/relay.ts';
import { openDatabase } from '../postgres/open-database.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { noteFact } from './note-service.ts';
import { until } from './until.ts';

const { DATABASE_URL = '', BUS_URL = '', GROUP = '' } = process.env;
const bus = await openEmbeddedBus({ url: BUS_URL, logger: silentLogger });
const database = await openDatabase({ url: DATABASE_URL, entities: [] });
const handled: string[] = [];
await bus.consume({
  group: GROUP,
  topics: ['notifications'],
  async handle({ fact }) {
    handled.push(fact.id);
  },
});
startRelay({ subgraph: 'notifications', databaseUrl: DATABASE_URL, bus, logger: silentLogger });
const probe = noteFact('NoteWritten', 'probe', {});
await database.transaction((tx) => tx.publish(probe));
await until('the fact to go from the outbox to the group', () => handled.includes(probe.id));
process.send?.('held');
