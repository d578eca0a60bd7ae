import { rm } from 'node:fs/promises';

/** Stops what start-servers.mjs started, and throws its data away. */
export default async function stopTestServers() {
  if (!globalThis.testServers) return;
  const { server, dataDir, kafka } = globalThis.testServers;
  await Promise.all([server.stop(), kafka.stop()]);
  await rm(dataDir, { recursive: true, force: true });
}
