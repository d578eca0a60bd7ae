/**
 * What many processes cost and bring on one machine: the embedded server, and clusters with 1, 2 and 3 replicas of
 * tickets and events, each with the same crowd of buyers who pay at once.
 *
 *   node bench/cluster.ts [seconds for each round, 15 unless given] [buyers, 16]
 *
 * Prints bookings per second, median and 99th percentile of one booking as the buyer sees it, the memory of all
 * processes together, and for each kind of process its CPU milliseconds a booking, and a second in which nobody asks
 * anything. Everything shares the machine's cores, buyers included.
 */
import { setTimeout } from 'node:timers/promises';
import type { Client } from '../tests/support/client.ts';
import { ClusterProcess } from '../tests/support/cluster-process.ts';
import { ServerProcess } from '../tests/support/server-process.ts';
import { gather, openHall } from './support/crowd.ts';
import { cpuMs, postmasterOf, residentBytes, treeOf } from './support/process-usage.ts';
import { keepRaw, table } from './support/report.ts';
import { percentile } from './support/statistics.ts';

const SEATS = 20_000;
const WARM_UP_MS = 3_000;
const IDLE_MS = 10_000;
const seconds = Number(process.argv[2] ?? 15);
const buyers = Number(process.argv[3] ?? 16);

interface Subject {
  readonly name: string;
  readonly clients: readonly Client[];
  /** Process ids by kind: "server", "gateway", "tickets", "kafka", "postgres". */
  pids(): ReadonlyMap<string, readonly number[]>;
  end(): Promise<unknown>;
}

interface Measured {
  readonly name: string;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly residentMiB: number;
  /** CPU milliseconds a booking, by kind of process. */
  readonly cpu: Readonly<Record<string, number>>;
  /** CPU milliseconds a second while nobody asks anything, by kind of process. */
  readonly idle: Readonly<Record<string, number>>;
}

async function embedded(): Promise<Subject> {
  const server = await ServerProcess.startAsInstalled({ AUDIT_SECONDS: '0' });
  return {
    name: 'embedded',
    clients: [server.client],
    pids: () =>
      new Map([
        ['server', [server.pid]],
        ['postgres', treeOf(postmasterOf(server.dataDir))],
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
    pids: () =>
      new Map(
        [...Map.groupBy(running.state.processes, ({ name }) => name.replace(/-\d+$/, ''))].map(
          ([kind, processes]) => [kind, processes.flatMap(({ pid }) => (pid === null ? [] : treeOf(pid)))],
        ),
      ),
    end: () => running.demolish(),
  };
}

async function measure(open: () => Promise<Subject>): Promise<Measured> {
  const subject = await open();
  try {
    const [client] = subject.clients;
    if (!client) throw new Error('expected a gateway');
    const hall = await openHall(client, SEATS);
    const crowd = await gather(subject.clients, buyers, hall);
    const resting = usage(subject.pids());
    await setTimeout(IDLE_MS);
    const rested = usage(subject.pids());
    await crowd.buyFor(WARM_UP_MS);
    const before = usage(subject.pids());
    const durations = await crowd.buyFor(seconds * 1000);
    const pids = subject.pids();
    const after = usage(pids);
    return {
      name: subject.name,
      perSecond: durations.length / seconds,
      medianMs: percentile(durations, 0.5),
      p99Ms: percentile(durations, 0.99),
      residentMiB: [...pids.values()].flat().reduce((sum, pid) => sum + residentBytes(pid), 0) / 1024 / 1024,
      cpu: spent(before, after, durations.length),
      idle: spent(resting, rested, IDLE_MS / 1000),
    };
  } finally {
    await subject.end();
  }
}

function usage(pids: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, number> {
  return new Map([...pids].map(([kind, some]) => [kind, some.reduce((sum, pid) => sum + cpuMs(pid), 0)]));
}

function spent(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, times: number) {
  return Object.fromEntries([...after].map(([kind, ms]) => [kind, (ms - (before.get(kind) ?? 0)) / times]));
}

const measured: Measured[] = [];
for (const open of [embedded, () => cluster(1), () => cluster(2), () => cluster(3)]) {
  measured.push(await measure(open));
  const { name, perSecond } = measured.at(-1) as Measured;
  console.error(`${name}: ${perSecond.toFixed(1)} bookings/s`);
}
const kinds = [...new Set(measured.flatMap(({ cpu }) => Object.keys(cpu)))];
const inAll = (cpu: Measured['cpu']) => Object.values(cpu).reduce((sum, ms) => sum + ms, 0);
console.log(
  table(
    [`${buyers} buyers`, 'bookings/s', 'median, ms', 'p99, ms', 'memory, MiB', 'CPU ms a booking', ...kinds],
    measured.map((each) => [
      each.name,
      each.perSecond.toFixed(1),
      each.medianMs.toFixed(0),
      each.p99Ms.toFixed(0),
      each.residentMiB.toFixed(0),
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
