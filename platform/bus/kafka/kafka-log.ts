import { type Backlog, type Positions, topicOf } from '../bus.ts';
import type { KafkaCluster } from './cluster.ts';
import { partitionOfPart, partOf, readMark, showMark } from './marks.ts';

/** The topics of a bus as their facts know them, without the prefix, and what can be asked of them. */
export interface KafkaLog {
  /** By topic, how many partitions it has. */
  readonly partitions: ReadonlyMap<string, number>;
  epoch(topic: string): string;
  /** @throws TopicMadeAnew when a topic is another one than when the bus was opened, Error when one is not there */
  expectSameTopics(): Promise<void>;
  /** By part, the position before the first fact kept, or of the last one. */
  bounds(topic: string, at: 'first' | 'end'): Promise<ReadonlyMap<string, number>>;
  endOf(topic: string, partition: number): Promise<number>;
  backlog(topic: string, positions: Positions): Promise<Backlog>;
  positionsBefore(topic: string, time: Date): Promise<Positions>;
}

/** @throws Error in one line when a topic is missing */
export async function openKafkaLog(
  cluster: KafkaCluster,
  topics: readonly string[],
  prefix: string,
): Promise<KafkaLog> {
  const names = topics.map((topic) => prefix + topic);
  const ids = await cluster.topicIds(names);
  const missing = names.filter((name) => !ids.has(name));
  if (missing.length > 0) {
    throw new Error(
      `expected the Kafka topics ${names.join(', ')}, found no ${missing.join(', ')}; ` +
        'they are made beforehand, by createTopics',
    );
  }
  const partitions = new Map<string, number>();
  for (const topic of topics) partitions.set(topic, await cluster.partitions(prefix + topic));

  function epoch(topic: string): string {
    const id = ids.get(prefix + topic);
    if (id === undefined) throw new Error(`expected a topic of this bus, got "${topic}"`);
    return id;
  }

  async function bounds(topic: string, at: 'first' | 'end'): Promise<ReadonlyMap<string, number>> {
    const offsets = await cluster.offsets(prefix + topic, at);
    // The fact with offset n has the position n + 1: so 0 is before the first, and an end is the last one's.
    return new Map(offsets.map((offset, partition) => [partOf(topic, partition), offset]));
  }

  /** When the fact after this position came into the log. */
  async function timeAfter(part: string, position: number, leaders: Leaders): Promise<Date | null> {
    const [topic, partition] = [prefix + topicOf(part), partitionOfPart(part)];
    const leader = [...leaders].find(([, some]) => some.some((each) => each.partition === partition))?.[0];
    if (leader === undefined) return null;
    const [found] = await cluster.fetch(leader, [{ topic, partition, offset: position }], 0);
    const [message] = found?.messages ?? [];
    return message ? new Date(Number(message.timestamp)) : null;
  }

  return {
    partitions,
    epoch,
    bounds,

    async expectSameTopics() {
      const now = await cluster.topicIds(names);
      const other = names.find((name) => now.has(name) && now.get(name) !== ids.get(name));
      if (other !== undefined) throw new TopicMadeAnew(other);
      const missing = names.find((name) => !now.has(name));
      if (missing !== undefined) throw new Error(`expected the Kafka topic ${missing}, found none`);
    },

    async endOf(topic, partition) {
      return (await bounds(topic, 'end')).get(partOf(topic, partition)) ?? 0;
    },

    async backlog(topic, positions) {
      const [first, end] = await Promise.all([bounds(topic, 'first'), bounds(topic, 'end')]);
      const waiting = [...end].flatMap(([part, last]) => {
        const begin = first.get(part) ?? 0;
        const done = readMark(positions.get(part) ?? '0', epoch(topic)) ?? 0;
        const position = Math.max(begin, done);
        return last > position ? [{ part, position, facts: last - position }] : [];
      });
      if (waiting.length === 0) return { facts: 0, oldestAt: null };
      const leaders = await cluster.leaders([prefix + topic]);
      let oldestAt: Date | null = null;
      for (const { part, position } of waiting) {
        const at = await timeAfter(part, position, leaders);
        if (at && (!oldestAt || at < oldestAt)) oldestAt = at;
      }
      return { facts: waiting.reduce((sum, { facts }) => sum + facts, 0), oldestAt };
    },

    async positionsBefore(topic, time) {
      const offsets = await cluster.offsets(prefix + topic, time);
      const end = await bounds(topic, 'end');
      return new Map(
        offsets.map((offset, partition) => {
          const part = partOf(topic, partition);
          // -1: nothing has come since.
          return [part, showMark(offset < 0 ? (end.get(part) ?? 0) : offset, epoch(topic))];
        }),
      );
    },
  };
}

type Leaders = Awaited<ReturnType<KafkaCluster['leaders']>>;

/** Positions and cursors that this process has given out are of a log that is gone: it has to be started again. */
export class TopicMadeAnew extends Error {
  constructor(topic: string) {
    super(`the Kafka topic ${topic} was deleted and made anew; this process has to be started again`);
    this.name = 'TopicMadeAnew';
  }
}
