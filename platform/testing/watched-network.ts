import { connect } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/** What a client asks a broker first of all, of Kafka's requests. */
export const API_VERSIONS = 18;

export interface WatchedNetwork {
  readonly socketFactory: ISocketFactory;
  /** Requests of Kafka's protocol that the watched broker was sent since a connection to it first ended; null if none has. */
  askedSinceBreak(): readonly number[] | null;
}

/** Sees what a client of Kafka goes on asking a broker, "host:port", with which it has broken off. */
export function watchedNetwork(broker: string): WatchedNetwork {
  let asked: number[] | null = null;
  const socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    if (`${host}:${port}` !== broker) return socket;
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = ((...args: unknown[]) => {
      // kafkajs writes a request at a time: its size in four bytes, what it is in two.
      asked?.push((args[0] as Buffer).readInt16BE(4));
      return write(...args);
    }) as typeof socket.write;
    return socket.once('close', () => {
      asked ??= [];
    });
  };
  return { socketFactory, askedSinceBreak: () => asked && [...asked] };
}
