import { pause } from '../../platform/timing/pause.ts';
import { percentile } from '../support/statistics.ts';
import {
  type BookingServer,
  type CountedStatement,
  startBookingServer,
  thisCheckout,
  type Usage,
} from './booking-server.ts';

/** Crowds that buy for a while, round by round. */
export interface SteadyOptions {
  readonly seconds: number;
  readonly rounds: number;
  readonly crowds: readonly number[];
  /** Another checkout, whose server is measured in turns. */
  readonly beside: string | undefined;
  /** Whether statements are counted as well. */
  readonly statements: boolean;
}

/** What follows a booking, such as its mail, has come to rest by then. */
const SETTLE_MS = 1_500;
const WARM_UP_MS = 5_000;
const IDLE_MS = 5_000;

const noStatements = { statements: 0 };

/** What one crowd was sold by one server in one round; processor time, writes and statements of one booking. */
export interface Measured {
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
  /** Cores that others used meanwhile. */
  readonly othersCores: number;
}

/** Measures this checkout's server, and another's beside it where one is named. */
export async function measureSteady(options: SteadyOptions): Promise<readonly Measured[]> {
  const { beside, statements, crowds, rounds } = options;
  const servers: BookingServer[] = [];
  const measured: Measured[] = [];
  const inTurn = async (server: BookingServer, work: () => Promise<void>) => {
    for (const other of servers) if (other !== server) other.standStill();
    server.goOn();
    await work();
  };
  try {
    if (beside) servers.push(await startBookingServer('beside', beside, statements));
    servers[0]?.standStill();
    servers.push(await startBookingServer('here', thisCheckout, statements));
    const idle = new Map<string, Idle>();
    for (const server of servers) {
      await inTurn(server, async () => {
        await (await server.crowd(8)).buyFor(WARM_UP_MS);
        await pause(SETTLE_MS);
        idle.set(server.name, statements ? await idleOf(server) : noStatements);
      });
    }
    for (let round = 1; round <= rounds; round += 1) {
      for (const size of crowds) {
        for (const server of servers) {
          await inTurn(server, async () => {
            measured.push(await measure(server, round, size, idle.get(server.name) ?? noStatements, options));
            console.error(JSON.stringify(measured.at(-1)));
          });
        }
      }
    }
    return measured;
  } finally {
    for (const server of servers) await server.end();
  }
}

async function measure(
  server: BookingServer,
  round: number,
  buyers: number,
  idle: Idle,
  { seconds, statements }: SteadyOptions,
): Promise<Measured> {
  const crowd = await server.crowd(buyers);
  await pause(SETTLE_MS);
  if (statements) await server.forget();
  const before = await server.usage();
  const begun = performance.now();
  const durations = await crowd.buyFor(seconds * 1000);
  await pause(SETTLE_MS);
  const after = await server.usage();
  const tookMs = performance.now() - begun;
  const counted = statements ? await server.statements() : [];
  const a = (of: (usage: Usage) => number) => (of(after) - of(before)) / durations.length;
  const polls = (idle.statements / IDLE_MS) * tookMs;
  print(counted, durations.length);
  return {
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
    statements: statements ? (callsOf(counted) - polls) / durations.length : null,
    othersCores: (after.othersMs - before.othersMs) / tookMs,
  };
}

function print(counted: readonly CountedStatement[], bookings: number): void {
  for (const { database, text, calls, ms } of counted.toSorted((x, y) => y.calls - x.calls)) {
    const each = calls / bookings;
    if (each < 0.05) continue;
    const begins = text.replace(/\s+/g, ' ').slice(0, 110);
    console.error(`  ${each.toFixed(2)} a booking, ${(ms / calls).toFixed(3)} ms: ${database}: ${begins}`);
  }
}

interface Idle {
  readonly statements: number;
}

/** What a server does that nobody asks anything. */
async function idleOf(server: BookingServer): Promise<Idle> {
  await server.forget();
  await pause(IDLE_MS);
  return { statements: callsOf(await server.statements()) };
}

function callsOf(statements: readonly CountedStatement[]): number {
  return statements.reduce((sum, { calls }) => sum + calls, 0);
}
