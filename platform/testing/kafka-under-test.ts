import { connect, type Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';
import type { Bus } from '../bus/bus.ts';
import type { BusUnderTest } from '../bus/conformance/setting.ts';
import { createTopics } from '../bus/kafka/create-topics.ts';
import { type KafkaBusOptions, openKafkaBus } from '../bus/kafka/kafka-bus.ts';
import { createKafka } from '../bus/kafka/kafka-client.ts';
import { newId } from '../kernel/ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { until } from './until.ts';

/** Topics of its own in a Kafka that others use as well, and buses on them. */
export interface KafkaUnderTest extends BusUnderTest {
  readonly options: KafkaBusOptions;
  open(more?: Partial<KafkaBusOptions>): Promise<Bus>;
}

export async function kafkaUnderTest(
  brokers: readonly string[],
  { partitions = 3, replication = 1 } = {},
): Promise<KafkaUnderTest> {
  const network = switchedNetwork();
  const options: KafkaBusOptions = {
    brokers,
    prefix: `${newId().slice(-12)}.`,
    topics: ['tickets', 'payments', 'loyalty'],
    logger: silentLogger,
    socketFactory: network.socketFactory,
    // A consumer that is stopped waits for its fetch to end.
    fetchWaitMs: 100,
    onCrash() {},
  };
  const make = () => createTopics({ ...options, partitionsOf: () => partitions, replication });
  await make();
  return {
    options,
    open: (more) => openKafkaBus({ ...options, ...more }),
    interrupt: async () => network.interrupt(),
    async makeAnew() {
      await deleteTopics(options);
      await make();
    },
    async dispose() {},
  };
}

/** As somebody does by other means; resolves when they are gone. */
async function deleteTopics(options: KafkaBusOptions): Promise<void> {
  const topics = options.topics.map((topic) => `${options.prefix}${topic}`);
  const admin = createKafka(options, silentLogger).admin();
  await admin.connect();
  try {
    await admin.deleteTopics({ topics });
    await until('the topics to be gone', async () => {
      const left = await admin.listTopics();
      return !topics.some((topic) => left.includes(topic));
    });
  } finally {
    await admin.disconnect();
  }
}

/** What a cluster that is down looks like from here, for the buses of one test alone. */
function switchedNetwork() {
  const sockets = new Set<Socket>();
  let isDown = false;
  const socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    // Nobody listens at port 1.
    const socket = isDown ? connect(1, '127.0.0.1') : connect({ host, port }, onConnect);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  return {
    socketFactory,
    async interrupt() {
      isDown = true;
      for (const socket of sockets) socket.destroy(new Error('the network was switched off'));
      return async () => {
        isDown = false;
      };
    },
  };
}
