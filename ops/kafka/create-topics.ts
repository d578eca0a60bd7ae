import { parseArgs } from 'node:util';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { createTopics } from '@parterre/platform/bus/kafka/create-topics.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';

/**
 * `KAFKA_BROKERS=host:port,… node ops/kafka/create-topics.ts [--partitions 12] [--replication 1]`: makes the topic of
 * every subgraph that has none yet. Partitions are fixed for good, so there are some more than replicas are thought of.
 */
const { values } = parseArgs({
  options: { partitions: { type: 'string', default: '12' }, replication: { type: 'string', default: '1' } },
});
const brokers = process.env.KAFKA_BROKERS;
const [partitions, replication] = [Number(values.partitions), Number(values.replication)];
try {
  if (!brokers) throw new Error('KAFKA_BROKERS: expected the addresses of brokers, such as 127.0.0.1:9092');
  if (!(Number.isInteger(partitions) && partitions > 0 && Number.isInteger(replication) && replication > 0)) {
    throw new Error('--partitions and --replication: expected whole numbers from 1 on');
  }
  await createTopics({
    brokers: brokers.split(','),
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
