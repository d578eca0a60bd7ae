import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SwallowingProxy {
  /** The given address, by way of the proxy. */
  readonly url: string;
  /** From now on nothing passes any more over what is open, and nobody is told: a pulled plug. */
  swallow(): void;
  /** Holds back what is sent, until the returned function is called: a machine that stands still for a while. */
  stall(): () => void;
  /** Connections opened from now on pass again; those that were cut off stay so. */
  restore(): void;
  close(): Promise<void>;
}

/** Stands between a client and the server at an address, and can lose every packet, as a broken network does. */
export async function swallowingProxy(address: string): Promise<SwallowingProxy> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    pass(client, upstream);
    pass(upstream, client);
    if (isSwallowing) cutOff(client, upstream);
  });

  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('error', () => {});
    from.on('data', (bytes) => to.write(bytes));
    from.on('close', () => {
      sockets.delete(from);
      // A closing travels in a packet like everything else.
      if (from.listenerCount('data') > 0) to.destroy();
    });
  }
  function cutOff(...some: readonly Socket[]): void {
    for (const socket of some) {
      socket.removeAllListeners('data');
      // Read on and forget, so that neither end notices by a full buffer.
      socket.resume();
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    swallow() {
      isSwallowing = true;
      cutOff(...sockets);
    },
    stall() {
      const stalled = [...sockets];
      for (const socket of stalled) socket.pause();
      return () => {
        for (const socket of stalled) socket.resume();
      };
    },
    restore() {
      isSwallowing = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
