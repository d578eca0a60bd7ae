import { backoffMs } from '../timing/backoff.ts';
import { pause } from '../timing/pause.ts';
import type { DeliveredFact } from './bus.ts';

/** A fact with its place as a number, in the part that it was read from. */
export interface PartFact {
  readonly part: string;
  readonly position: number;
  readonly delivered: DeliveredFact;
}

export interface KeyedQueueOptions {
  handle(fact: PartFact): Promise<void>;
  /** Facts handled at one time, of different keys. */
  readonly width: number;
  /** Told of each failure before the pause that follows it. */
  onFailure(fact: PartFact, error: unknown, failures: number): void;
  /** Told when a fact is done with. */
  onDone(fact: PartFact): void;
}

/**
 * Facts of one key one after another, of different keys beside one another. Of the facts that may be taken
 * up, the one that came first is: so what is finished has few unfinished ones before it, and the offset
 * keeps up.
 */
export interface KeyedQueue {
  add(fact: PartFact): void;
  /** Takes nothing up any more; resolves when what is in hand is finished. */
  stop(): Promise<void>;
}

/** A fact whose handler fails is handed over again after 100 ms, then 200… up to 5 s, for as long as it takes. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

interface Waiting {
  readonly fact: PartFact;
  /** Its place in the order of coming. */
  readonly place: number;
}

export function createKeyedQueue({ handle, width, onFailure, onDone }: KeyedQueueOptions): KeyedQueue {
  /** What waits in each queue; its first fact may be in hand. */
  const queues = new Map<string, Waiting[]>();
  /** The first facts of queues where nothing is in hand, in the order of coming. */
  const ready: Waiting[] = [];
  const inHand = new Set<Promise<void>>();
  const stopping = new AbortController();
  let places = 0;

  function fill(): void {
    while (!stopping.signal.aborted && inHand.size < width) {
      const next = ready.shift();
      if (!next) return;
      start(next, 0);
    }
  }

  function start(waiting: Waiting, failures: number): void {
    const work = take(waiting, failures).finally(() => {
      inHand.delete(work);
      fill();
    });
    inHand.add(work);
  }

  async function take(waiting: Waiting, failuresSoFar: number): Promise<void> {
    const { fact } = waiting;
    try {
      await handle(fact);
    } catch (error) {
      const failures = failuresSoFar + 1;
      onFailure(fact, error, failures);
      retryLater(waiting, failures);
      return;
    }
    onDone(fact);
    const queue = queues.get(queueOf(fact)) ?? [];
    queue.shift();
    const [next] = queue;
    if (next) insertInOrder(ready, next);
    else queues.delete(queueOf(fact));
  }

  /** The queue waits; others go on in its place meanwhile. */
  function retryLater(waiting: Waiting, failures: number): void {
    void pause(backoffMs(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS), stopping.signal).then(() => {
      if (!stopping.signal.aborted) start(waiting, failures);
    });
  }

  return {
    add(fact) {
      places += 1;
      const waiting = { fact, place: places };
      const queue = queues.get(queueOf(fact));
      if (queue) {
        queue.push(waiting);
        return;
      }
      queues.set(queueOf(fact), [waiting]);
      ready.push(waiting);
      fill();
    },
    async stop() {
      stopping.abort();
      await Promise.all(inHand);
    },
  };
}

function queueOf({ part, delivered }: PartFact): string {
  return `${part} ${delivered.fact.subject}`;
}

/** Inserts by place, with a binary search: a group has up to some thousand queues. */
function insertInOrder(ready: Waiting[], waiting: Waiting): void {
  let low = 0;
  let high = ready.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ready[middle]?.place ?? 0) < waiting.place) low = middle + 1;
    else high = middle;
  }
  ready.splice(low, 0, waiting);
}
