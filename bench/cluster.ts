/**
 * What many processes cost and bring on one machine: the embedded server, and clusters with 1, 2 and 3 replicas of
 * tickets and events, each with the same crowd of buyers who pay at once.
 *
 *   node bench/cluster.ts [seconds for each round, 15 unless given] [buyers, 16] [replicas, 0,1,2,3; 0 is the embedded server]
 *
 * Prints bookings per second, median and 99th percentile of one booking as the buyer sees it, the memory of all
 * processes together, and for each kind of process its CPU milliseconds a booking, and a second in which nobody asks
 * anything; and how far the consumers fell behind: the most facts that one had before it and the age of the oldest, while
 * people bought, and how long after the last booking all had caught up (support/lag.ts). Everything shares the machine's
 * cores, buyers included.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Client } from '../tests/support/client.ts';
import { ClusterProcess } from '../tests/support/cluster-process.ts';
import { ServerProcess } from '../tests/support/server-process.ts';
import { gather, openHall } from './support/crowd.ts';
import { type GreatestLag, watchLag } from './support/lag.ts';
import { mappedMemory } from './support/mapped-memory.ts';
import { cpuMsOfTree, postmasterOf, treeOf } from './support/process-usage.ts';
import { keepRaw, table } from './support/report.ts';
import { percentile } from './support/statistics.ts';

/** Enough for 250 bookings a second for 75 s. */
const SEATS = 20_000;
const WARM_UP_MS = 3_000;
const IDLE_MS = 10_000;
const seconds = Number(process.argv[2] ?? 15);
const buyers = Number(process.argv[3] ?? 16);
const rounds = (process.argv[4] ?? '0,1,2,3').split(',').map(Number);

interface Subject {
  readonly name: string;
  readonly clients: readonly Client[];
  /** Where its databases are written down. */
  readonly folder: string;
  /** Process ids by kind: "server", "gateway", "tickets", "kafka", "postgres". Their children belong to them. */
  roots(): ReadonlyMap<string, readonly number[]>;
  end(): Promise<unknown>;
}

interface Measured {
  readonly name: string;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Of all processes together, each page once. */
  readonly memoryMiB: number;
  /** CPU milliseconds a booking, by kind of process. */
  readonly cpu: Readonly<Record<string, number>>;
  /** CPU milliseconds a second while nobody asks anything, by kind of process. */
  readonly idle: Readonly<Record<string, number>>;
  readonly lag: GreatestLag;
  readonly caughtUpAfterMs: number;
}

async function embedded(): Promise<Subject> {
  const server = await ServerProcess.startAsInstalled({ AUDIT_SECONDS: '0' });
  return {
    name: 'embedded',
    clients: [server.client],
    folder: server.dataDir,
    // PostgreSQL's first process is a child of the server's, its connections are not.
    roots: () =>
      new Map([
        ['server', [server.pid]],
        ['postgres', [postmasterOf(server.dataDir)]],
      ]),
    end: () => server.demolish(),
  };
}

async function cluster(replicas: number): Promise<Subject> {
  const args = ['tickets', 'events'].flatMap((service) => ['--replicas', `${service}=${replicas}`]);
  const running = await ClusterProcess.start(args);
  return {
    name: `cluster, ${replicas} of tickets and events`,
    clients: running.clients,
    folder: join(running.dataDir, 'cluster'),
    roots: () =>
      new Map(
        [...Map.groupBy(running.state.processes, ({ name }) => name.replace(/-\d+$/, ''))].map(
          ([kind, processes]) => [kind, processes.flatMap(({ pid }) => pid ?? [])],
        ),
      ),
    end: () => running.demolish(),
  };
}

async function measure(open: () => Promise<Subject>): Promise<Measured> {
  const subject = await open();
  try {
    await using watch = await watchLag(subject.folder);
    const [client] = subject.clients;
    if (!client) throw new Error('expected a gateway');
    const hall = await openHall(client, SEATS);
    const crowd = await gather(subject.clients, buyers, hall);
    const resting = usage(subject.roots());
    await setTimeout(IDLE_MS);
    const rested = usage(subject.roots());
    await crowd.buyFor(WARM_UP_MS);
    const before = usage(subject.roots());
    const { result: durations, lag } = await watch.during(() => crowd.buyFor(seconds * 1000));
    const roots = subject.roots();
    const after = usage(roots);
    const memory = mappedMemory([...new Set([...roots.values()].flat().flatMap(treeOf))]);
    const caughtUpAfterMs = await watch.untilCaughtUp();
    return {
      name: subject.name,
      perSecond: durations.length / seconds,
      medianMs: percentile(durations, 0.5),
      p99Ms: percentile(durations, 0.99),
      memoryMiB: (memory.own + memory.shared + memory.files) / 1024 / 1024,
      cpu: spent(before, after, durations.length),
      idle: spent(resting, rested, IDLE_MS / 1000),
      lag,
      caughtUpAfterMs,
    };
  } finally {
    await subject.end();
  }
}

type Usage = ReadonlyMap<string, number>;

/** CPU milliseconds so far, by kind; those of children that have ended, such as connections given up, included. */
function usage(roots: ReadonlyMap<string, readonly number[]>): Usage {
  return new Map(
    [...roots].map(([kind, some]) => [kind, some.reduce((sum, pid) => sum + cpuMsOfTree(pid), 0)]),
  );
}

function spent(before: Usage, after: Usage, times: number): Readonly<Record<string, number>> {
  return Object.fromEntries([...after].map(([kind, ms]) => [kind, (ms - (before.get(kind) ?? 0)) / times]));
}

const measured: Measured[] = [];
for (const replicas of rounds) {
  measured.push(await measure(() => (replicas === 0 ? embedded() : cluster(replicas))));
  const { name, perSecond, lag } = measured.at(-1) as Measured;
  const behind = `${lag.facts} facts (${lag.mostFactsOf}), ${lag.seconds.toFixed(1)} s (${lag.oldestFactOf})`;
  console.error(`${name}: ${perSecond.toFixed(1)} bookings/s, consumers behind by up to ${behind}`);
}
const kinds = [...new Set(measured.flatMap(({ cpu }) => Object.keys(cpu)))];
const inAll = (cpu: Measured['cpu']) => Object.values(cpu).reduce((sum, ms) => sum + ms, 0);
console.log(
  table(
    [
      `${buyers} buyers`,
      'bookings/s',
      'median, ms',
      'p99, ms',
      'lag, facts',
      'lag, s',
      'caught up after, s',
      'memory, MiB',
      'CPU ms a booking',
      ...kinds,
    ],
    measured.map((each) => [
      each.name,
      each.perSecond.toFixed(1),
      each.medianMs.toFixed(0),
      each.p99Ms.toFixed(0),
      each.lag.facts.toFixed(0),
      each.lag.seconds.toFixed(1),
      (each.caughtUpAfterMs / 1_000).toFixed(1),
      each.memoryMiB.toFixed(0),
      inAll(each.cpu).toFixed(1),
      ...kinds.map((kind) => each.cpu[kind]?.toFixed(1) ?? '–'),
    ]),
  ),
);
console.log(
  table(
    ['idle', 'CPU ms a second', ...kinds],
    measured.map(({ name, idle }) => [
      name,
      inAll(idle).toFixed(0),
      ...kinds.map((kind) => idle[kind]?.toFixed(0) ?? '–'),
    ]),
  ),
);
console.log(keepRaw('cluster', { seconds, buyers, measured }));
