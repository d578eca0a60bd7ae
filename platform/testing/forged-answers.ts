import { connect } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/** Requests of Kafka's protocol, by what stands in their heads. */
export const FIND_COORDINATOR = 10;
export const JOIN_GROUP = 11;
export const HEARTBEAT = 12;

/** Errors of Kafka's protocol. */
export const COORDINATOR_LOADING = 14;
export const UNKNOWN_MEMBER = 25;
export const REBALANCING = 27;

/** An answer to the next request of its kind: an error of Kafka's protocol. */
export interface ForgedAnswer {
  readonly request: typeof FIND_COORDINATOR | typeof JOIN_GROUP | typeof HEARTBEAT;
  readonly error: number;
}

export interface ForgingNetwork {
  readonly socketFactory: ISocketFactory;
  /** Gives these answers in the broker's place, each once and in this order; other requests reach the broker. */
  forge(answers: readonly ForgedAnswer[]): void;
  /** Answers that nobody has asked for yet. */
  left(): number;
}

/** Gives a client of Kafka answers that a broker gives for moments only: while it moves or loads its groups. */
export function forgingNetwork(): ForgingNetwork {
  let waiting: readonly ForgedAnswer[] = [];
  const socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    socket.write = ((...args: unknown[]) => {
      // kafkajs writes a request at a time: its size in four bytes, what it is in two, its version in two, its number in four.
      const [request] = args as [Buffer];
      const [next] = waiting;
      if (!next || request.readInt16BE(4) !== next.request) return write(...args);
      waiting = waiting.slice(1);
      setImmediate(() => socket.emit('data', showAnswer(request.readInt32BE(8), next.error)));
      return true;
    }) as typeof socket.write;
    return socket;
  };
  return {
    socketFactory,
    forge(answers) {
      waiting = answers;
    },
    left: () => waiting.length,
  };
}

/** Room for all that an answer may hold, which is empty where there is an error. */
const EMPTY_BYTES = 32;

function showAnswer(number: number, error: number): Buffer {
  const answer = Buffer.alloc(4 + 4 + 4 + 2 + EMPTY_BYTES);
  answer.writeInt32BE(answer.length - 4, 0);
  answer.writeInt32BE(number, 4);
  // After the time for which the client is to hold back.
  answer.writeInt16BE(error, 12);
  return answer;
}
