import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ISocketFactory } from 'kafkajs';
import { type BusWithMember, busWithMember } from '../../testing/bus-with-member.ts';
import { countedFact, publishUntilTaken } from '../../testing/counted-facts.ts';
import { type SwallowingProxy, swallowingProxy } from '../../testing/swallowing-proxy.ts';
import { startTestKafka } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';

const kafka = await startTestKafka();
afterAll(() => kafka?.stop());

(kafka ? describe : describe.skip)('connections that fall silent', () => {
  let proxy: SwallowingProxy;
  let sockets: Set<Socket>;
  let member: BusWithMember;
  const tailed = new Set<string>();
  beforeEach(async () => {
    sockets = new Set();
    proxy = await swallowingProxy(`kafka://${kafka?.brokers[0]}`);
    const { hostname, port } = new URL(proxy.url);
    const socketFactory: ISocketFactory = ({ onConnect }) => {
      const socket = connect({ host: hostname, port: Number(port) }, onConnect);
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    };
    member = await busWithMember(kafka?.brokers ?? [], socketFactory);
    await member.bus.tail({ topics: ['tickets'], handle: ({ fact: { id } }) => void tailed.add(id) });
    await expectToWork();
  });
  afterEach(async () => {
    await member.bus.close();
    await proxy.close();
  });

  async function expectToWork(): Promise<void> {
    const { bus, handled, crashes } = member;
    const fact = countedFact('a');
    await publishUntilTaken(bus, [fact]);
    await until('the group to handle it', () => handled.has(fact.id));
    await until('the tail to see it', () => tailed.has(fact.id));
    await until('the bus to be ready', () => bus.isReady());
    expect(crashes).toEqual([]);
  }

  it('and do not break are given up, and others made in their place', async () => {
    proxy.swallow();
    proxy.restore();
    await expectToWork();
  }, 240_000);

  it('in the midst of an answer, and break, are followed by others that begin with an answer of their own', async () => {
    const old = [...sockets];
    for (const socket of old) breakWithin(socket);
    await expectToWork();
    // The producer's, the tail's, one of the bus and both of the group; an administrator has nothing to say.
    expect(old.filter(({ destroyed }) => destroyed).length).toBeGreaterThan(4);
  }, 240_000);
});

/** Passes the first half of what arrives next, and no more. */
function breakWithin(socket: Socket): void {
  const emit = socket.emit.bind(socket) as (...args: unknown[]) => boolean;
  socket.emit = ((...args: unknown[]) => {
    const [event, bytes] = args as [string, Buffer];
    if (event !== 'data') return emit(...args);
    socket.emit = emit as typeof socket.emit;
    emit('data', bytes.subarray(0, bytes.length / 2));
    socket.destroy(new Error('the connection was reset'));
    return true;
  }) as typeof socket.emit;
}
