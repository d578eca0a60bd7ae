import { parseArgs } from 'node:util';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { createTopics } from '@parterre/platform/bus/kafka/create-topics.ts';
import { readConfig } from '@parterre/platform/config/read-config.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { z } from 'zod';
import { kafkaVariables, readKafkaConfig } from '../launch/distributed/kafka-config.ts';

/**
 * `KAFKA_BROKERS=host:port,… node ops/kafka/create-topics.ts [--partitions 12] [--replication 1]`: makes the topic of
 * every subgraph that has none yet, and ends. Partitions are fixed for good, so there are some more than replicas are
 * thought of. The other KAFKA_ variables are read as by the services.
 */
const { values } = parseArgs({
  options: { partitions: { type: 'string', default: '12' }, replication: { type: 'string', default: '1' } },
});
const [partitions, replication] = [Number(values.partitions), Number(values.replication)];
try {
  const kafka = readKafkaConfig(readConfig(z.object(kafkaVariables), process.env));
  if (!(Number.isInteger(partitions) && partitions > 0 && Number.isInteger(replication) && replication > 0)) {
    throw new Error('--partitions and --replication: expected whole numbers from 1 on');
  }
  await createTopics({
    ...kafka,
    topics: subgraphNames,
    partitions,
    replication,
    logger: createLogger({ level: 'error' }),
  });
  console.log(`${subgraphNames.join(', ')}: ${partitions} partitions, ${replication} copies`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
