import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pause } from '@parterre/platform/timing/pause.ts';
import type pg from 'pg';
import { z } from 'zod';
import { type DatabaseOwner, databaseOwners } from '../launch/server-config.ts';
import type { Installation, InstallationUrls } from './installation.ts';
import { type Answer, Refused } from './output.ts';
import { connect, type DatabaseContents, tableNames, writeTables } from './tables.ts';

/** Without these an installation cannot read its own tokens and ticket codes. */
export const keptFiles = ['secrets.json', 'first-start.json'] as const;

const manifestShape = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Without the bus where that is Apache Kafka. */
  databases: z.partialRecord(
    z.enum(databaseOwners),
    z.object({
      migrations: z.array(z.string()),
      tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
      sequences: z.array(z.object({ table: z.string(), column: z.string(), value: z.string() })),
    }),
  ),
});
export type Manifest = z.output<typeof manifestShape>;

/**
 * A transaction that writes is let through within this time, or the attempt is given up: less than the second after
 * which PostgreSQL would look for deadlocks and might end one of theirs.
 */
const LOCK_PATIENCE_MS = 300;
/** Bound on one attempt, all tables of a database together: so long writers wait at most. */
const ATTEMPT_MS = 1_500;
const ATTEMPTS = 40;
const LONGEST_PAUSE_MS = 500;

/**
 * Writes every table of every database into a folder, all of them as they were at one moment, while the installation
 * goes on. Works on databases of any servers, and needs no rights but those of the installation itself.
 *
 * @throws Refused when the folder is in use, or the writers cannot be held for a moment
 */
export async function backup(installation: Installation, path: string): Promise<Answer> {
  const folder = newFolder(path);
  const { readers, heldMs } = await readersOfOneMoment(installation.urls);
  const takenAt = new Date().toISOString();
  try {
    const contents: [DatabaseOwner, DatabaseContents][] = [];
    for (const [owner, client] of readers) {
      mkdirSync(join(folder, owner), { mode: 0o700 });
      contents.push([owner, await writeTables(client, join(folder, owner))]);
    }
    for (const file of keptFiles) {
      const source = installation.dataDir && join(installation.dataDir, file);
      if (source && existsSync(source)) copyFileSync(source, join(folder, file));
    }
    writeManifest(folder, {
      format: 1,
      takenAt,
      databases: Object.fromEntries(contents),
    });
    const rows = contents.flatMap(([, { tables }]) => tables).reduce((sum, table) => sum + table.rows, 0);
    return {
      json: { folder, takenAt, rows, heldMs },
      lines: [
        `${rows} rows of ${contents.length} databases as of ${takenAt}, in ${folder}; writers waited ${heldMs} ms`,
        ...(installation.urls.bus
          ? []
          : ['Facts that are on their way are in Apache Kafka, and not in here.']),
        'It holds keys and personal data: keep it as you keep the installation itself.',
      ],
    };
  } finally {
    await Promise.all([...readers.values()].map((client) => client.end()));
  }
}

/** @throws Refused when it is no backup, or one that was cut off */
export function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file))
    throw new Refused(`expected a backup in ${folder}, found none, or one that was cut off`);
  const parsed = manifestShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Refused(`expected ${file} to be of format 1, and it is not`);
  return parsed.data;
}

/** Written last: a folder without it is no backup. */
function writeManifest(folder: string, manifest: Manifest): void {
  const unfinished = join(folder, 'manifest.json.new');
  writeFileSync(unfinished, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, join(folder, 'manifest.json'));
}

function newFolder(path: string): string {
  const folder = resolve(path);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refused(
      `expected a new or an empty folder for the backup, got ${folder}, which holds something`,
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * A reading transaction in each database, all of which see the same moment. Each database has its own snapshots, so
 * the moment is made: every table of all databases is locked against writers, and while none of them is in a
 * transaction that has written, a snapshot is taken in each. Readers go on meanwhile. A writer that is in the way (it
 * waits for a table that we have, we for one that it has) makes us give up at once and try again.
 */
async function readersOfOneMoment(
  urls: InstallationUrls,
): Promise<{ readonly readers: ReadonlyMap<DatabaseOwner, pg.Client>; readonly heldMs: number }> {
  const readers = new Map<DatabaseOwner, pg.Client>();
  const lockers = new Map<DatabaseOwner, pg.Client>();
  try {
    for (const owner of databaseOwners) {
      const url = urls[owner];
      if (url === undefined) continue;
      readers.set(owner, await connect(url));
      lockers.set(
        owner,
        await connect(url, {
          lock_timeout: `${LOCK_PATIENCE_MS}`,
          statement_timeout: `${ATTEMPT_MS}`,
        }),
      );
    }
    for (let attempt = 1; ; attempt += 1) {
      const since = performance.now();
      const locked = await Promise.allSettled([...lockers.values()].map(lockAll));
      const failed = locked.find((each) => each.status === 'rejected');
      if (!failed) {
        await Promise.all([...readers.values()].map(takeSnapshot));
        await Promise.all([...lockers.values()].map((client) => client.query('rollback')));
        return { readers, heldMs: Math.round(performance.now() - since) };
      }
      await Promise.all([...lockers.values()].map((client) => client.query('rollback')));
      if (!isLockTimeout(failed.reason)) throw failed.reason;
      if (attempt === ATTEMPTS) {
        throw new Refused(
          `expected a moment without writers, found none in ${ATTEMPTS} attempts; try again later`,
        );
      }
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
  } catch (error) {
    await Promise.all([...readers.values()].map((client) => client.end()));
    throw error;
  } finally {
    await Promise.all([...lockers.values()].map((client) => client.end()));
  }
}

async function lockAll(client: pg.Client): Promise<void> {
  await client.query('begin');
  const names = await tableNames(client);
  if (names.length === 0) return;
  await client.query(`lock table ${names.map((name) => `"${name}"`).join(', ')} in exclusive mode`);
}

async function takeSnapshot(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read, read only');
  await client.query('select 1');
}

/** lock_not_available and query_canceled. */
function isLockTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(String((error as { code?: unknown }).code));
}
