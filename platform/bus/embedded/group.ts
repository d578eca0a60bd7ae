import type { Logger } from '../../telemetry/logger.ts';
import { pause } from '../../timing/pause.ts';
import { createWakeSignal } from '../../timing/wake-signal.ts';
import { type ConsumeOptions, type GroupPositions, PositionsMoved } from '../bus.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import type { HeadWatch } from './log-end-offsets.ts';
import { type LogEndOffsets, type LogStore, showPosition } from './log-store.ts';
import { createOffsetTracker, type OffsetTracker } from './offset-tracker.ts';

/** Facts of different keys handled at one time by one group. */
const WIDTH = 8;
/** Facts read at one time. */
const BATCH = 200;
/**
 * Facts taken up beyond the stored offset at most: bounds memory, and how many come again after a crash.
 * While one key is stuck the others go on until so many facts lie behind it.
 */
const MOST_IN_HAND = 2_000;
/** Offsets are stored at most this often. */
const OFFSET_EVERY_MS = 100;
const LOOK_EVERY_MS = 10_000;
const POLL_MS = 500;
/** Pruning is in no hurry to hear how far a group has come. */
const REPORT_EVERY_MS = 60_000;

export interface GroupTools {
  readonly log: LogStore;
  readonly endOffsets: HeadWatch;
  readonly logger: Logger;
}

export interface GroupOptions extends ConsumeOptions {
  /** The end offsets of the topics when this member was attached. */
  readonly ends: LogEndOffsets;
}

/** Runs a group whose lock is held until the signal is given; what is in hand then is finished and stored. */
export async function runGroup(
  { log, endOffsets, logger }: GroupTools,
  { group, topics, handle, begins, ends, positions = log.positionsOf(group) }: GroupOptions,
  stopping: AbortSignal,
): Promise<void> {
  const wakeSignal = createWakeSignal();
  const stored = await positions.load();
  const startOf = (topic: string) =>
    Number(stored.get(topic) ?? (begins === 'now' ? ends.get(topic) : undefined) ?? 0);
  const starts = new Map(topics.map((topic) => [topic, showPosition(startOf(topic))]));
  // Written down before the first fact, or a crash would let a group that begins now begin later.
  if (begins === 'now' && topics.some((topic) => !stored.has(topic))) await positions.store(starts);
  await log.report(group, starts);
  for (const topic of topics) {
    const first = await log.firstKept(topic);
    if (stored.has(topic) && first > startOf(topic) + 1) {
      const about = { group, topic, position: startOf(topic), firstKept: first };
      logger.error(about, 'facts were pruned before this group had handled them: it was away for too long');
    }
  }
  const trackers = new Map<string, OffsetTracker>(
    topics.map((topic) => [topic, createOffsetTracker(startOf(topic))]),
  );
  const cursors = new Map<string, number>(topics.map((topic) => [topic, startOf(topic)]));
  const moved = new AbortController();
  const signal = AbortSignal.any([stopping, moved.signal]);
  let reportedAt = Date.now();
  const reporting: GroupPositions = {
    load: positions.load,
    async store(offsets) {
      await positions.store(offsets);
      if (Date.now() - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = Date.now();
      await log.report(group, offsets);
    },
  };
  const offsets = createOffsetStore(reporting, group, trackers, logger, () => moved.abort());
  const queues = createKeyedQueue({
    width: WIDTH,
    handle: (fact) => handle(fact.delivered),
    onFailure({ topic, delivered }, error, failures) {
      const about = { group, topic, fact: delivered.fact.id, failures, err: error };
      logger.warn(about, 'a fact could not be handled; it will be handed over again');
    },
    onDone({ topic, position }) {
      trackers.get(topic)?.finished(position);
      offsets.changed();
      wakeSignal.ring();
    },
  });
  const unwatch = endOffsets.watch(topics, wakeSignal.ring);

  /** Reads on in a topic; false when there is nothing to read or no room for it. */
  async function readOn(topic: string, tracker: OffsetTracker): Promise<boolean> {
    const cursor = cursors.get(topic) ?? 0;
    const space = MOST_IN_HAND - tracker.inHand();
    if (endOffsets.headOf(topic) <= cursor || space < BATCH) return false;
    const facts = await log.read(topic, cursor, BATCH);
    if (signal.aborted) return false;
    for (const fact of facts) {
      tracker.started(fact.position);
      cursors.set(topic, fact.position);
      queues.add(fact);
    }
    return facts.length > 0;
  }

  try {
    while (!signal.aborted) {
      let isMore = false;
      for (const [topic, tracker] of trackers) {
        if (await readOn(topic, tracker)) isMore = true;
      }
      if (!isMore) await wakeSignal.wait(POLL_MS, signal);
    }
  } finally {
    unwatch();
    await queues.stop();
    await offsets.close();
    // Best effort: what was not reported is kept for longer, that is all.
    if (!moved.signal.aborted) await log.report(group, positionsOf(trackers)).catch(() => undefined);
  }
  if (moved.signal.aborted) throw new PositionsMoved(group);
}

function positionsOf(trackers: ReadonlyMap<string, OffsetTracker>): Map<string, string> {
  return new Map([...trackers].map(([topic, each]) => [topic, showPosition(each.offset())]));
}

/** Stores offsets in the background, and what is left when it is closed. */
function createOffsetStore(
  positions: GroupPositions,
  group: string,
  trackers: ReadonlyMap<string, OffsetTracker>,
  logger: Logger,
  onMoved: () => void,
) {
  const closing = new AbortController();
  let isChanged = false;
  // Nothing may have been done for long and the group be rewound all the same: looked at by storing again.
  const looking = setInterval(() => changed(), LOOK_EVERY_MS).unref();
  let storing: Promise<void> | undefined;

  async function store(): Promise<void> {
    while (isChanged) {
      await pause(OFFSET_EVERY_MS, closing.signal);
      isChanged = false;
      try {
        await positions.store(positionsOf(trackers));
      } catch (error) {
        if (error instanceof PositionsMoved) {
          onMoved();
          break;
        }
        // No harm: the facts will come again, or the next offset is stored.
        logger.warn({ group, err: error }, 'the offset of a group could not be stored');
      }
    }
    storing = undefined;
  }

  function changed(): void {
    isChanged = true;
    storing ??= store();
  }

  return {
    changed,
    async close() {
      clearInterval(looking);
      closing.abort();
      await storing;
    },
  };
}
