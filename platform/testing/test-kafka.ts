import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Apache Kafka for the tests of one file. */
export interface TestKafka {
  readonly brokers: readonly string[];
  /** As kill -9; null for a broker that KAFKA_BROKERS names. */
  readonly kill: ((broker: number) => Promise<void>) | null;
  readonly start: ((broker: number) => Promise<void>) | null;
  stop(): Promise<void>;
}

/**
 * Starts brokers (TEST_KAFKA_COMMAND) where TEST_KAFKA is 1, or takes those that KAFKA_BROKERS names where one is enough.
 * Null where there are none to be, which it says in one line: they take some three minutes of a processor.
 */
export async function startTestKafka(brokers: 1 | 3 = 1): Promise<TestKafka | null> {
  const given = process.env.KAFKA_BROKERS;
  if (given && brokers === 1) {
    return { brokers: given.split(','), kill: null, start: null, async stop() {} };
  }
  if (process.env.TEST_KAFKA !== '1') {
    // Jest shows no console of a file whose tests are all passed over.
    process.stderr.write(
      'the tests on Kafka do not run: TEST_KAFKA=1 starts brokers, KAFKA_BROKERS names one\n',
    );
    return null;
  }
  const command = process.env.TEST_KAFKA_COMMAND;
  if (!command) {
    throw new Error(
      'expected TEST_KAFKA_COMMAND to run a broker; run this test in the "integration" project of jest',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'parterre-kafka-'));
  const child = fork(command, ['--brokers', String(brokers), '--folder', folder], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words += data;
  });
  const ended = once(child, 'exit');
  const started = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (!started) {
    await rm(folder, { recursive: true, force: true });
    process.stderr.write(`the tests on Kafka do not run: ${words.trim()}\n`);
    return null;
  }
  const order = async (what: object) => {
    const done = once(child, 'message');
    child.send(what);
    await done;
  };
  return {
    brokers: (started[0] as { brokers: string[] }).brokers,
    kill: (broker) => order({ kill: broker }),
    start: (broker) => order({ start: broker }),
    async stop() {
      child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
