import { setTimeout as pause } from 'node:timers/promises';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { listConsumerPositions } from '@parterre/platform/inbox/consumer-positions.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import { type Installation, openInstallation } from '../../ops/cli/installation.ts';

/**
 * The worst of some looks: the most facts that one reader had before it, and the greatest age of the oldest of them,
 * which may be of another one. Readers are consumers, and the relays of the outboxes.
 */
export interface GreatestLag {
  readonly facts: number;
  readonly mostFactsOf: string;
  readonly seconds: number;
  readonly oldestFactOf: string;
}

export interface LagWatch extends AsyncDisposable {
  /** Looks once a second until the work is done. */
  during<Result>(
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly lag: GreatestLag }>;
  /** Milliseconds until no reader has anything before it. @throws Error after two minutes, naming those that have */
  untilCaughtUp(): Promise<number>;
}

interface Waiting {
  readonly reader: string;
  readonly facts: number;
  readonly seconds: number;
}

const LOOK_EVERY_MS = 1_000;
const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 120_000;

const outbox = statement<{ facts: string; seconds: number }>(
  `select count(*) as facts, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds from outbox`,
);

/**
 * Watches the readers of a running installation from outside, by the databases and the bus themselves: its own gauges look
 * every five seconds. A consumer stores its position twice a second, so that half a second of what is told is no lag.
 *
 * @param folder of its data, where its databases are written down
 */
export async function watchLag(folder: string): Promise<LagWatch> {
  const installation = await openInstallation({}, folder);
  return {
    async during(work) {
      const ending = new AbortController();
      const looking = lookUntil(ending.signal, installation);
      try {
        const result = await work();
        ending.abort();
        return { result, lag: worstOf(await looking) };
      } finally {
        ending.abort();
        await looking;
      }
    },

    async untilCaughtUp() {
      const begun = performance.now();
      for (;;) {
        const waiting = (await look(installation)).filter(({ facts }) => facts > 0);
        const ms = performance.now() - begun;
        if (waiting.length === 0) return ms;
        if (ms > PATIENCE_MS) {
          throw new Error(
            `expected all to have caught up, got ${waiting.map(({ reader }) => reader).join(', ')}`,
          );
        }
        await pause(LOOK_AGAIN_MS);
      }
    },

    [Symbol.asyncDispose]: () => installation.close(),
  };
}

async function lookUntil(signal: AbortSignal, installation: Installation): Promise<readonly Waiting[]> {
  const seen: Waiting[] = [];
  while (!signal.aborted) {
    seen.push(...(await look(installation)));
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return seen;
}

/** One after another, so that looking takes next to nothing from what is measured. */
async function look(installation: Installation): Promise<readonly Waiting[]> {
  const bus = await installation.bus();
  const waiting: Waiting[] = [];
  for (const subgraph of subgraphNames) {
    const database = await installation.database(subgraph);
    const [own] = await database.sql(outbox);
    waiting.push({
      reader: `relay of ${subgraph}`,
      facts: Number(own?.facts ?? 0),
      seconds: own?.seconds ?? 0,
    });
    for (const { group, topic, positions } of await listConsumerPositions(database)) {
      const { facts, oldestAt } = await bus.backlog(topic, positions);
      const seconds = oldestAt ? Math.max(0, Date.now() - oldestAt.getTime()) / 1_000 : 0;
      waiting.push({ reader: group, facts, seconds });
    }
  }
  return waiting;
}

function worstOf(seen: readonly Waiting[]): GreatestLag {
  const none: Waiting = { reader: 'nobody', facts: 0, seconds: 0 };
  const most = seen.reduce((worst, each) => (each.facts > worst.facts ? each : worst), none);
  const oldest = seen.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst), none);
  return {
    facts: most.facts,
    mostFactsOf: most.reader,
    seconds: oldest.seconds,
    oldestFactOf: oldest.reader,
  };
}
