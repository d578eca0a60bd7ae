import { Session } from 'node:inspector/promises';
import { getHeapStatistics } from 'node:v8';

/** What the process has used so far, and holds now. */
export interface ProcessReadings {
  /** Processor time of all its threads, in milliseconds. */
  cpuMs(): number;
  /** What its garbage-collected heap takes from the system, garbage included, in bytes. */
  heapBytes(): number;
  /** Frees what nobody can reach any more. */
  collect(): Promise<void>;
}

const LOOK_EVERY_MS = 10_000;
/** Polling alone takes 2 % of a processor. */
const AT_REST_MS = LOOK_EVERY_MS * 0.05;
/** Less garbage is not worth the tenth of a second that the event loop stands still. */
const WORTH_IT_BYTES = 16_000_000;

/**
 * Collects garbage when the process has come to rest: Node collects by what is allocated, so whoever is asked nothing any
 * more keeps the garbage of its start, or of the last rush, 30 to 50 MB of it (bench/bookings --memory).
 */
export function collectAtRest(readings: ProcessReadings = ofThisProcess): void {
  const look = lookForGarbage(readings);
  // Memory that stays taken is no reason to end a server.
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref();
}

/** A look every `LOOK_EVERY_MS`. */
export function lookForGarbage({ cpuMs, heapBytes, collect }: ProcessReadings): () => Promise<void> {
  let usedBefore = cpuMs();
  let afterCollecting = 0;
  return async () => {
    const used = cpuMs() - usedBefore;
    usedBefore += used;
    if (used > AT_REST_MS || heapBytes() - afterCollecting < WORTH_IT_BYTES) return;
    await collect();
    afterCollecting = heapBytes();
    // What collecting took is no work of anybody's.
    usedBefore = cpuMs();
  };
}

const ofThisProcess: ProcessReadings = {
  cpuMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  heapBytes: () => getHeapStatistics().total_heap_size,
  async collect() {
    const session = new Session();
    session.connect();
    try {
      await session.post('HeapProfiler.collectGarbage');
    } finally {
      session.disconnect();
    }
  },
};
