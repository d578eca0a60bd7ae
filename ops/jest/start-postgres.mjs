import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../launch/postgres/server.ts';
import { fleetingSettings } from '../launch/postgres/settings.ts';

/**
 * Starts one real PostgreSQL for all integration tests; each test file makes databases of its own in it.
 * It ends with the test run, also when that is killed.
 */
export default async function startTestPostgres() {
  const dataDir = await mkdtemp(join(tmpdir(), 'parterre-test-'));
  const server = await startPostgres({ dataDir, password: 'parterre', settings: fleetingSettings });
  globalThis.testPostgres = { server, dataDir };
  // Run by the test files that need it (platform/testing/test-kafka.ts).
  process.env.TEST_KAFKA_COMMAND = fileURLToPath(new URL('../kafka/main.ts', import.meta.url));
  process.env.TEST_POSTGRES_URL = server.url('').replace(/\/$/, '');
}
