/**
 * How far somebody has read one key of a log: the log's epoch and a position in it, as one text. Opaque to
 * clients, who may only send it back and compare it for equality. A cursor of another log (the topic was made
 * anew, another bus) has another epoch and says nothing here.
 */
export type LogCursor = string;

/** A value, and up to where of the log it tells. */
export interface Positioned<Value> {
  readonly value: Value;
  readonly cursor: LogCursor;
  /** Its reader held something that this does not continue. */
  readonly startsAnew: boolean;
}

const LONGEST = 128;
const pattern = /^([0-9a-zA-Z]{1,40})\.(\d{1,64})$/;

/**
 * @param epoch identity of the log, letters and digits
 * @param position digits; of one key, greater ones came later
 */
export function logCursor(epoch: string, position: string): LogCursor {
  const cursor = `${epoch}.${position}`;
  if (pattern.test(cursor)) return cursor;
  throw new Error(`expected an epoch of letters and digits and a position of digits, got "${cursor}"`);
}

/** Whether a text from a client can be a cursor at all. */
export function isLogCursor(text: string): text is LogCursor {
  return text.length <= LONGEST && pattern.test(text);
}

/** Whether both are about one and the same log, so that `compareCursors` may be asked. */
export function isSameLog(a: LogCursor, b: LogCursor): boolean {
  return partsOf(a).epoch === partsOf(b).epoch;
}

/**
 * Negative when `a` came before `b`, zero when they are the same. Leading zeros do not count.
 *
 * @throws Error when they are of different logs: those cannot be compared
 */
export function compareCursors(a: LogCursor, b: LogCursor): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.epoch !== right.epoch) throw new Error(`expected cursors of one log, got "${a}" and "${b}"`);
  const length = Math.max(left.position.length, right.position.length);
  const [first, second] = [left.position.padStart(length, '0'), right.position.padStart(length, '0')];
  return first < second ? -1 : first > second ? 1 : 0;
}

function partsOf(cursor: LogCursor): { readonly epoch: string; readonly position: string } {
  const [, epoch, position] = pattern.exec(cursor) ?? [];
  if (epoch !== undefined && position !== undefined) return { epoch, position };
  throw new Error(`expected a cursor, got "${cursor.slice(0, LONGEST)}"`);
}
