import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

/** A real Apache Kafka, for the tests of all files; each test uses topics with a prefix of its own. */
export interface TestKafka {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/** One for the tests of a single file, which may kill its brokers. */
export interface TestCluster extends TestKafka {
  /** As kill -STOP: others take over what it leads, its connections stay. */
  pause(broker: number): Promise<void>;
  /** As kill -9. */
  kill(broker: number): Promise<void>;
  start(broker: number): Promise<void>;
}

/**
 * The broker of this run of jest, which the first that asks for it starts (TEST_KAFKA_PORT), or those that KAFKA_BROKERS
 * names. Null where there is none to be, which it says in one line: TEST_KAFKA is 0, there is no `java`, or no Kafka to be had.
 */
export async function startTestKafka(): Promise<TestKafka | null> {
  const given = process.env.KAFKA_BROKERS;
  if (given) return { brokers: given.split(','), async stop() {} };
  if (process.env.TEST_KAFKA === '0') return none('TEST_KAFKA is 0');
  const socket = connect(Number(fromJest('TEST_KAFKA_PORT')), '127.0.0.1');
  const answer = (await json(socket)) as { readonly brokers: string[] } | { readonly reason: string };
  if ('reason' in answer) return none(answer.reason);
  // It ends with the run.
  return { brokers: answer.brokers, async stop() {} };
}

/** Brokers for one file alone (TEST_KAFKA_COMMAND), whatever KAFKA_BROKERS names. Null as above. */
export async function startTestCluster(brokers: 1 | 3): Promise<TestCluster | null> {
  if (process.env.TEST_KAFKA === '0') return none('TEST_KAFKA is 0');
  const folder = await mkdtemp(join(tmpdir(), 'parterre-kafka-'));
  const child = fork(
    fromJest('TEST_KAFKA_COMMAND'),
    ['--brokers', String(brokers), '--folder', folder, '--fleeting'],
    { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words += data;
  });
  const ended = once(child, 'exit');
  const started = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (!started) {
    await rm(folder, { recursive: true, force: true });
    return none(words.trim());
  }
  const order = async (what: object) => {
    const done = once(child, 'message');
    child.send(what);
    await done;
  };
  return {
    brokers: (started[0] as { brokers: string[] }).brokers,
    pause: (broker) => order({ pause: broker }),
    kill: (broker) => order({ kill: broker }),
    start: (broker) => order({ start: broker }),
    async stop() {
      child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function none(reason: string): null {
  // Jest shows no console of a file whose tests are all passed over.
  process.stderr.write(`these tests on Kafka do not run: ${reason}\n`);
  return null;
}

function fromJest(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`expected ${variable}; run this test in the "integration" project of jest`);
}
