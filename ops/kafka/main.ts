import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NoKafka } from './kafka-jars.ts';
import { type KafkaCluster, startKafka } from './start-kafka.ts';

/**
 * `node ops/kafka/main.ts [--brokers 3] [--folder .data/kafka] [--fleeting]`: runs a broker, or three, until Ctrl-C.
 *
 * A program that starts it with `fork` is told the addresses by a message, `{ brokers }`, may send
 * `{ pause: index }`, `{ kill: index }` and `{ start: index }`, each answered by `{ done: index }`, and ends it by going away.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      brokers: { type: 'string', default: '1' },
      folder: { type: 'string', default: '.data/kafka' },
      fleeting: { type: 'boolean', default: false },
    },
  });
  if (values.brokers !== '1' && values.brokers !== '3') {
    throw new NoKafka(`--brokers: expected 1 or 3, got ${values.brokers}`);
  }
  const kafka = await startKafka({
    brokers: values.brokers === '3' ? 3 : 1,
    folder: resolve(values.folder),
    isFleeting: values.fleeting,
  });
  const end = () => void kafka.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (process.send) obey(kafka, end);
  else {
    console.log(`KAFKA_BROKERS=${kafka.brokers.join(',')}`);
    // Nothing else keeps this process alive.
    setInterval(() => {}, 60_000);
  }
}

interface Order {
  /** As `kill -STOP`: its connections stay, and answer nothing. */
  readonly pause?: number;
  readonly kill?: number;
  readonly start?: number;
}

function obey(kafka: KafkaCluster, end: () => void): void {
  process.once('disconnect', end);
  process.on('message', async ({ pause, kill, start }: Order) => {
    const pid = pause === undefined ? null : kafka.nodes[pause]?.pid();
    if (pid) process.kill(pid, 'SIGSTOP');
    if (kill !== undefined) await kafka.nodes[kill]?.kill();
    if (start !== undefined) await kafka.nodes[start]?.start();
    process.send?.({ done: pause ?? kill ?? start });
  });
  process.send?.({ brokers: kafka.brokers });
}

await main().catch((error: unknown) => {
  console.error(error instanceof NoKafka ? error.message : error);
  process.exit(1);
});
