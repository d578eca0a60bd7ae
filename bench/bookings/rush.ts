import { monitorEventLoopDelay } from 'node:perf_hooks';
import { auditAtRest, auditedDatabases, type Breach } from '../../ops/audit/audit.ts';
import { pause } from '../../platform/timing/pause.ts';
import { databasesOf } from '../../tests/reliability/databases-of.ts';
import type { Client } from '../../tests/support/client.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { type Actor, register, topUp } from '../../tests/support/people.ts';
import { ServerProcess } from '../../tests/support/server-process.ts';
import { gather, openHall } from '../support/crowd.ts';
import { cpuMs, cpuMsOfTree, machineBusyMs, postmasterOf } from '../support/process-usage.ts';
import { percentile } from '../support/statistics.ts';
import { type Ending, HurriedBuyer } from './hurried-buyer.ts';

/** More people than seats, who all come at the same moment. */
export interface RushOptions {
  readonly buyers: number;
  readonly seats: number;
  /** Where the server leaves a CPU profile when it ends, if wanted. */
  readonly profile?: string | undefined;
  /** Whether the server has sold nothing before. */
  readonly isCold: boolean;
}

export interface Rush {
  /** Requests by how they ended, map reads as MAP, with the milliseconds that each took. */
  readonly requests: ReadonlyMap<Ending, readonly number[]>;
  readonly sold: number;
  /** From the first request to the answer that sold the last seat; null where seats were left over. */
  readonly soldOutMs: number | null;
  /** Until the last buyer had gone. */
  readonly tookMs: number;
  readonly serverMs: number;
  readonly postgresMs: number;
  readonly buyersMs: number;
  /** Processor time of whoever else was at the machine. */
  readonly othersMs: number;
  /** How late the process of the buyers was at most in one of a hundred looks, in milliseconds: so late it sees answers. */
  readonly buyersLateMs: number;
  /** What is wrong with the books; empty is right. */
  readonly breaches: readonly Breach[];
  /** Buyers whose wallet is not what it was, less what they bought. */
  readonly wrongWallets: number;
}

const PURSE = 50;
const PRICE = 10;
/** Accounts that are opened at once: enough to keep two cores busy hashing passwords. */
const OPENED_AT_ONCE = 20;
/** What opening accounts has left to do is done by then. */
const SETTLE_MS = 2_000;
/** What a few buyers are sold before, in a hall of their own: a shop whose rush is the first sale of its life is rare. */
const SOLD_BEFORE = { buyers: 8, ms: 5_000, seats: 2_000 };
/** Facts and timers have come to rest by then. */
const REST_PATIENCE_MS = 120_000;

/**
 * Opens a hall and all accounts, fills the wallets, has everybody look at the hall, and lets them all in at once.
 * Unless it is to be cold, the server has sold before, as in the rows of steady buyers.
 */
export async function rush({ buyers: size, seats, profile, isCold }: RushOptions): Promise<Rush> {
  const profiled: Record<string, string> =
    profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` };
  const server = await ServerProcess.startAsInstalled({ AUDIT_SECONDS: '0', LOG_LEVEL: 'warn', ...profiled });
  const buyers: HurriedBuyer[] = [];
  try {
    const hall = await openHall(server.client, seats, `${PRICE}.00`);
    while (buyers.length < size) {
      const opened = Array.from({ length: Math.min(OPENED_AT_ONCE, size - buyers.length) }, () =>
        openBuyer(server.client),
      );
      buyers.push(...(await Promise.all(opened)).map((actor) => new HurriedBuyer(actor, hall)));
    }
    for (const buyer of buyers) await buyer.arrive();
    if (!isCold) {
      const { buyers: few, ms, seats: free } = SOLD_BEFORE;
      await (await gather([server.client], few, await openHall(server.client, free))).buyFor(ms);
    }
    await pause(SETTLE_MS);
    const lateness = monitorEventLoopDelay({ resolution: 1 });
    const before = usageOf(server);
    const begun = performance.now();
    lateness.enable();
    await Promise.all(buyers.map((buyer) => buyer.buy()));
    const tookMs = performance.now() - begun;
    lateness.disable();
    const [serverMs = 0, postgresMs = 0, buyersMs = 0, othersMs = 0] = usageOf(server).map(
      (ms, of) => ms - (before[of] ?? 0),
    );
    const boughtAt = buyers.flatMap(({ bought }) => bought ?? []);
    return {
      requests: together(buyers),
      sold: boughtAt.length,
      soldOutMs: boughtAt.length === seats ? Math.max(...boughtAt) - begun : null,
      tookMs,
      serverMs,
      postgresMs,
      buyersMs,
      othersMs,
      buyersLateMs: lateness.percentile(99) / 1e6,
      breaches: await breachesAtRest(server),
      wrongWallets: await wrongWallets(buyers),
    };
  } catch (cause) {
    throw new Error(`expected a rush to its end; the server wrote last: ${server.output}`, { cause });
  } finally {
    for (const buyer of buyers) buyer.leave();
    await server.demolish();
  }
}

/** Processor milliseconds so far: of the server, of PostgreSQL, of the buyers, and of everybody else. */
function usageOf(server: ServerProcess): readonly number[] {
  const ours = [cpuMs(server.pid), cpuMsOfTree(postmasterOf(server.dataDir)), cpuMs(process.pid)];
  return [...ours, machineBusyMs() - ours.reduce((sum, ms) => sum + ms)];
}

async function openBuyer(anyone: Client): Promise<Actor> {
  const buyer = await register(anyone, 'rush');
  await topUp(buyer, `${PURSE}.00`);
  return buyer;
}

function together(buyers: readonly HurriedBuyer[]): ReadonlyMap<Ending, readonly number[]> {
  const byEnding = Map.groupBy(
    buyers.flatMap(({ requests }) => requests),
    ({ ending }) => ending,
  );
  return new Map([...byEnding].map(([ending, requests]) => [ending, requests.map(({ ms }) => ms)]));
}

/** What the audit of the reliability tests has to say once everything has come to rest. */
async function breachesAtRest(server: ServerProcess): Promise<readonly Breach[]> {
  const databases = auditedDatabases(await databasesOf(server));
  let breaches: readonly Breach[] = [];
  await eventually(
    'the books to be in order',
    async () => {
      breaches = await auditAtRest(databases);
      return breaches.length === 0;
    },
    REST_PATIENCE_MS,
  ).catch(() => undefined);
  return breaches;
}

async function wrongWallets(buyers: readonly HurriedBuyer[]): Promise<number> {
  let wrong = 0;
  for (const { actor, bought } of buyers) {
    const { me } = await actor.client.ask<Purse>('Me');
    if (Number(me.wallet.available.amount) !== PURSE - (bought === null ? 0 : PRICE)) wrong += 1;
  }
  return wrong;
}

interface Purse {
  readonly me: { readonly wallet: { readonly available: { readonly amount: string } } };
}

/** What requests with these endings took. */
export function timesOf({ requests }: Rush, is: (ending: Ending) => boolean): string {
  const ms = [...requests].flatMap(([ending, times]) => (is(ending) ? times : []));
  if (ms.length === 0) return '–';
  return `${percentile(ms, 0.5).toFixed(0)}, ${percentile(ms, 0.99).toFixed(0)}`;
}
