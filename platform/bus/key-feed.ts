import { compareCursors, isLogCursor, isSameLog, type LogCursor, logCursor } from '../kernel/log-cursor.ts';
import type { Bus, FactEnvelope, Subscription } from './bus.ts';

/**
 * Tells whoever watches a key of a topic what comes of it: one tail of the bus for all keys and watchers, and
 * a memory of what came last, so that somebody who was away for a moment misses nothing.
 */
export interface KeyFeed {
  /** Attaches to the bus. Watches may be opened before; nothing comes until then. */
  start(): Promise<void>;
  /** Ends every watch. */
  stop(): Promise<void>;
  /** Watches a key from the moment of this call. */
  watch(key: string): KeyWatch;
  /** The newest fact of a key that has been published, as a cursor. */
  end(key: string): Promise<LogCursor>;
  /**
   * The facts of a key after a cursor, in order: all of them, or 'unknown' when that cannot be said. It can
   * for the newest facts of the topic, and where there are none.
   */
  since(key: string, cursor: LogCursor): Promise<readonly KeyFact[] | 'unknown'>;
}

export interface KeyFact {
  readonly cursor: LogCursor;
  readonly fact: FactEnvelope;
}

export interface KeyWatch {
  /**
   * What has come since the last call, at least one; null when the watch has ended. More than `MAX_WAITING`
   * are not kept for a slow reader: then the oldest are missing, and 'missed' is the first of them.
   */
  next(): Promise<readonly (KeyFact | 'missed')[] | null>;
  return(): void;
}

export interface KeyFeedOptions {
  readonly bus: Pick<Bus, 'tail' | 'epoch' | 'endPosition'>;
  readonly topic: string;
  /** How many of the topic's newest facts are remembered; 1,000 unless said otherwise, some MB at most. */
  readonly keep?: number;
}

/** Facts that wait for one reader. */
const MAX_WAITING = 100;
const KEEP = 1_000;

interface OpenWatch extends KeyWatch {
  tell(fact: KeyFact): void;
}

export function createKeyFeed({ bus, topic, keep = KEEP }: KeyFeedOptions): KeyFeed {
  const watches = new Map<string, Set<OpenWatch>>();
  const recent: (KeyFact & { readonly key: string })[] = [];
  let tail: Subscription | undefined;

  const hear = (key: string, fact: KeyFact) => {
    recent.push({ key, ...fact });
    // Cut in halves: cutting one off for each that comes would move the whole list each time.
    if (recent.length > 2 * keep) recent.splice(0, recent.length - keep);
    for (const watch of watches.get(key) ?? []) watch.tell(fact);
  };

  const end = async (key: string) => logCursor(await bus.epoch(topic), await bus.endPosition(topic, key));

  return {
    async start() {
      const epoch = await bus.epoch(topic);
      tail = await bus.tail({
        topics: [topic],
        handle: ({ fact, position }) => hear(fact.subject, { cursor: logCursor(epoch, position), fact }),
      });
    },

    async stop() {
      await tail?.stop();
      for (const watch of [...watches.values()].flatMap((each) => [...each])) watch.return();
    },

    watch(key) {
      const watch = openWatch(() => {
        const left = watches.get(key);
        left?.delete(watch);
        if (left?.size === 0) watches.delete(key);
      });
      watches.set(key, (watches.get(key) ?? new Set()).add(watch));
      return watch;
    },

    end,

    async since(key, cursor) {
      const newest = await end(key);
      if (!isLogCursor(cursor) || !isSameLog(cursor, newest)) return 'unknown';
      if (compareCursors(cursor, newest) === 0) return [];
      const ofKey = recent.filter((each) => each.key === key);
      // Everything after a fact that is remembered is remembered too. The tail may be behind the log: what
      // it has not shown yet comes to whoever watches.
      const at = ofKey.findIndex((each) => compareCursors(each.cursor, cursor) === 0);
      return at < 0 ? 'unknown' : ofKey.slice(at + 1);
    },
  };
}

function openWatch(onEnd: () => void): OpenWatch {
  let waiting: (KeyFact | 'missed')[] = [];
  let hasEnded = false;
  let wake: (() => void) | undefined;

  return {
    tell(fact) {
      waiting.push(fact);
      if (waiting.length > MAX_WAITING) waiting = ['missed', ...waiting.slice(-MAX_WAITING / 2)];
      wake?.();
      wake = undefined;
    },
    async next() {
      if (!hasEnded && waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (hasEnded) return null;
      const come = waiting;
      waiting = [];
      return come;
    },
    return() {
      if (hasEnded) return;
      hasEnded = true;
      onEnd();
      wake?.();
      wake = undefined;
    },
  };
}
