import { rm } from 'node:fs/promises';

/** Stops the PostgreSQL that start-postgres.mjs started, and throws its data away. */
export default async function stopTestPostgres() {
  if (!globalThis.testPostgres) return;
  const { server, dataDir } = globalThis.testPostgres;
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
