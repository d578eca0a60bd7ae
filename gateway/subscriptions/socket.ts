import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { CloseCode, type Server as GraphqlWsServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Caller } from '../caller.ts';
import { Answers } from './answers.ts';
import type { Connection } from './connections.ts';
import type { SubscriptionLimits } from './limits.ts';
import { nestsDeeper } from './nesting.ts';
import { OperationNames } from './operation-names.ts';
import type { CountBytes } from './ports.ts';
import { Writer } from './writer.ts';

/** Close codes of WebSocket itself; those of the protocol are `CloseCode`. */
export const SERVICE_RESTART = 1012;
export const TRY_AGAIN_LATER = 1013;

/** How long a client that does not read may take to notice that it is being closed. */
const GIVE_UP_MS = 1_000;

/** What it takes to read the messages of a socket. */
export interface TransportOptions {
  readonly limits: Pick<SubscriptionLimits, 'idCharacters'>;
  readonly bytes?: CountBytes | undefined;
  readonly logger: Logger;
}

export type Transport = Parameters<GraphqlWsServer<Socket>['opened']>[0];

/** One WebSocket: who is behind it, what runs on it, and what its client leaves unread. */
export class Socket implements Connection {
  readonly socket: WebSocket;
  readonly address: string;
  readonly names = new OperationNames();
  readonly writer: Writer;
  readonly answers: Answers;
  caller: Caller;
  /** Operations that run, or are ended and have not been let go of yet. */
  operations = 0;
  expiry: NodeJS.Timeout | undefined;
  isAlive = true;
  #isPaused = false;

  constructor(
    socket: WebSocket,
    address: string,
    anonymous: Caller,
    limits: SubscriptionLimits,
    watch: (writer: Writer) => void,
  ) {
    this.socket = socket;
    this.address = address;
    this.caller = anonymous;
    this.writer = new Writer(
      {
        unread: () => socket.bufferedAmount,
        write: (data) => {
          // What was meant for a client that has left needs no sending.
          if (socket.readyState === socket.OPEN) socket.send(data, { binary: false });
        },
        pause: () => {
          this.#isPaused = true;
          socket.pause();
        },
        resume: () => {
          this.#isPaused = false;
          socket.resume();
        },
        giveUp: () => {
          socket.close(TRY_AGAIN_LATER, 'Try again later: messages were not read');
          setTimeout(() => socket.terminate(), GIVE_UP_MS).unref();
        },
      },
      limits,
      watch,
    );
    this.answers = new Answers(this.writer);
  }

  close(reason: 'session ended' | 'service restart'): void {
    if (reason === 'session ended') {
      this.socket.close(CloseCode.Forbidden, 'Forbidden: the session has been ended');
    } else this.socket.close(SERVICE_RESTART, 'Service restart');
  }

  cut(): void {
    this.socket.terminate();
  }

  /** Asks for a sign of life; a client that gave none since the last time is gone. */
  ping(): void {
    // Its answer could not be read. Writer closes it in time.
    if (this.#isPaused) return;
    if (this.isAlive) this.socket.ping();
    else this.cut();
    this.isAlive = false;
  }

  /** The socket in the shape that graphql-ws reads from and writes to. */
  transport({ limits, bytes, logger }: TransportOptions): Transport {
    const { socket } = this;
    return {
      protocol: socket.protocol,
      send: (text) => {
        const message = this.names.restore(text);
        if (message !== null) this.writer.write(message);
      },
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        const fail = (error: unknown) => {
          logger.error({ error }, 'a WebSocket message failed unexpectedly');
          socket.close(CloseCode.InternalServerError, 'Internal server error');
        };
        const read = (data: RawData, isBinary: boolean) => {
          if (socket.readyState !== socket.OPEN) return;
          if (bytes) void this.#count(lengthOf(data), bytes);
          const message = isBinary ? notOfTheProtocol : this.#readMessage(data, limits);
          if (typeof message !== 'string') return socket.close(CloseCode.BadRequest, message.reason);
          handle(message).catch(fail);
        };
        socket.on('message', (data, isBinary) => {
          // What is thrown here would end the process.
          try {
            read(data, isBinary);
          } catch (error) {
            fail(error);
          }
        });
      },
    };
  }

  /** Who sends too much is let go; what has been sent by then is answered or not, as it comes. */
  async #count(length: number, bytes: CountBytes): Promise<void> {
    if (await bytes(this.address, length))
      this.socket.close(TRY_AGAIN_LATER, 'Try again later: too much was sent');
  }

  /** The message with our name of the operation that it is about; or why it is none of the protocol. */
  #readMessage(
    data: RawData,
    { idCharacters }: Pick<SubscriptionLimits, 'idCharacters'>,
  ): string | { readonly reason: string } {
    const text = data.toString();
    if (nestsDeeper(text, DEEPEST_MESSAGE)) {
      return { reason: `Invalid message received: expected one at most ${DEEPEST_MESSAGE} deep` };
    }
    const message = parsed(text);
    if (message === undefined || !typesOfClients.has(message.type)) return notOfTheProtocol;
    const { type, id, payload } = message;
    if (type === 'connection_init') return JSON.stringify({ type, payload: identityIn(payload) });
    if ((type !== 'subscribe' && type !== 'complete') || typeof id !== 'string' || id === '') return text;
    if (id.length > idCharacters) {
      return { reason: `Invalid message received: expected an id of at most ${idCharacters} characters` };
    }
    const name = type === 'subscribe' ? this.names.begin(id) : this.names.end(id);
    if (type === 'complete' && name !== undefined) this.answers.end(name);
    // An end of what does not run any more: both sides have ended it at the same time.
    // Nothing else of it: graphql-ws keeps what it is given as long as the operation lives.
    return JSON.stringify({ type, id: name ?? 'none', payload });
  }
}

function lengthOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, { length }) => sum + length, 0) : data.byteLength;
}

/** Values of variables may be 20 deep, which admission says in its own words. */
const DEEPEST_MESSAGE = 100;

const notOfTheProtocol = { reason: 'Invalid message received' };

/** What a client may send. Anything else is thrown at whoever reads it, and would be logged as a fault of ours. */
const typesOfClients: ReadonlySet<unknown> = new Set([
  'connection_init',
  'ping',
  'pong',
  'subscribe',
  'complete',
]);

/** Longer than any token that is accepted. */
const LONGEST_AUTHORIZATION = 8_192;

/**
 * Of what `connection_init` brings, who the client is: graphql-ws keeps it as long as the socket is open, and a quarter of
 * a megabyte of empty lists becomes several in memory. Header names are case-insensitive, and Sandbox sends its headers as
 * they were typed. What is no object is left to graphql-ws, which refuses it.
 */
function identityIn(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  const entry = Object.entries(payload).find(([name]) => name.toLowerCase() === 'authorization');
  const value: unknown = entry?.[1] ?? undefined;
  if (value === undefined) return {};
  return { authorization: typeof value === 'string' ? value.slice(0, LONGEST_AUTHORIZATION) : notText };
}

/** Stands for an authorization that is no text, however large it is. */
const notText = false;

interface ClientMessage {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly payload?: unknown;
}

function parsed(text: string): ClientMessage | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && !Array.isArray(message) ? message : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
