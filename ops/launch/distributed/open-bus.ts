import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { openKafkaBus } from '@parterre/platform/bus/kafka/kafka-bus.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { KafkaConfig } from './kafka-config.ts';

/**
 * The bus of an installation whose services run alone. Its topics are those of the subgraphs, and they are there
 * already (ops/kafka/create-topics.ts).
 *
 * @throws BusUnavailable when no broker answers or a topic is missing: another attempt may succeed
 */
export async function openServiceBus(
  service: string,
  kafka: KafkaConfig,
  logger: Logger,
  onLost: (reason: string) => void,
): Promise<Bus> {
  try {
    return await openKafkaBus({
      ...kafka,
      clientId: `parterre-${service}`,
      topics: subgraphNames,
      logger,
      onCrash: (error) => onLost(`the bus cannot go on in this process: ${error.message}`),
    });
  } catch (error) {
    throw new BusUnavailable(kafka.brokers, error);
  }
}

/** Brokers that do not answer are waited for, by whoever starts the service again. */
export class BusUnavailable extends Error {
  constructor(brokers: readonly string[], cause: unknown) {
    super(
      `expected Apache Kafka to answer at ${brokers.join(', ')} with the topics of the subgraphs, got: ${(cause as Error).message}`,
      { cause },
    );
    this.name = 'BusUnavailable';
  }
}
