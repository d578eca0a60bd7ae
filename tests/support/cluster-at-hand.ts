import { kafkaJars } from '../../ops/kafka/kafka-jars.ts';

/**
 * Why no cluster is tried, in one line; null where it is. Its twelve processes beside all other tests are more than two
 * cores can do in good time, so they are asked for: `npm run test:reliability`.
 */
export async function noClusterHere(): Promise<string | null> {
  if (process.env.TEST_CLUSTER !== '1') return 'npm run test:reliability runs them';
  return kafkaJars().then(
    () => null,
    (error: Error) => error.message,
  );
}
