import { createHash } from 'node:crypto';
import type { Sql, Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import { canonicalJson } from './canonical-json.ts';

/** Names one operation of one user: another user's key, or another operation's, is another key. */
export interface OperationKey {
  readonly userId: string;
  /** The mutation: "topUpWallet". */
  readonly operation: string;
  /** As the client gave it, 1 to 200 characters. */
  readonly key: string;
}

export interface KeyedInput extends OperationKey {
  /** The whole input that the key stands for, as JSON values; its hash is kept, not the input itself. */
  readonly input: unknown;
}

/** The operation was done before: answer its first outcome again. */
export interface Done {
  readonly kind: 'done';
  readonly outcome: unknown;
}
/** The operation has begun and has no outcome yet. */
export interface InProgress {
  readonly kind: 'in-progress';
}
/** The key came with another input before: refuse with IDEMPOTENCY_KEY_REUSED. */
export interface Reused {
  readonly kind: 'reused';
}

export type Claim = { readonly kind: 'new' } | Done | InProgress | Reused;
export type Recalled = { readonly kind: 'absent' } | Done | InProgress | Reused;

interface KeyRow {
  readonly input_hash: string;
  readonly is_done: boolean;
  readonly outcome: unknown;
}

/** SQL, because a claim waits for another of the same key, and a first outcome stays: `on conflict` and `coalesce`. */
export const statements = {
  claim: statement(
    `insert into idempotency_keys (user_id, operation, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
  ),

  complete: statement(
    `update idempotency_keys set outcome = coalesce(outcome, $4::json)
     where user_id = $1 and operation = $2 and key = $3`,
  ),

  // Not waiting for the disk: see `refuseAtOnce`.
  refuse: statement(
    `with quiet as materialized (select set_config('synchronous_commit', 'off', true))
     insert into idempotency_keys (user_id, operation, key, input_hash, outcome)
     select $1, $2, $3, $4, $5 from quiet on conflict do nothing returning 1`,
  ),

  recall: statement<KeyRow>(
    `select input_hash, outcome is not null as is_done, outcome from idempotency_keys
     where user_id = $1 and operation = $2 and key = $3`,
  ),

  listInProgress: statement<{ key: string }>(
    `select key from idempotency_keys
     where user_id = $1 and operation = $2 and outcome is null order by key`,
  ),
};

/**
 * Takes the key for this operation, in this transaction. 'new' means: do it, and `complete` it in the same
 * transaction if it is done there. Of callers at once with one key the first goes on and the others wait
 * for its commit (then 'done' or 'in-progress') or its rollback (then one of them is 'new').
 */
export async function claim(tx: Transaction, keyed: KeyedInput): Promise<Claim> {
  const inserted = await tx.sql(statements.claim, [
    keyed.userId,
    keyed.operation,
    keyed.key,
    inputHashOf(keyed.input),
  ]);
  if (inserted.length > 0) return { kind: 'new' };
  const known = await recall(tx, keyed);
  // Pruned between the two statements: it was older than its keeping time, so the key is free again.
  return known.kind === 'absent' ? claim(tx, keyed) : known;
}

/**
 * Stores the outcome under a claimed key, as JSON; the first outcome stays. A key that is not there any more
 * (rows restored from a backup, or removed by hand) takes its answer with it: nobody can ask for it, and the
 * saga that owes it must still come to its end.
 */
export async function complete(tx: Transaction, key: OperationKey, outcome: unknown): Promise<void> {
  await tx.sql(statements.complete, [key.userId, key.operation, key.key, JSON.stringify(outcome ?? null)]);
}

/**
 * Takes a key and stores its outcome, a refusal, in one statement that is a transaction and does not wait for the disk: a crash
 * within a moment may take it, and then the same request is decided anew, as if it came for the first time. False when the key
 * is taken, or was just now.
 */
export async function refuseAtOnce(sql: Sql, keyed: KeyedInput, outcome: unknown): Promise<boolean> {
  const { userId, operation, key, input } = keyed;
  const params = [userId, operation, key, inputHashOf(input), JSON.stringify(outcome ?? null)];
  return (await sql.sql(statements.refuse, params)).length === 1;
}

/** What is known of a key, without taking it. */
export async function recall(sql: Sql, keyed: KeyedInput): Promise<Recalled> {
  const [row] = await sql.sql(statements.recall, [keyed.userId, keyed.operation, keyed.key]);
  if (!row) return { kind: 'absent' };
  if (row.input_hash !== inputHashOf(keyed.input)) return { kind: 'reused' };
  return row.is_done ? { kind: 'done', outcome: row.outcome } : { kind: 'in-progress' };
}

/** The keys of one user's operations of one kind that were claimed and have no outcome yet. */
export async function listInProgress(sql: Sql, of: Omit<OperationKey, 'key'>): Promise<string[]> {
  const rows = await sql.sql(statements.listInProgress, [of.userId, of.operation]);
  return rows.map(({ key }) => key);
}

/** What is kept of an input, to know it again. */
export function inputHashOf(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}
