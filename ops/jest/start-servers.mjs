import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../launch/postgres/server.ts';
import { fleetingSettings } from '../launch/postgres/settings.ts';
import { offerKafka } from './offer-kafka.mjs';

/**
 * Starts one real PostgreSQL for all integration tests, where each test file makes databases of its own, and stands
 * ready to start one Apache Kafka. They end with the test run, also when that is killed.
 */
export default async function startTestServers() {
  const dataDir = await mkdtemp(join(tmpdir(), 'parterre-test-'));
  const server = await startPostgres({ dataDir, password: 'parterre', settings: fleetingSettings });
  const kafka = await offerKafka();
  globalThis.testServers = { server, dataDir, kafka };
  // Used by the test files that need them (platform/testing/test-database.ts, test-kafka.ts).
  process.env.TEST_POSTGRES_URL = server.url('').replace(/\/$/, '');
  process.env.TEST_KAFKA_PORT = String(kafka.port);
  process.env.TEST_KAFKA_COMMAND = fileURLToPath(new URL('../kafka/main.ts', import.meta.url));
}
