import type { Logger } from '../../telemetry/logger.ts';
import { backoffMs } from '../../timing/backoff.ts';
import { pause } from '../../timing/pause.ts';
import type { TailOptions } from '../bus.ts';
import { showPosition } from '../position.ts';
import type { KafkaCluster } from './cluster.ts';
import { type KafkaLog, TopicMadeAnew } from './kafka-log.ts';
import { partitionOfPart, partOf, readMark } from './marks.ts';
import { readFact } from './read-fact.ts';

/** A log that cannot be read is tried again after 100 ms, then 200… up to 2 s. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

export interface TailTools {
  readonly log: KafkaLog;
  /** For this tail alone: on one connection a broker answers one fetch after another, and each of them waits. */
  readonly cluster: KafkaCluster;
  readonly prefix: string;
  /** A leader answers at once when there is something to read, and after so long when there is not. */
  readonly fetchWaitMs: number;
  readonly logger: Logger;
}

/** Where a tail stands when it is attached. */
export interface AttachedTail {
  /** By part, the position after which it begins. */
  readonly cursors: Map<string, number>;
  /** By part, the last position that was there already. */
  readonly ends: ReadonlyMap<string, number>;
}

/** Where a tail begins: resolves when every later publish will be seen. */
export async function attachTail(log: KafkaLog, { topics, since }: TailOptions): Promise<AttachedTail> {
  const cursors = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const topic of topics) {
    for (const [part, end] of await log.bounds(topic, 'end')) {
      ends.set(part, end);
      cursors.set(part, end);
    }
    if (!since) continue;
    for (const [part, mark] of await log.positionsBefore(topic, since)) {
      cursors.set(part, readMark(mark, log.epoch(topic)) ?? 0);
    }
  }
  return { cursors, ends };
}

/**
 * Shows every fact after the cursors until the signal is given, by fetching from the leaders of all partitions; there
 * is no group. Calls `onCaughtUp` once, at `ends`.
 *
 * @throws TopicMadeAnew when the log is not the one that it was attached to
 */
export async function runTail(
  { log, cluster, prefix, fetchWaitMs, logger }: TailTools,
  { topics, handle }: TailOptions,
  { cursors, ends }: AttachedTail,
  onCaughtUp: () => void,
  signal: AbortSignal,
): Promise<void> {
  const hasCaughtUp = () => [...ends].every(([part, end]) => (cursors.get(part) ?? 0) >= end);
  let failures = 0;
  if (hasCaughtUp()) onCaughtUp();
  try {
    while (!signal.aborted) {
      try {
        await readRound();
      } catch (error) {
        if (error instanceof TopicMadeAnew) throw error;
        failures += 1;
        logger.warn({ topics, failures, err: error }, 'the log could not be read; trying again');
        await pause(backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS), signal);
      }
    }
  } finally {
    // Nobody may wait for a tail that has been stopped.
    onCaughtUp();
    await cluster.close();
  }

  /** Reads from all leaders beside one another until one of them fails; then everything is asked anew. */
  async function readRound(): Promise<void> {
    await log.expectSameTopics();
    await passOverPruned();
    const leaders = await cluster.leaders(topics.map((topic) => prefix + topic));
    const ending = new AbortController();
    const round = AbortSignal.any([signal, ending.signal]);
    const reading = [...leaders].map(([leader, partitions]) =>
      readFrom(leader, partitions, round).finally(() => ending.abort()),
    );
    const failed = (await Promise.allSettled(reading)).find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async function readFrom(
    leader: number,
    partitions: readonly { readonly topic: string; readonly partition: number }[],
    round: AbortSignal,
  ): Promise<void> {
    while (!round.aborted) {
      const from = partitions.map(({ topic, partition }) => ({
        topic,
        partition,
        offset: cursors.get(partOf(topic.slice(prefix.length), partition)) ?? 0,
      }));
      const fetched = await cluster.fetch(leader, from, fetchWaitMs);
      failures = 0;
      for (const { topic, partition, messages } of fetched) {
        const part = partOf(topic.slice(prefix.length), partition);
        for (const message of messages) {
          if (signal.aborted) return;
          const position = Number(message.offset) + 1;
          cursors.set(part, position);
          const fact = readFact(message, part, logger);
          if (fact) handle({ fact, position: showPosition(position) });
        }
      }
      if (hasCaughtUp()) onCaughtUp();
    }
  }

  /** One that was away for longer than facts are kept would ask for what is not there, for ever. */
  async function passOverPruned(): Promise<void> {
    for (const topic of topics) {
      for (const [part, first] of await log.bounds(topic, 'first')) {
        if ((cursors.get(part) ?? 0) >= first) continue;
        logger.error(
          { part, partition: partitionOfPart(part), first },
          'facts were pruned before this tail saw them',
        );
        cursors.set(part, first);
      }
    }
  }
}
