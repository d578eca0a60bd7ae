import type { Logger } from '../../telemetry/logger.ts';
import { type ConsumeOptions, type GroupPositions, topicOf } from '../bus.ts';
import type { KafkaLog } from './kafka-log.ts';
import { readMark, showMark } from './marks.ts';

export interface StartOptions extends Pick<ConsumeOptions, 'group' | 'begins'> {
  readonly positions: GroupPositions;
  readonly log: KafkaLog;
  readonly logger: Logger;
}

/**
 * Takes parts over; answers by part the position after which their new owner begins.
 *
 * @param attachedAt by part, the end of the log when a group that begins now was attached
 * @throws TopicMadeAnew when a topic is another one than when the bus was opened
 */
export async function loadStarts(
  parts: readonly string[],
  attachedAt: ReadonlyMap<string, number>,
  options: StartOptions,
): Promise<Map<string, number>> {
  if (parts.length === 0) return new Map();
  const { begins, positions, log } = options;
  await log.expectSameTopics();
  const stored = await positions.load(parts);
  const starts = new Map<string, number>();
  const begun = new Map<string, string>();
  for (const topic of new Set(parts.map(topicOf))) {
    const [first, end] = [await log.bounds(topic, 'first'), await log.bounds(topic, 'end')];
    for (const part of parts.filter((each) => topicOf(each) === topic)) {
      const mark = stored.get(part);
      const kept = { first: first.get(part) ?? 0, end: end.get(part) ?? 0 };
      const start =
        mark === undefined
          ? Math.max(kept.first, attachedAt.get(part) ?? 0)
          : startAfter(part, mark, kept, options);
      starts.set(part, start);
      if (mark === undefined) begun.set(part, showMark(start, log.epoch(topic)));
    }
  }
  // Written down before the first fact, or a crash would let a group that begins now begin later.
  if (begins === 'now' && begun.size > 0) await positions.store(begun);
  return starts;
}

function startAfter(
  part: string,
  mark: string,
  { first, end }: { readonly first: number; readonly end: number },
  { group, log, logger }: StartOptions,
): number {
  const position = readMark(mark, log.epoch(topicOf(part)));
  const about = { group, part, position: mark, first, end };
  if (position === null || position > end) {
    logger.error(about, 'the log was made anew; the group begins at its first fact');
    return first;
  }
  if (position < first && position > 0) {
    logger.error(about, 'facts were pruned before this group had handled them: it was away for too long');
  }
  return Math.max(first, position);
}
