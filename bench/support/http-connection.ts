import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n');

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * One kept connection that sends prebuilt HTTP/1.1 requests, one after another, and reads whole answers. It
 * knows only what the servers of the benches do, and costs a third of node:http: the load shares its cores with
 * what it loads.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('expected an answer, the connection was closed')));
  }

  static async open({ hostname, port }: URL): Promise<HttpConnection> {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new HttpConnection(socket);
  }

  /** The body of the answer. Rejects on any status but 200. */
  async send(request: Buffer): Promise<Buffer> {
    const { status, body } = await this.exchange(request);
    if (status === 200) return body;
    throw new Error(`expected 200, got ${status}: ${body.toString()}`);
  }

  /** The answer, whatever it says. Rejects when the connection breaks. */
  exchange(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) return reject(new Error('expected an open connection, got a closed one'));
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(END_OF_HEAD);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const rest = this.#received.subarray(headEnd + END_OF_HEAD.length);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    const body = length === undefined ? unchunked(rest) : rest.length < Number(length) ? null : rest;
    if (!body) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#received = Buffer.alloc(0);
    waiting?.resolve({ status: Number(head.slice('HTTP/1.1 '.length).split(' ', 1)[0]), body });
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}

/** A body in chunks, joined; null when its end has not come yet. */
function unchunked(chunks: Buffer): Buffer | null {
  if (!chunks.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)) return null;
  const parts: Buffer[] = [];
  for (let at = 0; at < chunks.length; ) {
    const lineEnd = chunks.indexOf('\r\n', at);
    const size = Number.parseInt(chunks.toString('latin1', at, lineEnd), 16);
    if (size === 0) break;
    parts.push(chunks.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
