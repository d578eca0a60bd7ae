import type { SubgraphName } from '../kernel/caller.ts';

/** What the topic of a subgraph is made with in Kafka, where topics differ; platform/bus/kafka/create-topics.ts has the rest. */
export interface TopicDefinition {
  /**
   * Fixed for good: the partition of a key would be another one, and a seat map's version is a position in it. As many
   * processes as this share the work of a consumer group. Of another number an installation is made with
   * KAFKA_PARTITIONS, once (docs/running-distributed.md).
   */
  readonly partitions: number;
}

/** The topics of the bus, one a subgraph. `npm run contracts` refuses another number for one that was published. */
export const topics: Readonly<Record<SubgraphName, TopicDefinition>> = {
  // Several facts a booking, keyed by event, booking and user: more partitions than replicas are thought of.
  events: { partitions: 12 },
  tickets: { partitions: 12 },
  payments: { partitions: 12 },
  loyalty: { partitions: 12 },
  // Few facts, keyed by user; but too few partitions can never be mended, and an idle one costs next to nothing.
  users: { partitions: 12 },
  notifications: { partitions: 12 },
  // Publishes nothing so far, for the same reason.
  analytics: { partitions: 12 },
};

/** @throws Error when no subgraph is called so */
export function partitionsOf(topic: string): number {
  const definition = Object.entries(topics).find(([name]) => name === topic)?.[1];
  if (!definition) throw new Error(`expected the name of a subgraph, got the topic "${topic}"`);
  return definition.partitions;
}
