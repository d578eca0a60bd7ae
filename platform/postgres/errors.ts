/**
 * The database could not do its work at this moment, through no fault of the statement. Nothing is known to
 * have been committed: ask again with the same input.
 */
export class DatabaseOutage extends Error {}

/** The database answers, but not in time: the pool, a lock or a statement took longer than its bound. */
export class DatabaseBusy extends DatabaseOutage {
  constructor(cause: unknown) {
    super(`the database is busy (${reasonOf(cause)}); ask again later`, { cause });
    this.name = 'DatabaseBusy';
  }
}

/** The database cannot be reached, is shutting down, or cannot write. */
export class DatabaseUnavailable extends DatabaseOutage {
  constructor(cause: unknown) {
    super(`the database does not answer (${reasonOf(cause)}); ask again later`, { cause });
    this.name = 'DatabaseUnavailable';
  }
}

/** In place of a code of PostgreSQL, since MikroORM keeps nothing else of an error that it wraps. */
const CANCELLED = 'CANCELLED';

/**
 * The statement was ended, or not begun, because whoever wanted it does not wait any more. Its transaction is
 * compensated.
 */
export class DatabaseCancelled extends DatabaseOutage {
  readonly code = CANCELLED;

  constructor(cause?: unknown) {
    super('the statement was cancelled, because nobody waits for its outcome any more', { cause });
    this.name = 'DatabaseCancelled';
  }
}

/** What PostgreSQL reports when two transactions got in one another's way: run it again. */
const collisionCodes: ReadonlySet<string> = new Set(['40001', '40P01']);

/** lock_not_available and query_canceled: a lock_timeout or a statement_timeout ran out. */
const busyCodes: ReadonlySet<string> = new Set(['55P03', '57014']);

const lostConnectionCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '25P03', // idle_in_transaction_session_timeout
]);

/** 08 connection, 53 out of resources (connections, memory, disk), 57P shutdown, 58 system error. */
const outageCodePrefixes: readonly string[] = ['08', '53', '57P', '58'];

const lostConnectionWords =
  /connection terminated|connection ended|client has encountered a connection error|not queryable|not currently accepting connections|server closed the connection|query read timeout/i;

/** Whether the same transaction, run again, may well succeed. */
export function isCollision(error: unknown): boolean {
  return collisionCodes.has(codeOf(error)) || isOfAnotherShape(error);
}

/**
 * Whether PostgreSQL refuses to run a statement that it knows by name, because a migration has changed what its rows look
 * like since. The code alone stands for anything that PostgreSQL cannot do.
 */
export function isOfAnotherShape(error: unknown): boolean {
  return codeOf(error) === '0A000' && reasonOf(error).includes('cached plan must not change result type');
}

/** Whether a statement was refused because a row with the same key exists; `constraint` narrows it to one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: unknown }).constraint === constraint;
}

/** Names an outage as such; any other error comes back as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseOutage) return error;
  const code = codeOf(error);
  if (code === CANCELLED) return new DatabaseCancelled(error);
  const message = reasonOf(error);
  if (busyCodes.has(code) || message.includes('timeout exceeded when trying to connect')) {
    return new DatabaseBusy(error);
  }
  if (
    lostConnectionCodes.has(code) ||
    (code.length === 5 && outageCodePrefixes.some((prefix) => code.startsWith(prefix))) ||
    lostConnectionWords.test(message)
  ) {
    return new DatabaseUnavailable(error);
  }
  return error;
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Node reports "localhost refused on both IPv4 and IPv6" as an AggregateError without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
