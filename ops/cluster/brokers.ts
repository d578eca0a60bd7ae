import { pause } from '@parterre/platform/timing/pause.ts';
import { type KafkaNode, startKafka } from '../kafka/start-kafka.ts';

export interface SupervisedBrokers {
  readonly addresses: readonly string[];
  readonly nodes: readonly KafkaNode[];
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 500;

/**
 * Apache Kafka on this machine, of which each broker is started again when it ends without having been told to.
 *
 * @throws NoKafka where it cannot be had, Error with the broker's words when it does not start
 */
export async function superviseBrokers(
  brokers: 1 | 3,
  folder: string,
  say: (line: string) => void,
): Promise<SupervisedBrokers> {
  const kafka = await startKafka({ brokers, folder });
  const stopping = new AbortController();
  const watching = kafka.nodes.map((node, index) =>
    keepRunning(node, `kafka-${index + 1}`, say, stopping.signal),
  );
  return {
    addresses: kafka.brokers,
    nodes: kafka.nodes,
    async stop() {
      stopping.abort();
      await Promise.all(watching);
      await kafka.stop();
    },
  };
}

async function keepRunning(
  node: KafkaNode,
  name: string,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    if (node.pid() === null) {
      say(`parterre: ${name} died and is started again`);
      await node.start().catch((error: Error) => say(`parterre: ${error.message}`));
    }
    await pause(LOOK_EVERY_MS, stopping);
  }
}
