import type { Logger } from '../../telemetry/logger.ts';
import { LONGEST_KEPT_DAYS } from '../bus.ts';
import { createCluster, type KafkaCluster } from './cluster.ts';
import { createKafka, type KafkaConnection } from './kafka-client.ts';

export interface TopicOptions extends KafkaConnection {
  readonly topics: readonly string[];
  /** Of a topic, fixed for good: the partition of a key, and so its positions, would be another one. */
  partitionsOf(topic: string): number;
  /** Copies of each partition, one a broker: 1, or 3 where the loss of a broker is to be survived. */
  readonly replication: number;
  readonly logger: Logger;
}

const DAY_MS = 86_400_000;
const LEADER_PATIENCE_MS = 60_000;
/** The largest fact, with its envelope. */
export const LARGEST_FACT_BYTES = 4 * 1024 * 1024;

/**
 * Facts are kept by age alone, since Kafka does not look at groups: so all for the longer time, as if each group were
 * late. A segment goes as a whole, when its newest fact is old enough, and a new one is begun every day; so facts go
 * a day later at most, still before inboxes forget them.
 */
const retentionMs = LONGEST_KEPT_DAYS * DAY_MS;

/**
 * Makes the topics that are not there yet, and resolves when they can be used; those that are there stay as they are.
 *
 * @throws Error that names all that have another number of partitions; then none is made. Error when there are fewer
 * brokers than copies
 */
export async function createTopics(options: TopicOptions): Promise<void> {
  const { topics, replication, prefix = '', logger } = options;
  const kafka = createKafka(options, logger);
  const [admin, cluster] = [kafka.admin(), createCluster(kafka)];
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const wanted = new Map(topics.map((topic) => [prefix + topic, options.partitionsOf(topic)]));
    const names = [...wanted.keys()];
    const { topics: found } = await admin.fetchTopicMetadata({
      topics: names.filter((name) => existing.has(name)),
    });
    // In the order of what is wanted: a broker answers in one of its own.
    const present = new Map(found.map(({ name, partitions }) => [name, partitions.length]));
    const differences = [...wanted]
      .filter(([name, count]) => present.has(name) && present.get(name) !== count)
      .map(([name, count]) => `the topic ${name} to have ${count} partitions, got ${present.get(name)}`);
    if (differences.length > 0) {
      throw new Error(
        `expected ${differences.join('; ')}; they are fixed for good, because a key would change its partition`,
      );
    }
    await admin.createTopics({
      // Waiting for leaders fails when kafkajs asks a broker that has not heard of the topic yet.
      waitForLeaders: false,
      topics: names
        .filter((name) => !existing.has(name))
        .map((topic) => ({
          topic,
          numPartitions: wanted.get(topic),
          replicationFactor: replication,
          configEntries: Object.entries(topicConfig(replication)).map(([name, value]) => ({ name, value })),
        })),
    });
    // Told to the brokers a moment later: when a partition answers, it can be written to and read.
    for (const name of names) await untilUsable(cluster, name);
  } finally {
    await Promise.all([admin.disconnect(), cluster.close()]);
  }
}

/** A busy broker takes its time to become the leader of a hundred partitions. */
async function untilUsable(cluster: Pick<KafkaCluster, 'offsets'>, name: string): Promise<void> {
  const giveUpAt = performance.now() + LEADER_PATIENCE_MS;
  for (;;) {
    try {
      await cluster.offsets(name, 'end');
      return;
    } catch (error) {
      if ((error as { retriable?: boolean }).retriable !== true || performance.now() > giveUpAt) throw error;
    }
  }
}

/** Of each topic; the contract says the same (contracts/asyncapi.json). */
export function topicConfig(replication: number): Readonly<Record<string, string>> {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': String(retentionMs),
    'retention.bytes': '-1',
    'segment.ms': String(DAY_MS),
    // What lies after a moment is asked by the log's clock, and not by that of whoever published.
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': String(LARGEST_FACT_BYTES),
    // With three copies a fact is durable when two have it, so that one broker may be gone.
    'min.insync.replicas': replication > 2 ? '2' : '1',
    'unclean.leader.election.enable': 'false',
  };
}
