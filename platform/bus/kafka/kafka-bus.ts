import kafkajs, { type Consumer } from 'kafkajs';
import type { Logger } from '../../telemetry/logger.ts';
import {
  type Bus,
  BusUnavailable,
  type ConsumeOptions,
  type Subscription,
  type TailOptions,
} from '../bus.ts';
import { showPosition } from '../position.ts';
import { createCluster } from './cluster.ts';
import { committedPositions } from './committed-positions.ts';
import { createKafka, type KafkaConnection } from './kafka-client.ts';
import { openKafkaLog, TopicMadeAnew } from './kafka-log.ts';
import { joinGroup } from './member.ts';
import { createPublisher, partitionOf } from './publisher.ts';
import { attachTail, runTail } from './tail.ts';

export interface KafkaBusOptions extends KafkaConnection {
  /** Every topic that is published to or read; they are there already (create-topics.ts). */
  readonly topics: readonly string[];
  readonly logger: Logger;
  /** How long a broker waits for something to send; FETCH_WAIT_MS unless given. */
  readonly fetchWaitMs?: number;
  /**
   * A consumer or a tail has ended for good: what kafkajs does not retry (a refused access, another assignment
   * strategy in the group) or does not come back from, or a topic that was made anew. The bus is not ready from then on, and whoever has opened
   * it ends the process, so that it is started again.
   */
  onCrash(error: Error): void;
}

/** A member that says nothing for so long has lost its partitions; others have them within ten seconds. */
const SESSION_TIMEOUT_MS = 8_000;
const HEARTBEAT_EVERY_MS = 1_000;
/** How long the others wait for a member to join again; handlers do not keep it from that. */
const REBALANCE_TIMEOUT_MS = 15_000;
/**
 * A broker answers a fetch at once when there is something, and after so long when there is not. Eleven idle processes
 * with 250 ms used up a core, with 1,500 a quarter of one; a consumer that is stopped waits for the answer.
 */
const FETCH_WAIT_MS = 1_500;
/** What one fetch brings of a partition at most: so much is taken up beyond the bound of a group. */
const FETCH_BYTES_OF_A_PARTITION = 256 * 1024;
const CONSUMER_RETRY = {
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  retries: 5,
  restartOnFailure: async () => true,
};

/**
 * The bus in Apache Kafka, through kafkajs. Passes `bus-conformance.ts`.
 *
 * @throws Error when no broker answers, or a topic is missing
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<Bus> {
  const { topics, logger, prefix = '', fetchWaitMs = FETCH_WAIT_MS } = options;
  const kafka = createKafka(options, logger);
  const cluster = createCluster(kafka);
  const log = await openKafkaLog(cluster, topics, prefix).catch(async (error: unknown) => {
    await cluster.close();
    throw error;
  });
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  const admin = kafka.admin();
  const disconnect = () => Promise.all([producer.disconnect(), admin.disconnect(), cluster.close()]);
  await Promise.all([producer.connect(), admin.connect()]).catch(async (error: unknown) => {
    await disconnect();
    throw error;
  });
  const publisher = createPublisher({ producer, prefix, partitions: log.partitions });
  const closing = new AbortController();
  const subscriptions = new Set<Subscription>();
  let hasCrashed = false;

  function crash(error: Error): void {
    if (hasCrashed || closing.signal.aborted) return;
    hasCrashed = true;
    logger.error({ err: error }, 'the bus cannot go on in this process');
    options.onCrash(error);
  }

  function subscribed<Some extends Subscription>(subscription: Some): Some {
    const tracked = {
      ...subscription,
      async stop() {
        subscriptions.delete(tracked);
        await subscription.stop();
      },
    };
    subscriptions.add(tracked);
    return tracked;
  }

  async function consume(wanted: ConsumeOptions): Promise<Subscription> {
    const { group } = wanted;
    const consumer: Consumer = kafka.consumer({
      groupId: prefix + group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_EVERY_MS,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      maxWaitTimeInMs: fetchWaitMs,
      maxBytesPerPartition: FETCH_BYTES_OF_A_PARTITION,
      allowAutoTopicCreation: false,
      retry: CONSUMER_RETRY,
    });
    const positions = wanted.positions ?? committedPositions(consumer, admin, { log, prefix, group });
    const member = await joinGroup({
      ...wanted,
      consumer,
      positions,
      log,
      prefix,
      logger,
      heartbeatEveryMs: HEARTBEAT_EVERY_MS,
      onCrash: crash,
    });
    if (!closing.signal.aborted) return subscribed(member);
    await member.stop();
    throw new Error('expected the bus to be open; it has been closed');
  }

  async function tail(wanted: TailOptions) {
    const attached = await attachTail(log, wanted);
    const stopping = new AbortController();
    const { promise: caughtUp, resolve } = Promise.withResolvers<void>();
    const tools = { log, cluster: createCluster(kafka), prefix, fetchWaitMs, logger };
    const running = runTail(tools, wanted, attached, resolve, stopping.signal).catch(crash);
    return subscribed({
      caughtUp,
      async stop() {
        stopping.abort();
        await running;
      },
    });
  }

  return {
    system: 'kafka',

    async publish(facts) {
      if (facts.length === 0) return;
      if (closing.signal.aborted) throw new Error('expected the bus to be open; it has been closed');
      await publisher.publish(facts);
    },

    consume,
    tail,

    async endPosition(topic, key) {
      const partition = partitionOf(key, log.partitions.get(topic) ?? 1);
      return showPosition(await log.endOf(topic, partition).catch(nameOutage));
    },

    backlog: log.backlog,
    positionsBefore: log.positionsBefore,
    epoch: async (topic) => log.epoch(topic),

    isReady: () =>
      log.expectSameTopics().then(
        () => !hasCrashed,
        (error: unknown) => {
          if (error instanceof TopicMadeAnew) crash(error);
          return false;
        },
      ),

    async close() {
      closing.abort();
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await disconnect();
    },
  };
}

/** kafkajs fails for reasons of the cluster, or of the network on the way to it. */
function nameOutage(error: unknown): never {
  throw error instanceof kafkajs.KafkaJSError ? new BusUnavailable(error) : error;
}
