import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/kafka', import.meta.url));
const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
/** The jars are 43 MB: half a minute on a good line. */
const DOWNLOAD_PATIENCE_MS = 600_000;

/** This machine has no broker and cannot have one; the message is one line that says what to do. */
export class NoKafka extends Error {
  override readonly name = 'NoKafka';
}

/**
 * The folder with the jars of Apache Kafka that pom.xml names, fetched from Maven Central on first use and kept in
 * `.cache/kafka`.
 *
 * @throws NoKafka without `java`, or without `mvn` when they have to be fetched
 */
export async function kafkaJars(): Promise<string> {
  await expectProgram('java', '-version');
  const folder = join(cache, 'lib');
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('kafka_'))) return folder;
  await expectProgram('mvn', '-v');
  // Beside its place, and moved there when it is whole: a fetch that broke off is not taken for a done one.
  const unfinished = join(cache, `lib.${process.pid}`);
  try {
    await run('mvn', ['-B', '-q', '-f', join(here, 'pom.xml'), GOAL, `-DoutputDirectory=${unfinished}`], {
      timeout: DOWNLOAD_PATIENCE_MS,
    });
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } catch (error) {
    const words = (error as { stdout?: string }).stdout?.split('\n').find((line) => line.includes('ERROR'));
    throw new NoKafka(`expected Maven to fetch Apache Kafka, got: ${words ?? (error as Error).message}`);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function expectProgram(name: string, argument: string): Promise<void> {
  await run(name, [argument]).catch(() => {
    throw new NoKafka(
      `Apache Kafka needs "${name}", which this machine does not have; install it, or name a broker in KAFKA_BROKERS`,
    );
  });
}
