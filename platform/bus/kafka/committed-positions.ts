import type { Admin, Consumer } from 'kafkajs';
import type { Logger } from '../../telemetry/logger.ts';
import { type GroupPositions, type Positions, topicOf } from '../bus.ts';
import type { KafkaLog } from './kafka-log.ts';
import { partitionOfPart, partOf, readMark, showMark } from './marks.ts';

/** Lag tools look every few seconds, if at all. */
const COMMIT_EVERY_MS = 5_000;

/** Commits to Kafka how far a group has come, for the eyes of lag tools alone: a failure does no harm. */
export function committer(consumer: Consumer, prefix: string, logger: Logger) {
  let newest: Positions = new Map();
  let owned = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function commit(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const own = [...newest].filter(([part]) => owned.has(part));
    newest = new Map();
    await commitOffsets(consumer, prefix, new Map(own)).catch((error: unknown) =>
      logger.debug({ err: error }, 'the offsets of a group could not be committed'),
    );
  }

  return {
    /** From now on the member owns these parts, and commits no others. */
    own(parts: readonly string[]): void {
      owned = new Set(parts);
    },
    later(positions: Positions): void {
      newest = positions;
      timer ??= setTimeout(commit, COMMIT_EVERY_MS).unref();
    },
    async close(): Promise<void> {
      if (timer) await commit();
    },
  };
}

/**
 * Positions of a group that keeps them nowhere else, as the group's offsets in Kafka. Kafka takes them from members of
 * the group alone, so nobody has to be fenced.
 */
export function committedPositions(
  consumer: Consumer,
  admin: Admin,
  { log, prefix, group }: { readonly log: KafkaLog; readonly prefix: string; readonly group: string },
): GroupPositions {
  return {
    async load(parts) {
      const topics = [...new Set(parts.map((part) => prefix + topicOf(part)))];
      const stored = new Map<string, string>();
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId: prefix + group, topics })) {
        const name = topic.slice(prefix.length);
        for (const { partition, offset } of partitions) {
          const part = partOf(name, partition);
          // -1: nothing is stored.
          if (Number(offset) >= 0 && parts.includes(part)) {
            stored.set(part, showMark(Number(offset), log.epoch(name)));
          }
        }
      }
      return stored;
    },
    store: (positions) =>
      commitOffsets(
        consumer,
        prefix,
        new Map(
          [...positions].map(([part, mark]) => [part, String(readMark(mark, log.epoch(topicOf(part))))]),
        ),
      ),
  };
}

async function commitOffsets(consumer: Consumer, prefix: string, positions: Positions): Promise<void> {
  if (positions.size === 0) return;
  await consumer.commitOffsets(
    [...positions].map(([part, position]) => ({
      topic: prefix + topicOf(part),
      partition: partitionOfPart(part),
      offset: String(Number(position)),
    })),
  );
}
