import type { DeliveredFact } from '../bus/bus.ts';
import type { Database, Sql, Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import { backoffMs } from '../timing/backoff.ts';

/** A fact that a consumer could not apply (FAILED, with its cause), or one behind it with the same key (WAITING). */
export interface DeadLetter extends DeliveredFact {
  readonly id: string;
  readonly consumer: string;
  readonly status: 'FAILED' | 'WAITING';
  readonly cause: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  /** When it is tried again by itself; null while it waits behind another, or for a person. */
  readonly retryAt: Date | null;
}

const columns = `id, consumer, status, cause, attempts, fact, position, created_at as "createdAt", retry_at as "retryAt"`;

/** SQL, because letters are locked by their key, and put here only if the inbox does not have the fact. */
export const statements = {
  layAside: statement(
    `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts, retry_at)
     select $1, $2, $3, $4, $5, 'FAILED', $6, $7, now() + $8 * interval '1 millisecond'
     where not exists (select 1 from inbox where consumer = $1 and fact_id = $3)
     on conflict (consumer, fact_id) do nothing returning 1`,
  ),

  waitBehind: statement(
    `insert into dead_letters (consumer, key, fact_id, fact, position, status)
     select $1, $2, $3, $4, $5, 'WAITING'
     where not exists (select 1 from inbox where consumer = $1 and fact_id = $3)
     on conflict (consumer, fact_id) do nothing returning 1`,
  ),

  lockFirst: statement<DeadLetter>(
    `select ${columns} from dead_letters
     where consumer = $1 and key = $2 order by id limit 1 for update`,
  ),

  isAnyLeft: statement('select 1 from dead_letters where consumer = $1 and key = $2 limit 1'),

  remove: statement('delete from dead_letters where id = $1'),

  markFailedAgain: statement(
    `update dead_letters set status = 'FAILED', cause = $2, attempts = attempts + 1,
       retry_at = now() + $3::float8 * interval '1 millisecond'
     where id = $1`,
  ),

  postpone: statement(
    "update dead_letters set retry_at = now() + $2 * interval '1 millisecond' where id = $1",
  ),

  retryNow: statement(
    `update dead_letters set retry_at = now() where id = (
       select min(first.id) from dead_letters first join dead_letters wanted using (consumer, key)
       where wanted.id = $1)
     returning 1`,
  ),

  retryAllNow: statement(
    `update dead_letters set retry_at = now()
     where id in (select min(id) from dead_letters group by consumer, key) returning 1`,
  ),

  keyOf: statement<{ consumer: string; key: string; fact_id: string }>(
    'select consumer, key, fact_id from dead_letters where id = $1',
  ),

  drop: statement('delete from dead_letters where id = $1 returning 1'),

  enterInbox: statement('insert into inbox (consumer, fact_id) values ($1, $2) on conflict do nothing'),

  tryNext: statement('update dead_letters set retry_at = now() where id = $1'),

  // So many of each consumer: one that has many may not take the turn of the others.
  keysToRetry: statement<{ consumer: string; key: string }>(
    `select consumer, key from (
       select consumer, key, retry_at, row_number() over (partition by consumer order by retry_at) as place
       from dead_letters where consumer = any($1::text[]) and retry_at <= $2
     ) due
     where place <= $3 order by retry_at`,
  ),

  list: statement<DeadLetter>(`select ${columns} from dead_letters order by id limit $1`),

  page: statement<DeadLetter>(`select ${columns} from dead_letters where id > $1 order by id limit $2`),

  find: statement<DeadLetter>(`select ${columns} from dead_letters where id = $1`),

  count: statement<{ consumer: string; count: string }>(
    'select consumer, count(*) as count from dead_letters group by consumer',
  ),
};

/** A cause is told in so many characters at most. */
const LONGEST_CAUSE = 2_000;

/**
 * A letter is tried again by itself after 1 s, 2 s… up to a minute, for about half an hour: what may heal (a
 * migration that is late, a row that is locked for long) has healed by then, and the rest needs a person.
 */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const MOST_RETRIES = 35;
/** When something else is out of reach, a letter comes back after so long. */
const AFTER_OUTAGE_MS = 5_000;

/**
 * Lays a fact aside when trying it at once has not helped. Answers `duplicate`, and does nothing, when the fact
 * has been applied meanwhile: whoever tried it was too slow, and another process has it done.
 */
export async function layAside(
  database: Database,
  consumer: string,
  { fact, position }: DeliveredFact,
  cause: unknown,
  attempts: number,
): Promise<'laid-aside' | 'duplicate'> {
  const rows = await database.sql(statements.layAside, [
    consumer,
    fact.subject,
    fact.id,
    JSON.stringify(fact),
    position,
    causeText(cause),
    attempts,
    FIRST_RETRY_MS,
  ]);
  return rows.length > 0 ? 'laid-aside' : 'duplicate';
}

/**
 * Puts a fact behind the dead letters of its key: `waiting`, or `duplicate` when it was applied or put there
 * before. Answers `free`, and does nothing, when the key has no dead letters any more.
 */
export async function waitBehindDeadLetter(
  tx: Transaction,
  consumer: string,
  { fact, position }: DeliveredFact,
): Promise<'waiting' | 'duplicate' | 'free'> {
  // A replay holds the first letter of the key until it is through with it. With that row locked no replay
  // can end between our look and our insert and leave this fact waiting behind nothing.
  const first = await lockFirstDeadLetter(tx, consumer, fact.subject);
  if (!first) return 'free';
  const inserted = await tx.sql(statements.waitBehind, [
    consumer,
    fact.subject,
    fact.id,
    JSON.stringify(fact),
    position,
  ]);
  return inserted.length > 0 ? 'waiting' : 'duplicate';
}

/** Locks and reads the first dead letter of a key; undefined when there is none. */
export async function lockFirstDeadLetter(
  tx: Transaction,
  consumer: string,
  key: string,
): Promise<DeadLetter | undefined> {
  for (;;) {
    const [letter] = await tx.sql(statements.lockFirst, [consumer, key]);
    if (letter) return letter;
    // The row that we waited for may have been deleted by another replay, with others still behind it.
    const left = await tx.sql(statements.isAnyLeft, [consumer, key]);
    if (left.length === 0) return undefined;
  }
}

export async function removeDeadLetter(tx: Transaction, id: string): Promise<void> {
  await tx.sql(statements.remove, [id]);
}

/** Writes down that a letter was tried again, why it failed again, and when it is tried next, if it still is. */
export async function markFailedAgain(
  database: Database,
  letter: Pick<DeadLetter, 'id' | 'attempts'>,
  cause: unknown,
  firstAttempts: number,
): Promise<void> {
  const retries = letter.attempts + 1 - firstAttempts;
  const pauseMs = retries < MOST_RETRIES ? backoffMs(retries + 1, FIRST_RETRY_MS, LONGEST_RETRY_MS) : null;
  await database.sql(statements.markFailedAgain, [letter.id, causeText(cause), pauseMs]);
}

/**
 * A letter could not be tried, because something that it needs was out of reach: no try of its own, and it comes
 * back soon, however often that happens.
 */
export async function postponeRetry(database: Database, letter: Pick<DeadLetter, 'id'>): Promise<void> {
  await database.sql(statements.postpone, [letter.id, AFTER_OUTAGE_MS]);
}

/**
 * Lets a letter be tried again at once, by whichever process runs its consumer: the first of its key, and then
 * those behind it. False when there is no such letter.
 */
export async function retryNow(database: Database, id: string): Promise<boolean> {
  const rows = await database.sql(statements.retryNow, [id]);
  return rows.length > 0;
}

/** Lets every letter be tried again at once, each key from its first on; answers how many keys there are. */
export async function retryAllNow(database: Database): Promise<number> {
  const rows = await database.sql(statements.retryAllNow);
  return rows.length;
}

/**
 * Gives a fact up: the consumer will never apply it, however often it comes again, and those that waited behind
 * it are tried at once. False when there is no such letter.
 */
export function dropDeadLetter(database: Database, id: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [wanted] = await tx.sql(statements.keyOf, [id]);
    // A replay that is at this key holds its first letter: whoever comes second finds what the first has left.
    if (!wanted || !(await lockFirstDeadLetter(tx, wanted.consumer, wanted.key))) return false;
    const dropped = await tx.sql(statements.drop, [id]);
    if (dropped.length === 0) return false;
    await tx.sql(statements.enterInbox, [wanted.consumer, wanted.fact_id]);
    const next = await lockFirstDeadLetter(tx, wanted.consumer, wanted.key);
    if (next?.status === 'WAITING') {
      await tx.sql(statements.tryNext, [next.id]);
    }
    return true;
  });
}

/** Keys whose first letter is due for another try, by consumer, the longest due first. */
export async function keysToRetry(
  sql: Sql,
  consumers: readonly string[],
  now: Date,
  limit: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const keys = new Map<string, Set<string>>();
  for (const { consumer, key } of await sql.sql(statements.keysToRetry, [consumers, now, limit])) {
    keys.set(consumer, (keys.get(consumer) ?? new Set()).add(key));
  }
  return keys;
}

/** Every dead letter, the oldest first, at most `limit`. */
export async function listDeadLetters(sql: Sql, limit: number): Promise<DeadLetter[]> {
  return sql.sql(statements.list, [limit]);
}

/** Dead letters after the one of this number, the oldest first. */
export async function pageOfDeadLetters(
  sql: Sql,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<DeadLetter[]> {
  return sql.sql(statements.page, [after ?? '0', limit]);
}

export async function findDeadLetter(sql: Sql, id: string): Promise<DeadLetter | undefined> {
  const [letter] = await sql.sql(statements.find, [id]);
  return letter;
}

/** How many facts lie aside, by consumer. */
export async function countDeadLetters(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.sql(statements.count);
  return new Map(rows.map((row) => [row.consumer, Number(row.count)]));
}

function causeText(cause: unknown): string {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return text.slice(0, LONGEST_CAUSE);
}
