import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP, type Socket, connect as tcp } from 'node:net';
import { connect as tls } from 'node:tls';
import { AnswerReader, type HttpAnswer } from './answer-reader.ts';

export interface ConnectionOptions {
  /** http://tickets:4103 */
  readonly origin: string;
  readonly connectMs: number;
  /** Of the body of an answer. */
  readonly answerBytes: number;
}

/** Told once what came of a question. */
export interface Exchange {
  onAnswer(answer: HttpAnswer): void;
  /** @param isUnsent nothing of the question has left this process, because no connection could be made */
  onFailure(error: Error, isUnsent: boolean): void;
}

const KEEP_ALIVE_MS = 60_000;

/** A connection outlives the operation for which it was made, and keeps nothing of it. */
const outsideOfAll = AsyncLocalStorage.snapshot();

/** All connections read into it: what came is copied or read before anything else comes. */
const received = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * A connection to one address, made when it is needed and again when it was lost, for one question at a time over
 * HTTP/1.1. It knows nothing of what is asked; deadlines are kept by whoever asks, by `abort`.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  #socket: Socket | undefined;
  #reader: AnswerReader;
  #exchange: Exchange | undefined;
  #isConnected = false;
  #isDestroyed = false;
  /** Milliseconds of the process's clock; after that the other end may be about to close it. */
  #keptUntil = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#reader = new AnswerReader(options.answerBytes);
  }

  /** Whether there is a connection, as far as is known. */
  get isOpen(): boolean {
    return this.#socket !== undefined;
  }

  /** Sends a whole request. Only when the one before has come to its end. */
  send(request: string, exchange: Exchange): void {
    if (this.#exchange)
      throw new Error('expected one question at a time, the one before has not been answered');
    if (this.#isDestroyed) {
      exchange.onFailure(new Error('the connection has been given up'), true);
      return;
    }
    this.#exchange = exchange;
    if (this.#socket && performance.now() >= this.#keptUntil) this.#drop();
    const socket = this.#socket ?? this.#connect();
    // A connection that waits for nothing keeps no process alive.
    socket.ref();
    socket.write(request);
  }

  /** Ends the question that is on its way, by which the other end hears of it. */
  abort(error: Error): void {
    this.#fail(error);
  }

  /** For good. */
  destroy(): void {
    this.#isDestroyed = true;
    this.#fail(new Error('the connection has been given up'));
  }

  #connect(): Socket {
    const { origin, connectMs, answerBytes } = this.#options;
    this.#reader = new AnswerReader(answerBytes);
    this.#isConnected = false;
    const socket: Socket = outsideOfAll(() =>
      open(origin, (bytes) => {
        if (socket === this.#socket) this.#read(bytes);
      }),
    );
    this.#socket = socket;
    const giveUp = () => {
      if (socket === this.#socket && !this.#isConnected)
        this.#fail(new Error(`expected a connection within ${connectMs} ms`));
    };
    // A process that was held up runs its timers before it hears of its sockets: the connection may be there.
    const timer = setTimeout(() => setImmediate(giveUp), connectMs);
    socket.once(origin.startsWith('https:') ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      if (socket === this.#socket) this.#isConnected = true;
    });
    socket.once('end', () => {
      if (socket === this.#socket) this.#end();
    });
    socket.on('error', (error) => {
      if (socket === this.#socket) this.#fail(error);
    });
    socket.once('close', () => {
      clearTimeout(timer);
      if (socket === this.#socket)
        this.#fail(new Error('the connection was closed before the answer was whole'));
    });
    return socket;
  }

  #read(bytes: Buffer): void {
    // Nobody has asked: it would be taken for the answer to what is asked next.
    if (!this.#exchange) {
      this.#drop();
      return;
    }
    let answer: HttpAnswer | undefined;
    try {
      answer = this.#reader.read(bytes);
    } catch (error) {
      this.#fail(error as Error);
      return;
    }
    if (answer) this.#answer(answer);
  }

  /** The other end says nothing any more. */
  #end(): void {
    if (!this.#exchange) {
      this.#drop();
      return;
    }
    let answer: HttpAnswer;
    try {
      answer = this.#reader.end();
    } catch (error) {
      this.#fail(error as Error);
      return;
    }
    this.#answer(answer);
  }

  #answer(answer: HttpAnswer): void {
    const exchange = this.#exchange;
    const socket = this.#socket;
    this.#exchange = undefined;
    // Whoever answers before it has read the question may read the rest of it as the next one.
    if (answer.keptMs === 0 || !socket || socket.writableLength > 0) {
      this.#drop();
    } else {
      this.#keptUntil = performance.now() + answer.keptMs;
      socket.unref();
    }
    exchange?.onAnswer(answer);
  }

  #fail(error: Error): void {
    const exchange = this.#exchange;
    const isUnsent = !this.#isConnected;
    this.#exchange = undefined;
    this.#drop();
    exchange?.onFailure(error, isUnsent);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }
}

function open(origin: string, take: (bytes: Buffer) => void): Socket {
  const { protocol, hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  const options = {
    host,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
    // Instead of a stream, which costs a buffer and two turns for each piece.
    onread: {
      buffer: received,
      callback: (length: number) => {
        take(received.subarray(0, length));
        return true;
      },
    },
  };
  if (protocol === 'http:') return tcp({ ...options, port: Number(port || 80) });
  const servername = isIP(host) ? undefined : host;
  return tls({ ...options, port: Number(port || 443), servername, ALPNProtocols: ['http/1.1'] });
}
