import kafkajs, { type Message, type Producer } from 'kafkajs';
import type { FactEnvelope } from '../bus.ts';

export interface PublisherOptions {
  readonly producer: Pick<Producer, 'send'>;
  readonly prefix: string;
  /** By topic, how many partitions it has. */
  readonly partitions: ReadonlyMap<string, number>;
}

/** Messages of one request: below what a broker takes in one, and small enough to be repeated. */
const BATCH_BYTES = 512 * 1024;
/** How long a leader waits for its followers. */
const ACKNOWLEDGE_TIMEOUT_MS = 10_000;

/** The partition of a key, as Kafka's own clients have it: murmur2. */
export function partitionOf(key: string, partitions: number): number {
  return partitioner({
    topic: '',
    partitionMetadata: Array.from({ length: partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 0,
      replicas: [],
      isr: [],
    })),
    message: { key, value: null },
  });
}
const partitioner = kafkajs.Partitioners.DefaultPartitioner();

/**
 * Appends facts, one `send` for one partition and one in flight for each. (With a `send` over several partitions
 * kafkajs 2.2.4 says that all is well when a broker has died in the middle, though what it had to get is lost: on its
 * retry it passes over brokers that have answered. tulios/kafkajs#1303, kafka-loss.int.test.ts.)
 */
export function createPublisher({ producer, prefix, partitions }: PublisherOptions) {
  /** By part, what was given to it last. */
  const lanes = new Map<string, Promise<unknown>>();

  async function sendAll(topic: string, partition: number, facts: readonly FactEnvelope[]): Promise<void> {
    for (const messages of batches(facts.map((fact) => messageOf(fact, partition)))) {
      const result = await producer.send({
        topic: prefix + topic,
        acks: -1,
        timeout: ACKNOWLEDGE_TIMEOUT_MS,
        messages,
      });
      const isNamed = result.some(
        (each) => each.topicName === prefix + topic && each.partition === partition && each.errorCode === 0,
      );
      if (!isNamed) {
        throw new Error(
          `expected Kafka to acknowledge partition ${partition} of ${topic}, got ${JSON.stringify(result)}`,
        );
      }
    }
  }

  /** After whatever was given to this partition before, also when that has failed. */
  function inTurn(part: string, work: () => Promise<void>): Promise<void> {
    const turn = (lanes.get(part) ?? Promise.resolve()).then(work, work);
    lanes.set(part, turn);
    return turn;
  }

  return {
    /** Rejects when any of the facts may not be durable, after all sends have come to an end. */
    async publish(facts: readonly FactEnvelope[]): Promise<void> {
      const byPart = Map.groupBy(facts, ({ source, subject }) => {
        const count = partitions.get(source);
        if (count === undefined) throw new Error(`expected a topic of this bus, got "${source}"`);
        return `${source}/${partitionOf(subject, count)}`;
      });
      const sends = [...byPart].map(([part, some]) => {
        const [topic = '', partition] = part.split('/');
        return inTurn(part, () => sendAll(topic, Number(partition), some));
      });
      const failed = (await Promise.allSettled(sends)).find((each) => each.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}

function messageOf(fact: FactEnvelope, partition: number): Message {
  return { key: fact.subject, value: JSON.stringify(fact), partition };
}

function* batches(messages: readonly Message[]): Generator<Message[]> {
  let batch: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = Buffer.byteLength(message.value ?? '');
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
