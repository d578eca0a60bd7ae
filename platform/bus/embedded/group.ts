import type { Logger } from '../../telemetry/logger.ts';
import { createWakeSignal } from '../../timing/wake-signal.ts';
import { type ConsumeOptions, type GroupPositions, type Positions, PositionsMoved } from '../bus.ts';
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
  const starts = await loadStarts({ log, logger }, { group, topics, begins, ends, positions });
  const cursors = new Map(starts);
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

/** Takes the topics over; answers of each the position after which the group begins. */
async function loadStarts(
  { log, logger }: Pick<GroupTools, 'log' | 'logger'>,
  options: Omit<GroupOptions, 'handle'> & { readonly positions: GroupPositions },
): Promise<ReadonlyMap<string, number>> {
  const { group, topics, begins, ends, positions } = options;
  const stored = await positions.load(topics);
  // After the positions, so that none that is of this log is beyond it.
  const [reported, newest] = [await log.reportedTopics(group), await log.endOffsets(topics)];
  const starts = new Map<string, number>();
  let isNoted = true;
  for (const topic of topics) {
    const position = stored.get(topic);
    const [first, end] = [await log.firstKept(topic), newest.get(topic) ?? 0];
    const about = { group, topic, position, first, end };
    let start = Number(position ?? (begins === 'now' ? ends.get(topic) : undefined) ?? 0);
    if (position === undefined) {
      isNoted &&= begins !== 'now';
    } else if (start > 0 && (!reported.has(topic) || start > end)) {
      logger.error(about, 'the log was made anew; the group begins at its first fact');
      start = 0;
      isNoted = false;
    } else if (first > start + 1) {
      logger.error(about, 'facts were pruned before this group had handled them: it was away for too long');
    }
    starts.set(topic, start);
  }
  const shown = new Map([...starts].map(([topic, start]) => [topic, showPosition(start)]));
  // Before the first fact, or a crash would let a group that begins now begin later, and before the log knows the group,
  // or it would take old positions for its own.
  if (!isNoted) await positions.store(shown);
  await log.report(group, shown);
  return starts;
}
