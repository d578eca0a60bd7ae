/**
 * What a paid booking costs: a whole server in a process of its own, and 1, 8 and 32 buyers who each buy one
 * free seat after another (createBooking with payNow) over HTTP, for a fixed time each.
 *
 *   node bench/bookings.ts [--seconds 10] [--rounds 1] [--buyers 1,8,32] [--beside CHECKOUT] [--statements]
 *
 * Prints bookings per second, the median and 99th percentile of one booking as seen by the client, the processor time of
 * the server's process and of all of PostgreSQL's for one, what happens after its answer included, and the transactions
 * that write. `--beside` measures the server of another checkout in turns, each while the other stands still; machines
 * and hours differ, so only figures of one run can be compared. `--statements` counts statements as well, less those of
 * a server that nobody asks anything, and lists them.
 *
 * Buyers and server share the machine's cores, so throughput is a lower bound.
 */
import { parseArgs } from 'node:util';
import { pause } from '../platform/timing/pause.ts';
import {
  type BookingServer,
  type CountedStatement,
  startBookingServer,
  thisCheckout,
  type Usage,
} from './support/booking-server.ts';
import { keepRaw, table } from './support/report.ts';
import { percentile } from './support/statistics.ts';

const { values: wanted } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '1' },
    buyers: { type: 'string', default: '1,8,32' },
    beside: { type: 'string' },
    statements: { type: 'boolean', default: false },
  },
});
const seconds = Number(wanted.seconds);
const crowds = wanted.buyers.split(',').map(Number);
/** What follows a booking, such as its mail, has come to rest by then. */
const SETTLE_MS = 1_500;
const WARM_UP_MS = 5_000;
const IDLE_MS = 5_000;

const noStatements = { statements: 0 };

interface Measured {
  readonly server: string;
  readonly round: number;
  readonly buyers: number;
  readonly bookings: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly serverMs: number;
  readonly postgresMs: number;
  readonly writes: number;
  readonly statements: number | null;
}

const servers: BookingServer[] = [];
const measured: Measured[] = [];
try {
  if (wanted.beside) servers.push(await startBookingServer('beside', wanted.beside, wanted.statements));
  servers[0]?.standStill();
  servers.push(await startBookingServer('here', thisCheckout, wanted.statements));
  const idle = new Map<string, Awaited<ReturnType<typeof idleOf>>>();
  for (const server of servers) {
    await inTurn(server, async () => {
      await (await server.crowd(8)).buyFor(WARM_UP_MS);
      await pause(SETTLE_MS);
      idle.set(server.name, await idleOf(server));
    });
  }
  for (let round = 1; round <= Number(wanted.rounds); round += 1) {
    for (const size of crowds) {
      for (const server of servers) {
        await inTurn(server, () => measure(server, round, size, idle.get(server.name) ?? noStatements));
      }
    }
  }
} finally {
  for (const server of servers) await server.end();
}
console.log(
  table(
    [
      '',
      'round',
      'buyers',
      'bookings/s',
      'median, ms',
      'p99, ms',
      'server CPU, ms',
      'PostgreSQL CPU, ms',
      'writes',
      'statements',
    ],
    measured.map((each) => [
      each.server,
      each.round,
      each.buyers,
      each.perSecond.toFixed(1),
      each.medianMs.toFixed(1),
      each.p99Ms.toFixed(1),
      each.serverMs.toFixed(1),
      each.postgresMs.toFixed(1),
      each.writes.toFixed(1),
      each.statements?.toFixed(1) ?? '–',
    ]),
  ),
);
console.log(keepRaw('bookings', { measured }));

async function inTurn(server: BookingServer, work: () => Promise<void>): Promise<void> {
  for (const other of servers) if (other !== server) other.standStill();
  server.goOn();
  await work();
}

async function measure(server: BookingServer, round: number, buyers: number, idle: Idle): Promise<void> {
  const crowd = await server.crowd(buyers);
  await pause(SETTLE_MS);
  if (wanted.statements) await server.forget();
  const before = await server.usage();
  const begun = performance.now();
  const durations = await crowd.buyFor(seconds * 1000);
  await pause(SETTLE_MS);
  const after = await server.usage();
  const tookMs = performance.now() - begun;
  const counted = wanted.statements ? await server.statements() : [];
  const a = (of: (usage: Usage) => number) => (of(after) - of(before)) / durations.length;
  const polls = (idle.statements / IDLE_MS) * tookMs;
  measured.push({
    server: server.name,
    round,
    buyers,
    bookings: durations.length,
    perSecond: durations.length / seconds,
    medianMs: percentile(durations, 0.5),
    p99Ms: percentile(durations, 0.99),
    serverMs: a(({ serverMs }) => serverMs),
    postgresMs: a(({ postgresMs }) => postgresMs),
    writes: a(({ writes }) => writes),
    statements: wanted.statements ? (callsOf(counted) - polls) / durations.length : null,
  });
  console.error(JSON.stringify(measured.at(-1)));
  for (const { database, text, calls, ms } of counted.toSorted((x, y) => y.calls - x.calls)) {
    const each = calls / durations.length;
    if (each < 0.05) continue;
    const begins = text.replace(/\s+/g, ' ').slice(0, 110);
    console.error(`  ${each.toFixed(2)} a booking, ${(ms / calls).toFixed(3)} ms: ${database}: ${begins}`);
  }
}

type Idle = Awaited<ReturnType<typeof idleOf>>;

/** What a server does that nobody asks anything. */
async function idleOf(server: BookingServer) {
  if (!wanted.statements) return noStatements;
  await server.forget();
  await pause(IDLE_MS);
  return { statements: callsOf(await server.statements()) };
}

function callsOf(statements: readonly CountedStatement[]): number {
  return statements.reduce((sum, { calls }) => sum + calls, 0);
}
