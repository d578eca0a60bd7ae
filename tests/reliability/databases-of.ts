import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from '../support/server-process.ts';

/** Addresses of the subgraphs' databases of a running server, as it writes them into its data folder. */
export async function databasesOf(server: ServerProcess): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(server.dataDir, 'databases.json'), 'utf8'));
}
