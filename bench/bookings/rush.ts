import { randomUUID } from 'node:crypto';
import { auditAtRest, auditedDatabases, type Breach } from '../../ops/audit/audit.ts';
import { pause } from '../../platform/timing/pause.ts';
import { databasesOf } from '../../tests/reliability/databases-of.ts';
import type { Client, Refusable } from '../../tests/support/client.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { operation } from '../../tests/support/operations.ts';
import { type Actor, register, topUp } from '../../tests/support/people.ts';
import { ServerProcess } from '../../tests/support/server-process.ts';
import { type Hall, openHall } from '../support/crowd.ts';
import { cpuMs, cpuMsOfTree, machineBusyMs, postmasterOf } from '../support/process-usage.ts';
import { percentile } from '../support/statistics.ts';

/** More people than seats, who all come at the same moment. */
export interface RushOptions {
  readonly buyers: number;
  readonly seats: number;
}

/** How a request ended: bought, a refusal's or an error's code, or how the connection broke. */
export type Ending = string;

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
  /** What is wrong with the books; empty is right. */
  readonly breaches: readonly Breach[];
  /** Buyers whose wallet is not what it was, less what they bought. */
  readonly wrongWallets: number;
}

const PURSE = 50;
const PRICE = 10;
/** Accounts that are opened at once: enough to keep two cores busy hashing passwords. */
const OPENED_AT_ONCE = 20;
/** Whoever is asked to come again does so after this long, and not at the same moment as the others. */
const COME_AGAIN_MS = { least: 200, most: 600 };
/** Whoever has neither a seat nor seen a full hall by then never will. */
const FOR_EVER_MS = 60_000;
/** Facts and timers have come to rest by then. */
const REST_PATIENCE_MS = 120_000;

/** Opens a hall and all accounts, fills the wallets, and lets everybody in at once. */
export async function rush({ buyers: size, seats }: RushOptions): Promise<Rush> {
  const server = await ServerProcess.start({ AUDIT_SECONDS: '0', LOG_LEVEL: 'warn' });
  try {
    const hall = await openHall(server.client, seats, `${PRICE}.00`);
    const buyers: Buyer[] = [];
    while (buyers.length < size) {
      const opened = Array.from({ length: Math.min(OPENED_AT_ONCE, size - buyers.length) }, () =>
        openBuyer(server.client),
      );
      buyers.push(...(await Promise.all(opened)).map((actor) => new Buyer(actor, hall)));
    }
    const before = usageOf(server);
    const begun = performance.now();
    await Promise.all(buyers.map((buyer) => buyer.buy()));
    const tookMs = performance.now() - begun;
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
      breaches: await breachesAtRest(server),
      wrongWallets: await wrongWallets(buyers),
    };
  } finally {
    await server.demolish();
  }
}

/** Processor milliseconds so far: of the server, of PostgreSQL, of the buyers, and of everybody else. */
function usageOf(server: ServerProcess): readonly number[] {
  const ours = [cpuMs(server.pid), cpuMsOfTree(postmasterOf(server.dataDir)), cpuMs(process.pid)];
  return [...ours, machineBusyMs() - ours.reduce((sum, ms) => sum + ms)];
}

/** Somebody who wants one seat, and looks at the map again whenever another was faster. */
class Buyer {
  readonly requests: { readonly ending: Ending; readonly ms: number }[] = [];
  readonly actor: Actor;
  /** When the answer came. */
  bought: number | null = null;
  readonly #hall: Hall;

  constructor(actor: Actor, hall: Hall) {
    this.actor = actor;
    this.#hall = hall;
  }

  async buy(): Promise<void> {
    let free: readonly string[] = this.#hall.free;
    const giveUpAt = performance.now() + FOR_EVER_MS;
    while (free.length > 0) {
      if (performance.now() > giveUpAt) {
        this.requests.push({ ending: GAVE_UP, ms: FOR_EVER_MS });
        return;
      }
      const seatId = free[Math.floor(Math.random() * free.length)];
      const ending = await this.#book(seatId);
      if (ending === BOUGHT) {
        this.bought = performance.now();
        return;
      }
      if (ending !== SEATS_TAKEN) throw new Error(`expected a seat or SEATS_TAKEN, got ${ending}`);
      free = await this.#freeSeats();
    }
  }

  /** One seat, under one key until it is known what became of it. */
  async #book(seatId: string | undefined): Promise<Ending> {
    const idempotencyKey = randomUUID();
    const input = { eventId: this.#hall.eventId, seatIds: [seatId], payNow: true, idempotencyKey };
    for (;;) {
      const answer = await this.#timed(async () => {
        const { data, errors } = await this.actor.client.send<Booked>(operation('CreateBooking'), { input });
        const refusal = errors?.[0]?.extensions?.code ?? data?.createBooking?.userErrors[0]?.code;
        return {
          ending: refusal ?? (data?.createBooking?.booking?.status === 'CONFIRMED' ? BOUGHT : 'NOT PAID'),
        };
      });
      if (!comeAgain.has(answer.ending)) return answer.ending;
      await pause(COME_AGAIN_MS.least + Math.random() * (COME_AGAIN_MS.most - COME_AGAIN_MS.least));
    }
  }

  async #freeSeats(): Promise<readonly string[]> {
    for (;;) {
      const { states } = await this.#timed(async () => {
        const { data, errors } = await this.actor.client.send<StatesAnswer>(statesQuery, {
          id: this.#hall.eventId,
        });
        const code = errors?.[0]?.extensions?.code;
        return { ending: code ? `MAP ${code}` : 'MAP', states: data?.event.seatMap.states };
      });
      if (states !== undefined) return this.#hall.free.filter((_, index) => states[index] === 'F');
      await pause(COME_AGAIN_MS.least + Math.random() * (COME_AGAIN_MS.most - COME_AGAIN_MS.least));
    }
  }

  async #timed<Answer extends { readonly ending: Ending }>(
    ask: () => Promise<Answer>,
  ): Promise<Answer | { readonly ending: Ending; readonly states?: undefined }> {
    const begun = performance.now();
    const answer = await ask().catch((error: Error) => ({ ending: brokenBy(error) }));
    this.requests.push({ ending: answer.ending, ms: performance.now() - begun });
    return answer;
  }
}

export const BOUGHT = 'bought';
export const SEATS_TAKEN = 'SEATS_TAKEN';
const GAVE_UP = 'gave up';
const BROKEN = 'broken: ';
/** What says nothing about the seat: asked again with the same key it comes to the same. */
const busy = ['TRY_AGAIN', 'SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'RATE_LIMITED'];
const comeAgain = { has: (ending: Ending) => busy.includes(ending) || ending.startsWith(BROKEN) };

function brokenBy({ cause, message }: Error): Ending {
  return `${BROKEN}${(cause as { code?: string } | undefined)?.code ?? message}`;
}

const statesQuery = 'query SeatStates($id: ID!) { event(id: $id) { seatMap { version states } } }';

interface StatesAnswer {
  readonly event: { readonly seatMap: { readonly states: string } };
}

interface Booked {
  readonly createBooking: (Refusable & { readonly booking: { readonly status: string } | null }) | null;
}

async function openBuyer(anyone: Client): Promise<Actor> {
  const buyer = await register(anyone, 'rush');
  await topUp(buyer, `${PURSE}.00`);
  return buyer;
}

function together(buyers: readonly Buyer[]): ReadonlyMap<Ending, readonly number[]> {
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

async function wrongWallets(buyers: readonly Buyer[]): Promise<number> {
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
