import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { databasesOf } from '../../tests/reliability/databases-of.ts';
import { Client } from '../../tests/support/client.ts';
import { savedOperationsOf } from '../../tests/support/operations.ts';
import { ServerProcess } from '../../tests/support/server-process.ts';
import { type Crowd, gather, type Hall, openHall } from '../support/crowd.ts';
import { cpuMs, cpuMsOfTree, machineBusyMs, postmasterOf, treeOf } from '../support/process-usage.ts';

const SEATS = 20_000;

/** A whole server of one checkout, with an event to book seats of. While another one is measured it stands still. */
export interface BookingServer {
  readonly name: string;
  crowd(size: number): Promise<Crowd>;
  usage(): Promise<Usage>;
  /** The statements since `forget`, by their text, where they are counted. */
  statements(): Promise<readonly CountedStatement[]>;
  forget(): Promise<void>;
  standStill(): void;
  goOn(): void;
  end(): Promise<void>;
}

/** What has been used so far. */
export interface Usage {
  readonly serverMs: number;
  readonly postgresMs: number;
  /** Transactions that wrote something, of all databases. */
  readonly writes: number;
  /** Processor time of everybody but server, PostgreSQL and this process. */
  readonly othersMs: number;
}

export interface CountedStatement {
  readonly database: string;
  readonly text: string;
  readonly calls: number;
  readonly ms: number;
}

/** `counts`: PostgreSQL counts statements, which costs it something itself. */
export async function startBookingServer(
  name: string,
  checkout: string,
  counts: boolean,
): Promise<BookingServer> {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-bench-'));
  const entry = join(checkout, 'ops/launch/start.ts');
  const server = await ServerProcess.startAsInstalled({ AUDIT_SECONDS: '0' }, entry, folder);
  if (counts) {
    await server.stop();
    const lines = "shared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.max = 20000\n";
    await appendFile(join(folder, 'postgres', 'postgresql.auto.conf'), lines);
    await server.startAgain({ AUDIT_SECONDS: '0' });
  }
  const { bus } = await databasesOf(server);
  const control = new pg.Client({ connectionString: bus });
  await control.connect();
  if (counts) await control.query('create extension if not exists pg_stat_statements');
  // An older checkout has an older API: it is asked what its own clients ask.
  const client = new Client(server.client.url, null, savedOperationsOf(pathToFileURL(join(checkout, '/'))));
  const hall: Hall = await openHall(client, SEATS);
  const processes = () => [server.pid, ...treeOf(postmasterOf(server.dataDir))];

  return {
    name,
    crowd: (size) => gather([client], size, hall),
    async usage() {
      const [row] = (await control.query('select pg_snapshot_xmax(pg_current_snapshot())::text as next'))
        .rows;
      const serverMs = cpuMs(server.pid);
      const postgresMs = cpuMsOfTree(postmasterOf(server.dataDir));
      const othersMs = machineBusyMs() - serverMs - postgresMs - cpuMs(process.pid);
      return { serverMs, postgresMs, othersMs, writes: Number(row.next) };
    },
    async statements() {
      const { rows } = await control.query<{ database: string; text: string; calls: string; ms: number }>(
        `select datname as database, query as text, sum(calls) as calls, sum(total_exec_time) as ms
         from pg_stat_statements join pg_database on pg_database.oid = dbid
         where query not like '%pg_stat_statements%' and query not like '%pg_snapshot_xmax%'
         group by 1, 2`,
      );
      return rows.map((row) => ({ ...row, calls: Number(row.calls) }));
    },
    forget: async () => {
      await control.query('select pg_stat_statements_reset()');
    },
    standStill: () => signal(processes(), 'SIGSTOP'),
    goOn: () => signal(processes(), 'SIGCONT'),
    async end() {
      signal(processes(), 'SIGCONT');
      await control.end();
      await server.demolish();
    },
  };
}

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The checkout that this file is in. */
export const thisCheckout = new URL('../../', pathToFileURL(import.meta.filename)).pathname;
