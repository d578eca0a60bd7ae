import { kafkaJars } from '../../ops/kafka/kafka-jars.ts';

/** Why no Kafka can be started here, in one line; null where it can. */
export async function noKafkaHere(): Promise<string | null> {
  if (process.env.TEST_KAFKA === '0') return 'TEST_KAFKA is 0';
  return kafkaJars().then(
    () => null,
    (error: Error) => error.message,
  );
}
