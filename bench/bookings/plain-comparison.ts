import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../../ops/launch/postgres/server.ts';
import { durableSettings } from '../../ops/launch/postgres/settings.ts';
import { pause } from '../../platform/timing/pause.ts';
import { databasesOf } from '../../tests/reliability/databases-of.ts';
import { ServerProcess } from '../../tests/support/server-process.ts';
import { gather, openHall } from '../support/crowd.ts';
import { cpuMs, cpuMsOfTree, machineBusyMs, postmasterOf } from '../support/process-usage.ts';
import { replay, toReplay } from './plain-driver.ts';
import { readRecording, recordingFile, recordingSettings } from './recorded-statements.ts';

/** The server beside a driver that sends PostgreSQL what the server sent, and does nothing else. */
export interface PlainComparison {
  readonly buyers: number;
  /** Bookings a second: of the server, and of the plain driver. */
  readonly server: number;
  readonly plain: number;
  /** Statements a booking that the driver sends, `begin` and `commit` included. */
  readonly statements: number;
  /** Processor time a booking: of the driver, and of PostgreSQL under it. */
  readonly driverMs: number;
  readonly postgresMs: number;
  /** Cores that others used: beside the server, and beside the driver. */
  readonly othersCores: readonly [number, number];
  /** What went otherwise than when it was recorded. */
  readonly faults: readonly string[];
}

const run = promisify(execFile);

const SEATS = 20_000;
const WARM_UP_MS = 4_000;
const SETTLE_MS = 1_500;
const CONNECTIONS = '600';
const env = { AUDIT_SECONDS: '0' };

/**
 * Measures the server with so many buyers, then lets PostgreSQL record what as many buyers cause, and sends the same to
 * databases as they were before. What is recorded cannot be out of date: it is what this server sends.
 */
export async function compareWithPlain(buyers: number, seconds: number): Promise<PlainComparison> {
  const server = await ServerProcess.startAsInstalled(env);
  const folder = join(server.dataDir, 'postgres');
  const before = join(server.dataDir, 'postgres-before');
  try {
    const hall = await openHall(server.client, SEATS);
    const crowd = await gather([server.client], buyers, hall);
    await crowd.buyFor(WARM_UP_MS);
    const besideServer = othersOf(server.pid, postmasterOf(server.dataDir));
    const durations = await crowd.buyFor(seconds * 1000);
    const othersOfServer = besideServer();
    await server.stop();
    // Its files may belong to an account of their own, which `fs.cp` would not keep.
    await run('cp', ['-a', folder, before]);

    appendFileSync(join(folder, 'postgresql.auto.conf'), recordingSettings);
    await server.startAgain(env);
    const known = crowd.bought.length;
    await crowd.buyFor(seconds * 1000);
    await pause(SETTLE_MS);
    const password = new URL(Object.values(await databasesOf(server))[0] ?? '').password;
    await server.stop();
    const recorded = readRecording(join(folder, recordingFile));
    const sent = toReplay(recorded, crowd.bought.slice(known));

    await run('mv', [folder, join(server.dataDir, 'postgres-recorded')]);
    await run('mv', [before, folder]);
    return { buyers, server: durations.length / seconds, ...(await replayed()) };

    async function replayed() {
      const settings = { ...durableSettings, max_connections: CONNECTIONS };
      const postgres = await startPostgres({ dataDir: server.dataDir, password, settings });
      try {
        const pid = postgres.pid() ?? 0;
        const known = await confirmed(postgres.url('tickets'));
        const usage = () => [cpuMs(process.pid), cpuMsOfTree(pid)] as const;
        let [driver, database] = usage();
        let besideDriver = othersOf(null, pid);
        const {
          count,
          tookMs,
          faults: failed,
        } = await replay(sent, buyers, postgres.socketUrl, () => {
          [driver, database] = usage();
          besideDriver = othersOf(null, pid);
        });
        const othersCores = [othersOfServer, besideDriver()] as const;
        const [driverAfter, databaseAfter] = usage();
        const all = sent.bookings.length;
        const faults = [...failed];
        const made = (await confirmed(postgres.url('tickets'))) - known;
        if (made !== all) faults.push(`expected ${all} bookings to be made again, got ${made}`);
        return {
          plain: (count / tookMs) * 1000,
          statements: sent.statements / all,
          driverMs: (driverAfter - driver) / count,
          postgresMs: (databaseAfter - database) / count,
          othersCores,
          faults,
        };
      } finally {
        await postgres.stop();
      }
    }
  } finally {
    await server.demolish();
  }
}

async function confirmed(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as count from bookings where status = 'CONFIRMED'",
    );
    return rows[0].count;
  } finally {
    await client.end();
  }
}

/** Begins to measure how many cores are used by others than this process, a server and PostgreSQL. */
function othersOf(server: number | null, postmaster: number): () => number {
  const ours = () => cpuMs(process.pid) + (server ? cpuMs(server) : 0) + cpuMsOfTree(postmaster);
  const busy = () => machineBusyMs() - ours();
  const [since, before] = [performance.now(), busy()];
  return () => (busy() - before) / (performance.now() - since);
}
