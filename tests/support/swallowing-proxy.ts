import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that can stop carrying anything without closing anything. */
export interface SwallowingProxy {
  readonly port: number;
  /** From now on every byte is lost, in both directions, on old connections and new ones. */
  swallow(): void;
  /** New connections are carried again; those of the time before stay dead, as they are. */
  carry(): void;
  close(): Promise<void>;
}

export async function swallowingProxy(targetPort: number): Promise<SwallowingProxy> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    const isDeadFromTheStart = isSwallowing;
    let isDead = isDeadFromTheStart;
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        isDead ||= isSwallowing;
        if (!isDead) to.write(bytes);
      });
      from.on('close', () => {
        sockets.delete(from);
        if (!isDead) to.destroy();
      });
      // A connection that breaks is what this is about.
      from.on('error', () => {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    port: address.port,
    swallow() {
      isSwallowing = true;
    },
    carry() {
      isSwallowing = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
