import {
  compareCursors,
  isLogCursor,
  isSameLog,
  type LogCursor,
  type Positioned,
} from '../kernel/log-cursor.ts';
import type { FactEnvelope } from './bus.ts';
import type { KeyFeed, KeyWatch } from './key-feed.ts';

/** Messages with their cursors; it can be returned while `next` waits. One call of `next` at a time. */
export type PositionedStream<Value> = AsyncIterableIterator<Positioned<Value>, undefined>;

export interface StateStreamOptions<Value> {
  readonly feed: KeyFeed;
  readonly key: string;
  /** The last cursor that the reader has seen; null for one that holds nothing. */
  readonly since: string | null;
  /** Reads the present state: at least as new as every fact that has been published when it is called. */
  read(): Promise<Value>;
  /** Whether a state is the last one, and the stream ends after it. */
  isLast?(value: Value): boolean;
}

/**
 * The state of something, now and after every change of it. Changes that come together are one message. Who
 * comes back with a cursor gets the present state when something has changed since, at once; nothing when
 * nothing has; and a state that starts anew when the cursor is not of this log.
 */
export function followState<Value>(options: StateStreamOptions<Value>): PositionedStream<Value> {
  const { feed, key, since, read, isLast = () => false } = options;
  // Watched before anything is read, so that no change falls between the two.
  const watch = feed.watch(key);
  let position: LogCursor | undefined;
  let isOver = false;

  const say = (
    value: Value,
    cursor: LogCursor,
    startsAnew: boolean,
  ): IteratorResult<Positioned<Value>, undefined> => {
    position = cursor;
    isOver = isLast(value);
    if (isOver) watch.return();
    return { done: false, value: { value, cursor, startsAnew } };
  };

  const begin = async () => {
    // The position is asked for first: what is read then is as new as that, or newer.
    const end = await feed.end(key);
    const value = await read();
    const held = since === null ? 'nothing' : heldOf(since, end);
    if (held === 'all' && !isLast(value)) {
      position = end;
      return undefined;
    }
    return say(value, end, held === 'unknown');
  };

  return streamOf(watch, async () => {
    if (isOver) return over;
    if (position === undefined) {
      const first = await begin();
      if (first) return first;
    }
    for (;;) {
      const news = await watch.next();
      if (!news) return over;
      const cursor = news.findLast((each) => each !== 'missed')?.cursor;
      // Told already: the log was asked for its end before the tail had shown it.
      if (cursor === undefined || (position !== undefined && compareCursors(cursor, position) <= 0)) continue;
      return say(await read(), cursor, false);
    }
  });
}

export interface FactStreamOptions<Value> {
  readonly feed: KeyFeed;
  readonly key: string;
  readonly since: string | null;
  /** The message that a fact is; undefined for one that is none. */
  read(fact: FactEnvelope): Value | undefined | Promise<Value | undefined>;
  /**
   * What a reader gets who cannot be told what it has missed, for example the newest of the list that it shows.
   * It starts anew from there.
   */
  restart(): Promise<Value>;
}

/**
 * One message for each fact of a key, from now on. Who comes back with a cursor first gets every message that
 * it has missed; when that cannot be said, what `restart` answers, as a message that starts anew.
 */
export function followFacts<Value>(options: FactStreamOptions<Value>): PositionedStream<Value> {
  const { feed, key, since, read, restart } = options;
  const watch = feed.watch(key);
  const pending: Positioned<Value>[] = [];
  let position: LogCursor | undefined;

  const take = async ({ cursor, fact }: { readonly cursor: LogCursor; readonly fact: FactEnvelope }) => {
    // What the memory has told comes from the watch a second time.
    if (position !== undefined && compareCursors(cursor, position) <= 0) return;
    position = cursor;
    const value = await read(fact);
    if (value !== undefined) pending.push({ value, cursor, startsAnew: false });
  };

  const startAnew = async () => {
    const cursor = await feed.end(key);
    position = cursor;
    pending.push({ value: await restart(), cursor, startsAnew: true });
  };

  const begin = async () => {
    if (since === null) {
      position = await feed.end(key);
      return;
    }
    const missed = await feed.since(key, since);
    if (missed === 'unknown') return startAnew();
    position = since;
    for (const each of missed) await take(each);
  };

  return streamOf(watch, async () => {
    if (position === undefined) await begin();
    for (;;) {
      const ready = pending.shift();
      if (ready) return { done: false, value: ready };
      const news = await watch.next();
      if (!news) return over;
      for (const each of news) {
        if (each === 'missed') await startAnew();
        else await take(each);
      }
    }
  });
}

const over: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** How much a reader holds who stands at a cursor, when the log has come to `end`. */
function heldOf(since: string, end: LogCursor): 'all' | 'some' | 'unknown' {
  if (!isLogCursor(since) || !isSameLog(since, end)) return 'unknown';
  const order = compareCursors(since, end);
  if (order === 0) return 'all';
  return order < 0 ? 'some' : 'unknown';
}

function streamOf<Value>(
  watch: KeyWatch,
  next: () => Promise<IteratorResult<Positioned<Value>, undefined>>,
): PositionedStream<Value> {
  let hasEnded = false;
  return {
    async next() {
      if (hasEnded) return over;
      const step = await next();
      return hasEnded ? over : step;
    },
    async return() {
      hasEnded = true;
      watch.return();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
