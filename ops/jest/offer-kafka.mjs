import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../kafka/start-kafka.ts';

/**
 * One Apache Kafka for all test files of a run, started when the first of them asks for it: a connection to `port` is
 * answered `{ "brokers": ["127.0.0.1:…"] }` and ended when it is ready, or `{ "reason": "…" }` where there can be none.
 */
export async function offerKafka() {
  let folder = null;
  let starting = null;

  async function start() {
    folder = await mkdtemp(join(tmpdir(), 'parterre-kafka-'));
    return startKafka({ brokers: 1, folder, isFleeting: true });
  }

  const server = createServer(async (socket) => {
    socket.on('error', () => {}); // whoever asked has gone away
    starting ??= start();
    const answer = await starting.then(
      ({ brokers }) => ({ brokers }),
      (error) => ({ reason: error.message }),
    );
    socket.end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return {
    port: server.address().port,
    async stop() {
      server.close();
      const kafka = await starting?.catch(() => null);
      await kafka?.stop();
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
