import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import kafkajs from 'kafkajs';

/** The parts of kafkajs' `Connection` that are used here. */
interface Connection {
  readonly broker: string;
  /** Of this connection or of the one before. */
  readonly socket?: Socket;
  /** What has been read of an answer that is not whole. */
  chunks: Buffer[];
  bytesBuffered: number;
  bytesNeeded: number;
  isConnected(): boolean;
  connect(): Promise<boolean>;
  disconnect(): Promise<boolean>;
  send(protocol: object): Promise<unknown>;
}

/** An answer begins with its size. */
const SIZE_BYTES = 4;

/** Addresses of brokers, "host:port", that have failed to answer a request in time, and have answered none since. */
const silent = new Set<string>();

/** Whether the last that was heard of the broker at this address, over any connection of this process, is silence. */
export const isSilent = (broker: string): boolean => silent.has(broker);

/**
 * Mends what a connection of kafkajs 2.2.4 does when its broker falls silent, in its class, for all clients of this
 * process. It gives up the request that has had no answer in time, and keeps the connection: the next requests are sent
 * over it as well, until the system gives it up after a quarter of an hour, or never, where something in between
 * acknowledges what it does not carry. Kafka's own clients close it, and so does this:
 *
 * - A request without an answer in its time ends the connection, and fails as one over a lost connection does: who leads
 *   a partition is asked anew. After a mere timeout it is not, and goes to a broker that is stopped again and again.
 *   Whom is asked, mend-brokers.ts says.
 * - What is still asked of a broker that has fallen silent is given up when the connection is closed. kafkajs waits for it, and
 *   a refresh of its metadata waits for the connection of a broker that is no longer named.
 * - A new connection begins at the beginning of an answer: kafkajs takes what it had read of one when the last
 *   connection broke for the first bytes of the next, and understands nothing from there on.
 */
function mend(connection: Connection): void {
  const { connect, disconnect, send } = connection;

  connection.connect = function (this: Connection) {
    if (!this.isConnected()) {
      this.chunks = [];
      this.bytesBuffered = 0;
      this.bytesNeeded = SIZE_BYTES;
    }
    return connect.call(this);
  };

  connection.disconnect = function (this: Connection) {
    if (isSilent(this.broker)) this.socket?.destroy(new Error('closed while an answer was waited for'));
    return disconnect.call(this);
  };

  connection.send = async function (this: Connection, protocol) {
    try {
      const answer = await send.call(this, protocol);
      silent.delete(this.broker);
      return answer;
    } catch (error) {
      if ((error as Error).name !== 'KafkaJSRequestTimeoutError') throw error;
      silent.add(this.broker);
      this.socket?.destroy(new Error((error as Error).message));
      throw new kafkajs.KafkaJSConnectionError((error as Error).message, { broker: this.broker });
    }
  };
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/connection.js') as {
  readonly prototype: Connection;
};
mend(prototype);
