import type { Logger } from '../../telemetry/logger.ts';
import { createWakeSignal } from '../../timing/wake-signal.ts';
import { type ConsumeOptions, type Positions, PositionsMoved } from '../bus.ts';
import { MOST_IN_HAND, openGroupSession } from '../group-session.ts';
import { showPosition } from '../position.ts';
import type { HeadWatch } from './log-end-offsets.ts';
import type { LogEndOffsets, LogStore } from './log-store.ts';

/** Facts read at one time. */
const BATCH = 200;
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
  { group, topics, handle, width, begins, ends, positions = log.positionsOf(group) }: GroupOptions,
  stopping: AbortSignal,
): Promise<void> {
  const wakeSignal = createWakeSignal();
  const stored = await positions.load(topics);
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
  const cursors = new Map<string, number>(topics.map((topic) => [topic, startOf(topic)]));
  let reportedAt = Date.now();

  async function store(done: Positions): Promise<void> {
    await positions.store(done);
    if (Date.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = Date.now();
    await log.report(group, done);
  }

  const session = openGroupSession({
    group,
    handle,
    width,
    positions: { store },
    starts: cursors,
    logger,
    onDone: wakeSignal.ring,
  });
  const signal = AbortSignal.any([stopping, session.moved]);
  const unwatch = endOffsets.watch(topics, wakeSignal.ring);

  /** Reads on in a topic; false when there is nothing to read or no room for it. */
  async function readOn(topic: string): Promise<boolean> {
    const cursor = cursors.get(topic) ?? 0;
    const space = MOST_IN_HAND - session.inHand(topic);
    if (endOffsets.headOf(topic) <= cursor || space < BATCH) return false;
    const facts = await log.read(topic, cursor, BATCH);
    if (signal.aborted) return false;
    for (const fact of facts) {
      cursors.set(topic, fact.position);
      session.add(fact);
    }
    return facts.length > 0;
  }

  try {
    while (!signal.aborted) {
      let isMore = false;
      for (const topic of topics) {
        if (await readOn(topic)) isMore = true;
      }
      if (!isMore) await wakeSignal.wait(POLL_MS, signal);
    }
  } finally {
    unwatch();
    await session.close();
    // Best effort: what was not reported is kept for longer, that is all.
    if (!session.moved.aborted) await log.report(group, session.positions()).catch(() => undefined);
  }
  if (session.moved.aborted) throw new PositionsMoved(group);
}
