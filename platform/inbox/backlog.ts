import type { Bus } from '../bus/bus.ts';
import type { Database } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import type { FactConsumer, Job } from '../service/service.ts';
import { ageGauge, gauge } from '../telemetry/metrics.ts';
import { listConsumerPositions } from './consumer-positions.ts';
import { countDeadLetters } from './dead-letters.ts';

/** SQL, because ages are by the clock of the database. */
export const statements = {
  // Each by an index, whatever the size of the tables.
  oldest: statement<{ unpublished: number | null; overdue: number | null }>(
    `select (select extract(epoch from now() - created_at)::float8 from outbox order by id limit 1) as unpublished,
            extract(epoch from now() - least(
              (select min(wake_at) from sagas where wake_at is not null and step = 'waiting'),
              (select min(wake_at) from sagas where wake_at is not null and step <> 'waiting')))::float8 as overdue`,
  ),
};

/** Raised when a fact is laid aside, and set anew from the table by the watch. */
export const deadLettersGauge = gauge('parterre_dead_letters', 'Facts that lie aside, failed or waiting.', [
  'subgraph',
  'consumer',
]);
const outboxAge = ageGauge('parterre_outbox_age_seconds', 'How long the oldest fact waits to be published.', [
  'subgraph',
]);
const factLag = ageGauge(
  'parterre_fact_lag_seconds',
  'How long the oldest fact waits that a consumer is not done with.',
  ['subgraph', 'consumer'],
);
const factsWaiting = gauge('parterre_facts_waiting', 'Facts of its topic that a consumer is not done with.', [
  'subgraph',
  'consumer',
]);
const sagaOverdue = ageGauge(
  'parterre_saga_overdue_seconds',
  'How long the longest due saga waits for a driver.',
  ['subgraph'],
);

export interface BacklogOptions {
  readonly subgraph: string;
  readonly database: Database;
  readonly bus: Bus;
  readonly consumers: readonly Pick<FactConsumer, 'name' | 'topic'>[];
}

/** What of a subgraph's work waits, read from its tables: it shows also when nothing moves any more. */
export interface BacklogWatch {
  readonly job: Job;
  /** A sentence for each part of the subgraph that has stood still for a minute while it had work. */
  standstills(now: Date): readonly string[];
}

const LOOK_EVERY_MS = 5_000;
/** A relay or a consumer is replaced within 10 s when its process stops; a minute is no hiccup any more. */
const STANDS_STILL_MS = 60_000;

/** Since when something waits; null when nothing does. */
type Since = Date | null;

/**
 * Watches outbox, consumers, sagas and dead letters of a subgraph. `since` is when the subgraph was started: what had
 * waited before has until a minute after that.
 */
export function watchBacklog(
  { subgraph, database, bus, consumers }: BacklogOptions,
  since: Date = new Date(),
): BacklogWatch {
  /** What waits, by what would be said of it. */
  let waiting = new Map<string, Since>();

  async function look(): Promise<void> {
    const seen = new Map<string, Since>();
    const { unpublished, overdue } = await readOldest(database);
    outboxAge.since({ subgraph }, unpublished);
    sagaOverdue.since({ subgraph }, overdue);
    seen.set(`the oldest fact of ${subgraph} waits to be published`, unpublished);
    seen.set(`the longest due saga of ${subgraph} waits for a driver`, overdue);

    const letters = await countDeadLetters(database);
    const positions = await listConsumerPositions(database);
    for (const { name, topic } of consumers) {
      const own = positions.find((each) => each.group === `${subgraph}.${name}` && each.topic === topic);
      const { facts, oldestAt } = await bus.backlog(topic, own?.positions ?? new Map());
      deadLettersGauge.set({ subgraph, consumer: name }, letters.get(name) ?? 0);
      factsWaiting.set({ subgraph, consumer: name }, facts);
      factLag.since({ subgraph, consumer: name }, oldestAt);
      // One that is catching up has an old fact before it, and is heard of all the time.
      const silentSince = own ? new Date(Date.now() - own.silentSeconds * 1_000) : since;
      seen.set(
        `the consumer ${name} of ${subgraph} does nothing while facts wait`,
        oldestAt && new Date(Math.max(oldestAt.getTime(), silentSince.getTime())),
      );
    }
    waiting = seen;
  }

  return {
    job: {
      name: 'watch-backlog',
      everyMs: LOOK_EVERY_MS,
      async run() {
        await look();
        return 0;
      },
    },
    standstills(now) {
      return [...waiting].flatMap(([what, at]) => {
        if (!at) return [];
        const forMs = now.getTime() - Math.max(at.getTime(), since.getTime());
        return forMs >= STANDS_STILL_MS ? [`${what}, for ${Math.floor(forMs / 1_000)} s`] : [];
      });
    },
  };
}

/** Ages by the database's clock, told by this process's. */
async function readOldest(
  database: Database,
): Promise<{ readonly unpublished: Since; readonly overdue: Since }> {
  const [row] = await database.sql(statements.oldest);
  const ago = (seconds: number | null | undefined) =>
    seconds != null && seconds > 0 ? new Date(Date.now() - seconds * 1_000) : null;
  return { unpublished: ago(row?.unpublished), overdue: ago(row?.overdue) };
}
