import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import './mend-brokers.ts';
import type { BrokerPool } from './mend-brokers.ts';

interface Broker {
  connect(): Promise<void>;
  metadata(topics: readonly string[]): Promise<object>;
}
type Options = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
const kafkajs = <Shape>(path: string) => require(`kafkajs/src/${path}`) as new (options: Options) => Shape;
const Pool = kafkajs<object>('network/connectionPool.js');
const KafkaBroker = kafkajs<Broker>('broker/index.js');
const KafkaBrokers = kafkajs<BrokerPool>('cluster/brokerPool.js');

const nobodyReads = { namespace: () => nobodyReads, debug() {}, info() {}, warn() {}, error() {} };
const NEVER_MS = 3_600_000;
const DRAWS = 100;
const METADATA = 3;
const API_VERSIONS = 18;

/** Takes connections, and answers what it understands as long as it is not stopped; nothing else. */
class FakeBroker {
  isStopped = false;
  readonly asked: number[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('data', (request) => {
      this.asked.push(request.readInt16BE(4));
      if (!this.isStopped && request.readInt16BE(4) === API_VERSIONS)
        socket.write(understood(request.readInt32BE(8)));
    });
    socket.on('error', () => undefined);
  });

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** No error, and of either request its version 0. */
function understood(number: number): Buffer {
  const answer = Buffer.alloc(4 + 4 + 2 + 4 + 2 * 6 + 4);
  answer.writeInt32BE(answer.length - 4, 0);
  answer.writeInt32BE(number, 4);
  answer.writeInt32BE(2, 10);
  answer.writeInt16BE(METADATA, 14);
  answer.writeInt16BE(API_VERSIONS, 20);
  return answer;
}

describe('of two brokers, one that has just failed to answer', () => {
  let stopped: FakeBroker;
  let other: FakeBroker;
  let pool: BrokerPool & { disconnect(): Promise<void> };
  beforeEach(async () => {
    [stopped, other] = [new FakeBroker(), new FakeBroker()];
    await Promise.all([stopped.start(), other.start()]);
    const build = async () => poolOf(stopped.port, NEVER_MS);
    pool = new KafkaBrokers({ connectionPoolBuilder: { build }, logger: nobodyReads }) as typeof pool;
    pool.brokers = { 1: brokerOf(stopped.port, NEVER_MS), 2: brokerOf(other.port, NEVER_MS) };
    await Promise.all([pool.findBroker({ nodeId: '1' }), pool.findBroker({ nodeId: '2' })]);
    // Of another client of this process.
    const impatient = brokerOf(stopped.port, 1);
    await impatient.connect();
    stopped.isStopped = true;
    await expect(impatient.metadata([])).rejects.toThrow('timed out');
    stopped.asked.length = 0;
  });
  afterEach(async () => {
    await Promise.all([pool.disconnect(), stopped.stop(), other.stop()]);
  });

  const poolOf = (port: number, requestTimeout: number) =>
    new Pool({
      host: '127.0.0.1',
      port,
      requestTimeout,
      connectionTimeout: NEVER_MS,
      logger: nobodyReads,
      socketFactory: ({ onConnect }: { onConnect(): void }) =>
        connect({ host: '127.0.0.1', port }, onConnect),
    });
  const brokerOf = (port: number, requestTimeout: number) =>
    new KafkaBroker({
      connectionPool: poolOf(port, requestTimeout),
      logger: nobodyReads,
    }) as Broker & BrokerPool['brokers'][string];
  const portOf = ({ connectionPool: { port } }: BrokerPool['brokers'][string]) => port;

  it('is not asked for metadata, though connections to it are open', async () => {
    for (let n = 0; n < DRAWS; n += 1) expect(portOf(await pool.findConnectedBroker())).toBe(other.port);
    expect(stopped.asked).toEqual([]);
  });

  it('is not asked who coordinates a group', async () => {
    for (let n = 0; n < DRAWS; n += 1) {
      expect(await pool.withBroker(async ({ broker }) => portOf(broker))).toBe(other.port);
    }
    expect(stopped.asked).toEqual([]);
  });

  it('cannot be had as a leader, until it has said what it understands', async () => {
    const wanted = () => pool.findBroker({ nodeId: '1' });
    for (let n = 0; n < DRAWS; n += 1) await expect(wanted()).rejects.toThrow('expected an answer');
    // All have asked together.
    while (stopped.asked.length === 0) await new Promise(setImmediate);
    expect(stopped.asked).toEqual([API_VERSIONS]);
  });

  it('is waited for when it is the only one', async () => {
    const [alone] = Object.values(pool.brokers);
    if (!alone) throw new Error('expected a broker');
    pool.brokers = { 1: alone };
    const found = pool.findBroker({ nodeId: '1' });
    stopped.isStopped = false;
    expect(portOf(await found)).toBe(stopped.port);
  });
});
