import type { Backlog, Bus } from '../bus/bus.ts';
import { listConsumerPositions } from '../inbox/consumer-positions.ts';
import { countDeadLetters } from '../inbox/dead-letters.ts';
import type { Sql } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import type { FactConsumer } from '../service/service.ts';

/** More rows than so many are not counted: by then the number says no more, and counting takes its time. */
const MOST_COUNTED = 10_000;
const MOST_SAGA_LINES = 100;

/** SQL, because all of it is counted; each by an index, whatever the size of the tables. */
export const statements = {
  outbox: statement<{ length: number; oldest_since: Date | null }>(
    `select (select count(*)::int from (select 1 from outbox limit ${MOST_COUNTED}) counted) as length,
            (select created_at from outbox order by id limit 1) as oldest_since`,
  ),

  sagas: statement<SagaStatus>(
    `select type, step, count(*)::int as count, count(parked_at)::int as "parkedCount",
            min(updated_at) as "oldestSince"
     from (
       select type, step, parked_at, updated_at from sagas where wake_at is not null and step = 'waiting'
       union all
       select type, step, parked_at, updated_at from sagas where wake_at is not null and step <> 'waiting'
       union all
       select type, step, parked_at, updated_at from sagas where parked_at is not null
     ) open group by type, step order by count desc, type, step limit ${MOST_SAGA_LINES}`,
  ),

  undrivenSagas: statement<{ count: number; oldest_since: Date | null }>(
    `select count(*)::int as count, min(wake_at) as oldest_since from (
       (select wake_at from sagas where wake_at < now() - interval '1 minute' and step = 'waiting'
        order by wake_at limit ${MOST_COUNTED})
       union all
       (select wake_at from sagas where wake_at < now() - interval '1 minute' and step <> 'waiting'
        order by wake_at limit ${MOST_COUNTED})
     ) due`,
  ),
};

export interface OutboxStatus {
  readonly length: number;
  readonly oldestSince: Date | null;
}

export interface SagaStatus {
  readonly type: string;
  readonly step: string;
  readonly count: number;
  readonly parkedCount: number;
  readonly oldestSince: Date;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly topic: string;
  readonly lastHeardOf: Date | null;
  readonly deadLetterCount: number;
  /** What it has before it; asks the bus once. @throws whatever the bus throws that does not answer */
  backlog(): Promise<Backlog>;
}

/** Work that should be over by now. */
export interface OverdueWork<Kind extends string = string> {
  readonly kind: Kind;
  readonly count: number;
  readonly oldestSince: Date;
}

export async function readOutbox(sql: Sql): Promise<OutboxStatus> {
  const [row] = await sql.sql(statements.outbox);
  return { length: row?.length ?? 0, oldestSince: row?.oldest_since ?? null };
}

/** Sagas that have not ended, by type and step, the most frequent first. */
export function readSagas(sql: Sql): Promise<readonly SagaStatus[]> {
  return sql.sql(statements.sagas);
}

/** Sagas that have been due for a minute: a driver takes one up within a second. Null when there are none. */
export async function readUndrivenSagas(sql: Sql): Promise<OverdueWork<'SAGA_NOT_DRIVEN'> | null> {
  const [row] = await sql.sql(statements.undrivenSagas);
  return row?.oldest_since
    ? { kind: 'SAGA_NOT_DRIVEN', count: row.count, oldestSince: row.oldest_since }
    : null;
}

export interface ConsumerQuestions {
  readonly service: string;
  readonly sql: Sql;
  readonly bus: Pick<Bus, 'backlog'>;
  readonly consumers: readonly Pick<FactConsumer, 'name' | 'topic'>[];
}

/** What each consumer of a service has come to, by name. */
export async function readConsumers({
  service,
  sql,
  bus,
  consumers,
}: ConsumerQuestions): Promise<readonly ConsumerStatus[]> {
  const letters = await countDeadLetters(sql);
  const positions = await listConsumerPositions(sql);
  return consumers
    .map(({ name, topic }) => {
      const own = positions.find((each) => each.group === `${service}.${name}` && each.topic === topic);
      let asked: Promise<Backlog> | undefined;
      return {
        name,
        topic,
        lastHeardOf: own?.storedAt ?? null,
        deadLetterCount: letters.get(name) ?? 0,
        backlog() {
          asked ??= bus.backlog(topic, own?.positions ?? new Map());
          return asked;
        },
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
