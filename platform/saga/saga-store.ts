import type { Database, Sql, SqlValue, Transaction } from '../postgres/database.ts';
import { processName } from '../postgres/process-name.ts';
import { statement } from '../postgres/statement.ts';
import type { SagaRow } from './saga.ts';

/** When a driver looks at the saga again; a lease says that this process is at it until then. */
export type Wake = { readonly inMs: number } | { readonly at: Date } | { readonly leaseMs: number } | 'never';

/**
 * Whoever stores a saga in order to run it at once takes it for so long. A driver takes over when the
 * lease is over, or as soon as its owner's process is gone. Longer than any step may take (a question to a
 * subgraph ends after 10 s).
 */
export const LEASE_MS = 30_000;
const lease: Wake = { leaseMs: LEASE_MS };

export const DONE = 'done';
export const WAITING = 'waiting';

/** Even a rest that is already over lasts so long, so that clocks that differ a little cannot spin. */
const SHORTEST_REST_MS = 100;

/** A cause is told in so many characters at most. */
const LONGEST_CAUSE = 2_000;

/** Another driver has changed the saga since it was read: let it have it. */
export class SagaTakenOver extends Error {
  constructor(id: string) {
    super(`expected to be the only one to run saga ${id}; another driver went on with it`);
    this.name = 'SagaTakenOver';
  }
}

/** As `SagaRow` calls them. */
export const sagaColumns = `id, type, step, state, version, wake_at as "wakeAt", failures, faults,
  parked_at as "parkedAt", parked_cause as "parkedCause"`;

/**
 * The statement that saves a saga, by `saveParameters` as its first ten parameters, for statements that write more than the
 * saga; `condition` is what else must be so.
 */
export const savedSaga = (condition = '') => `update sagas set
       state = $3, step = $4, failures = $5, faults = $10, version = version + 1, updated_at = now(),
       parked_at = null, parked_cause = null,
       wake_at = case
         when $6::float8 is not null then now() + $6::float8 * interval '1 millisecond'
         when $7::timestamptz is not null then greatest($7, now() + $8 * interval '1 millisecond')
       end,
       lease_owner = $9
     where id = $1 and version = $2 ${condition} returning ${sagaColumns}`;

/**
 * When a saga is looked at that is just inserted: at the end of the rest that it begins with, or of its lease where there is
 * none. Parameters of the statement that inserts it.
 */
export const firstWake = (restsUntil: string, leaseMs: string) => `case
         when ${restsUntil}::timestamptz is null then now() + ${leaseMs}::float8 * interval '1 millisecond'
         else greatest(${restsUntil}, now() + ${SHORTEST_REST_MS} * interval '1 millisecond')
       end`;

const due = (step: '=' | '<>') => `due as (
       select id from sagas
       where wake_at is not null and step ${step} 'waiting' and type = any($1)
         and wake_at <= now() + $3::float8 * interval '1 millisecond'
       order by wake_at limit $2 for update skip locked)`;

const taken = `version = version + 1, updated_at = now(), lease_owner = $5,
       wake_at = now() + ($3::float8 + $4::float8) * interval '1 millisecond'`;

/** SQL, because sagas are taken by version, by the database's clock and past what others lock, in one go. */
export const statements = {
  insert: statement<SagaRow>(
    `insert into sagas (id, type, step, state, wake_at, lease_owner)
     values ($1, $2, $3, $4, ${firstWake('$7', '$5')}, $6)
     on conflict (id) do nothing returning ${sagaColumns}`,
  ),

  find: statement<SagaRow>(`select ${sagaColumns} from sagas where id = $1`),

  lock: statement<SagaRow>(`select ${sagaColumns} from sagas where id = $1 for update`),

  save: statement<SagaRow>(savedSaga()),

  takeTimers: statement<SagaRow>(
    `with ${due('=')}
     update sagas set ${taken}
     where id in (select id from due)
     returning ${sagaColumns}`,
  ),

  // Two searches, because each can use its own partial index whatever the number of sagas that are done; joined
  // by `or` they could use none. An orphan is looked for among leases only, of which there are few.
  takeSteps: statement<SagaRow>(
    `with ${due('<>')},
     orphaned as (
       select id from sagas
       where lease_owner is not null and type = any($1)
         and lease_owner <> all (select application_name from pg_stat_activity
                                 where datname = current_database())
       order by wake_at limit $2 for update skip locked)
     update sagas set ${taken}
     where id in (select id from due union select id from orphaned)
     returning ${sagaColumns}`,
  ),

  pruneDone: statement(
    `delete from sagas where id = any (array(
       select id from sagas
       where step = 'done' and updated_at < now() - $1 * interval '1 day' limit $2 for update skip locked
     )) returning 1`,
  ),

  park: statement<SagaRow>(
    `update sagas set state = $3, step = $4, version = version + 1, updated_at = now(),
       wake_at = null, lease_owner = null, parked_at = now(), parked_cause = $5
     where id = $1 and version = $2 returning ${sagaColumns}`,
  ),

  resumeParked: statement(
    `update sagas set version = version + 1, updated_at = now(), failures = 0, faults = 0,
       wake_at = now(), lease_owner = null, parked_at = null, parked_cause = null
     where id = $1 and parked_at is not null returning id`,
  ),

  listOpen: statement<SagaRow>(
    `select ${sagaColumns} from sagas where step <> 'done' and (parked_at is not null or not $1)
     order by coalesce(parked_at, wake_at), id limit $2`,
  ),

  // Three searches, because each has an index of those that are open, of which there are few among those done.
  countOpen: statement<{ type: string; step: string; is_parked: boolean; count: number }>(
    `select type, step, is_parked, count(*)::int as count from (
       select type, step, false as is_parked from sagas where wake_at is not null and step = 'waiting'
       union all
       select type, step, false from sagas where wake_at is not null and step <> 'waiting'
       union all
       select type, step, true from sagas where parked_at is not null
     ) open group by type, step, is_parked`,
  ),
};

export interface BegunSaga<State> {
  readonly id: string;
  readonly type: string;
  readonly state: State;
  readonly step?: string;
  /** Where it begins with a rest: nobody runs it until then. */
  readonly restsUntil?: Date | null;
}

/**
 * Begins a saga that rests, or that the caller is about to run: then the caller holds the lease. Null when there is one with
 * this id already.
 */
export async function insertSaga<State>(
  tx: Transaction,
  { id, type, state, step = 'begin', restsUntil = null }: BegunSaga<State>,
): Promise<SagaRow<State> | null> {
  const [row] = await tx.sql<SagaRow<State>>(statements.insert, [
    ...[id, type, restsUntil ? WAITING : step, JSON.stringify(state), LEASE_MS],
    ...[restsUntil ? null : processName, restsUntil],
  ]);
  return row ?? null;
}

export async function findSaga<State = unknown>(sql: Sql, id: string): Promise<SagaRow<State> | undefined> {
  const [row] = await sql.sql<SagaRow<State>>(statements.find, [id]);
  return row;
}

/** The saga with its row locked until the transaction ends. */
export async function lockSaga<State = unknown>(
  tx: Transaction,
  id: string,
): Promise<SagaRow<State> | undefined> {
  const [row] = await tx.sql<SagaRow<State>>(statements.lock, [id]);
  return row;
}

export interface SagaChange<State> {
  readonly state: State;
  /** By default as it was. */
  readonly step?: string;
  /** By default the lease: the caller is about to run it. */
  readonly wake?: Wake;
  /** Steps without an answer in a row; by default none. */
  readonly failures?: number;
  /** Those that were no outage; by default none. */
  readonly faults?: number;
}

/**
 * Stores a saga that was read before, and bumps its version.
 *
 * @throws SagaTakenOver when it has changed since
 */
export async function saveSaga<State>(
  tx: Transaction,
  row: SagaRow<State>,
  change: SagaChange<State>,
): Promise<SagaRow<State>> {
  const [saved] = await tx.sql<SagaRow<State>>(statements.save, saveParameters(row, change));
  if (!saved) throw new SagaTakenOver(row.id);
  return saved;
}

/** What `savedSaga` takes. */
export function saveParameters<State>(row: SagaRow<State>, change: SagaChange<State>): readonly SqlValue[] {
  const wake = change.wake ?? lease;
  const isLease = wake !== 'never' && 'leaseMs' in wake;
  return [
    row.id,
    row.version,
    JSON.stringify(change.state),
    change.step ?? row.step,
    change.failures ?? 0,
    restMs(wake),
    wake !== 'never' && 'at' in wake ? wake.at : null,
    SHORTEST_REST_MS,
    isLease ? processName : null,
    change.faults ?? 0,
  ];
}

function restMs(wake: Wake): number | null {
  if (wake === 'never' || 'at' in wake) return null;
  return 'leaseMs' in wake ? wake.leaseMs : wake.inMs;
}

/**
 * What a poll looks for: `timers`, sagas whose rest is over, and `steps`, everything else: retries, and what a
 * process that is gone has left. They are apart so that steps which hang delay no timer.
 */
export type SagaLane = 'timers' | 'steps';

/**
 * Takes sagas of one lane that are due, the longest due first, for a lease. Due is also what a process was at
 * that is gone: every process keeps a connection open under its name as long as it lives. One that only seems
 * to be gone, because it is connecting anew, loses its saga to us; it is asked the same steps again, at worst.
 * The version grows with it, so whoever ran one before, and was too slow, cannot store anything any more.
 * Several drivers share the work: rows that another one is just taking are passed over.
 *
 * `clockAheadMs` is how far the caller's clock is ahead of the real one: 0 but in tests.
 */
export async function takeDueSagas(
  database: Database,
  {
    lane,
    types,
    limit,
    clockAheadMs,
  }: {
    readonly lane: SagaLane;
    readonly types: readonly string[];
    readonly limit: number;
    readonly clockAheadMs: number;
  },
): Promise<SagaRow[]> {
  return database.sql<SagaRow>(lane === 'timers' ? statements.takeTimers : statements.takeSteps, [
    types,
    limit,
    clockAheadMs,
    LEASE_MS,
    processName,
  ]);
}

/** How long a saga that is done is kept, for whoever asks what has happened. */
export const DONE_SAGAS_KEPT_DAYS = 30;

/** Deletes up to `limit` sagas that have been done for long enough; answers how many. Open and parked ones stay. */
export async function pruneDoneSagas(sql: Sql, limit: number): Promise<number> {
  const rows = await sql.sql(statements.pruneDone, [DONE_SAGAS_KEPT_DAYS, limit]);
  return rows.length;
}

/** Lays a saga aside until a person resumes it. @throws SagaTakenOver when it has changed since it was read */
export async function parkSaga<State>(
  tx: Transaction,
  row: SagaRow<State>,
  state: State,
  step: string,
  cause: string,
): Promise<SagaRow<State>> {
  const [parked] = await tx.sql<SagaRow<State>>(statements.park, [
    row.id,
    row.version,
    JSON.stringify(state),
    step,
    cause.slice(0, LONGEST_CAUSE),
  ]);
  if (!parked) throw new SagaTakenOver(row.id);
  return parked;
}

/** Lets a parked saga go on at once; false when it is not parked. */
export async function resumeParkedSaga(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.sql(statements.resumeParked, [id]);
  return rows.length > 0;
}

/** Sagas that have not ended, the longest waiting first; only those that wait for a person if asked so. */
export async function listOpenSagas(
  sql: Sql,
  { onlyParked, limit }: { readonly onlyParked: boolean; readonly limit: number },
): Promise<readonly SagaRow[]> {
  return sql.sql(statements.listOpen, [onlyParked, limit]);
}

export interface OpenSagaCount {
  readonly type: string;
  /** The step that comes next; "waiting" for one that rests. */
  readonly step: string;
  readonly isParked: boolean;
  readonly count: number;
}

/** How many sagas have not ended, by what they do next; those that rest until somebody asks them are not among them. */
export async function countOpenSagas(sql: Sql): Promise<readonly OpenSagaCount[]> {
  const rows = await sql.sql(statements.countOpen);
  return rows.map(({ type, step, is_parked, count }) => ({ type, step, isParked: is_parked, count }));
}
