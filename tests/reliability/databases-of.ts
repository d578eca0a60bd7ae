import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseProcess } from '../support/house-process.ts';

/** Addresses of the rooms' databases of a running house, as it writes them into its data folder. */
export async function databasesOf(house: HouseProcess): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(house.dataDir, 'databases.json'), 'utf8'));
}
