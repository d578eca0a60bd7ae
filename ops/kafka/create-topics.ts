import { parseArgs } from 'node:util';
import { partitionsOf } from '@parterre/contracts/facts/topics.ts';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { createTopics } from '@parterre/platform/bus/kafka/create-topics.ts';
import { readConfig } from '@parterre/platform/config/read-config.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { z } from 'zod';
import { kafkaVariables, readKafkaConfig } from '../launch/distributed/kafka-config.ts';

/**
 * `KAFKA_BROKERS=host:port,… node ops/kafka/create-topics.ts [--partitions N] [--replication 1]`: makes the topic of
 * every subgraph that has none yet, and ends. Each has as many partitions as its contract says (contracts/facts/topics.ts),
 * or all have N where this installation is to have its own number; an empty one is none. That is fixed for good: a topic
 * with another number is refused. The other KAFKA_ variables are read as by the services.
 */
const { values } = parseArgs({
  options: { partitions: { type: 'string', default: '' }, replication: { type: 'string', default: '1' } },
});
const own = values.partitions === '' ? null : Number(values.partitions);
const replication = Number(values.replication);
const isCount = (value: number) => Number.isInteger(value) && value > 0;
try {
  const kafka = readKafkaConfig(readConfig(z.object(kafkaVariables), process.env));
  if (!((own === null || isCount(own)) && isCount(replication))) {
    throw new Error('--partitions and --replication: expected whole numbers from 1 on');
  }
  const partitions = (topic: string) => own ?? partitionsOf(topic);
  await createTopics({
    ...kafka,
    topics: subgraphNames,
    partitionsOf: partitions,
    replication,
    logger: createLogger({ level: 'error' }),
  });
  for (const name of subgraphNames)
    console.log(`${name}: ${partitions(name)} partitions, ${replication} copies`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
