import type { Kafka, KafkaMessage } from 'kafkajs';
import { backoffMs } from '../../timing/backoff.ts';
import { pause } from '../../timing/pause.ts';
import { type TopicIds, topicIdsRequest } from './topic-ids.ts';

/**
 * What a bus asks a cluster beside producing and consuming in groups. kafkajs has it, but not in its public face:
 * there is no fetching without a group there, no look at a single message, no topic ids. So this file goes to the
 * class `Cluster` inside kafkajs (and mend-connections.ts to `Connection`); package.json names the version, 2.2.4, to the digit.
 */
export interface KafkaCluster {
  /** Ids of those topics that are there. */
  topicIds(topics: readonly string[]): Promise<TopicIds>;
  /** How many partitions a topic has; they are numbered from 0. */
  partitions(topic: string): Promise<number>;
  /** By partition: the offset of the first message kept, or where the next one will be, or of the first since then. */
  offsets(topic: string, at: 'first' | 'end' | Date): Promise<readonly number[]>;
  /** By leader, the partitions of a topic; asked anew. */
  leaders(topics: readonly string[]): Promise<ReadonlyMap<number, readonly Partition[]>>;
  /** Messages from these offsets on, all of partitions of one leader; waits at most so long for the first one. */
  fetch(
    leader: number,
    from: readonly (Partition & { readonly offset: number })[],
    waitMs: number,
  ): Promise<Fetched>;
  close(): Promise<void>;
}

export interface Partition {
  readonly topic: string;
  readonly partition: number;
}

export type Fetched = readonly (Partition & { readonly messages: readonly KafkaMessage[] })[];

/** The parts of kafkajs' `Cluster` and `Broker` that are used here. */
interface InnerCluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isConnected(): boolean;
  removeBroker(address: { host: string; port: number }): void;
  addMultipleTargetTopics(topics: readonly string[]): Promise<void>;
  refreshMetadata(): Promise<void>;
  findTopicPartitionMetadata(topic: string): readonly { partitionId: number; leader: number }[];
  findBroker(node: { nodeId: string }): Promise<InnerBroker>;
  fetchTopicsOffset(
    topics: readonly {
      topic: string;
      partitions: readonly { partition: number }[];
      fromBeginning?: boolean;
      fromTimestamp?: number;
    }[],
  ): Promise<readonly { partitions: readonly { partition: number; offset: string }[] }[]>;
  brokerPool: { findConnectedBroker(): Promise<InnerBroker> };
}

interface InnerBroker {
  connectionPool: { send(protocol: ReturnType<typeof topicIdsRequest>): Promise<TopicIds> };
  fetch(options: object): Promise<{
    responses: readonly {
      topicName: string;
      partitions: readonly { partition: number; messages: readonly Message[] }[];
    }[];
  }>;
}

type Message = KafkaMessage & { readonly isControlRecord?: boolean };

/** What kafkajs tells with its errors. */
interface KafkaFailure {
  readonly name?: string;
  readonly retriable?: boolean;
  readonly host?: string;
  readonly port?: number;
}

/** After 100 ms, 200… up to 1 s: some three seconds. */
const MOST_TRIES = 7;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1_000;
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_BYTES_OF_A_PARTITION = 1024 * 1024;

/** A connection of its own to the cluster, made when it is first used and again when it was lost. */
export function createCluster(kafka: Kafka): KafkaCluster {
  const inner = innerCluster(kafka);

  /**
   * Tried again after a failure, with everything that was known of the brokers asked anew. Once when a connection was
   * lost, which kafkajs has tried to make again by itself; for some three seconds when a broker says that it will be
   * able to: it leads no partition of a topic that was made just now, or that has lost its leader, for a moment.
   */
  async function use<Result>(topics: readonly string[], work: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        await inner.connect();
        await inner.addMultipleTargetTopics(topics);
        if (tries > 1) await inner.refreshMetadata();
        return await work();
      } catch (error) {
        const { host, port, name, retriable } = error as KafkaFailure;
        if (host !== undefined && port !== undefined) inner.removeBroker({ host, port });
        const most = name === 'KafkaJSProtocolError' && retriable === true ? MOST_TRIES : 2;
        if (tries >= most) throw error;
        await pause(backoffMs(tries, FIRST_RETRY_MS, LONGEST_RETRY_MS));
      }
    }
  }

  const partitionsOf = (topic: string) => inner.findTopicPartitionMetadata(topic);

  return {
    topicIds: (topics) =>
      use([], async () =>
        (await inner.brokerPool.findConnectedBroker()).connectionPool.send(topicIdsRequest(topics)),
      ),

    partitions: (topic) => use([topic], async () => partitionsOf(topic).length),

    offsets: (topic, at) =>
      use([topic], async () => {
        const partitions = partitionsOf(topic).map(({ partitionId }) => ({ partition: partitionId }));
        const where =
          at instanceof Date ? { fromTimestamp: at.getTime() } : { fromBeginning: at === 'first' };
        const [found] = await inner.fetchTopicsOffset([{ topic, partitions, ...where }]);
        const offsets = Array.from({ length: partitions.length }, () => -1);
        for (const { partition, offset } of found?.partitions ?? []) offsets[partition] = Number(offset);
        return offsets;
      }),

    async leaders(topics) {
      return use(topics, async () => {
        await inner.refreshMetadata();
        const all = topics.flatMap((topic) =>
          partitionsOf(topic).map(({ partitionId, leader }) => ({ topic, partition: partitionId, leader })),
        );
        return Map.groupBy(all, ({ leader }) => leader);
      });
    },

    async fetch(leader, from, waitMs) {
      const broker = await inner.findBroker({ nodeId: String(leader) });
      const { responses } = await broker.fetch({
        maxWaitTime: waitMs,
        minBytes: 1,
        maxBytes: MOST_BYTES,
        isolationLevel: 1,
        topics: [...Map.groupBy(from, ({ topic }) => topic)].map(([topic, some]) => ({
          topic,
          partitions: some.map(({ partition, offset }) => ({
            partition,
            fetchOffset: String(offset),
            maxBytes: MOST_BYTES_OF_A_PARTITION,
          })),
        })),
      });
      return responses.flatMap(({ topicName: topic, partitions }) =>
        partitions.map(({ partition, messages }) => {
          const begin =
            from.find((each) => each.topic === topic && each.partition === partition)?.offset ?? 0;
          // A batch comes whole, also when it begins before what was asked for.
          const wanted = messages.filter(
            (each) => Number(each.offset) >= begin && each.isControlRecord !== true,
          );
          return { topic, partition, messages: wanted };
        }),
      );
    },

    close: () => inner.disconnect(),
  };
}

function innerCluster(kafka: Kafka): InnerCluster {
  const symbol = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  );
  const create = symbol && (kafka as unknown as Record<symbol, unknown>)[symbol];
  if (typeof create !== 'function') throw new Error('expected kafkajs 2.2.4, whose cluster is used within');
  return create({ allowAutoTopicCreation: false, metadataMaxAge: 300_000, isolationLevel: 1 });
}
