import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameSocketOptions {
  readonly host: string;
  readonly port: number;
  /** The loopback address to come from: each has some 28,000 ports of its own. */
  readonly localAddress?: string;
  onOpen(): void;
  /** The payload of one text frame. It is gone after the call: whoever wants to keep it copies it. */
  onMessage(payload: Buffer): void;
  /** The connection has ended and was not cut from this side. */
  onLost(reason: string): void;
}

/**
 * The client's half of one WebSocket for graphql-transport-ws, read by hand: no queue, no event per frame, no
 * text. Ten thousand of them cost less than the server that is measured. It knows what servers of this
 * repository send, and takes anything else for a loss of the connection.
 */
export class FrameSocket {
  readonly #socket: Socket;
  readonly #options: FrameSocketOptions;
  #received: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #isCut = false;

  constructor(options: FrameSocketOptions) {
    this.#options = options;
    this.#socket = connect({
      host: options.host,
      port: options.port,
      ...(options.localAddress ? { localAddress: options.localAddress } : {}),
    });
    this.#socket.setNoDelay(true);
    this.#socket.once('connect', () => this.#socket.write(handshake(options)));
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#lose(error.message));
    this.#socket.on('close', () => this.#lose('the connection was closed'));
  }

  /** Sends one text of at most 65,535 bytes. */
  send(text: string): void {
    this.#socket.write(maskedFrame(OPCODE.text, Buffer.from(text)));
  }

  /** Reads nothing until told to: what comes meanwhile waits in the two kernels, and then at the server. */
  pause(): void {
    this.#socket.pause();
  }
  resume(): void {
    this.#socket.resume();
  }

  /** Ends the connection without a word: with a reset, or as a process that dies. */
  cut(how: 'reset' | 'end'): void {
    this.#isCut = true;
    if (how === 'reset') this.#socket.resetAndDestroy();
    else this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    let rest = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    if (!this.#isOpen) {
      const headEnd = rest.indexOf(HEAD_END);
      if (headEnd < 0) {
        this.#received = rest;
        return;
      }
      const status = rest.toString('latin1', 0, rest.indexOf('\r\n'));
      if (!status.startsWith('HTTP/1.1 101 ')) {
        this.#fail(`expected 101, got ${status}`);
        return;
      }
      this.#isOpen = true;
      rest = rest.subarray(headEnd + HEAD_END.length);
      this.#options.onOpen();
    }
    const used = this.#readFrames(rest);
    this.#received = used === rest.length ? Buffer.alloc(0) : rest.subarray(used);
  }

  /** Reads all whole frames and answers how many bytes they were. */
  #readFrames(bytes: Buffer): number {
    let at = 0;
    while (bytes.length - at >= 2) {
      const opcode = (bytes[at] ?? 0) & 0x8f;
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (bytes.length - at < headBytes) break;
      const length =
        short === 126
          ? bytes.readUInt16BE(at + 2)
          : short === 127
            ? Number(bytes.readBigUInt64BE(at + 2))
            : short;
      const end = at + headBytes + length;
      if (bytes.length < end) break;
      this.#receive(opcode, bytes.subarray(at + headBytes, end));
      if (this.#isCut) return bytes.length;
      at = end;
    }
    return at;
  }

  #receive(finalOpcode: number, payload: Buffer): void {
    switch (finalOpcode) {
      case 0x80 | OPCODE.text:
        this.#options.onMessage(payload);
        break;
      case 0x80 | OPCODE.ping:
        this.#socket.write(maskedFrame(OPCODE.pong, payload));
        break;
      case 0x80 | OPCODE.pong:
        break;
      case 0x80 | OPCODE.close:
        this.#fail(`closed with ${payload.length >= 2 ? payload.readUInt16BE(0) : 'no code'}`);
        break;
      default:
        this.#fail(`expected whole text frames, got a frame that begins with ${finalOpcode}`);
    }
  }

  #fail(reason: string): void {
    this.#socket.destroy();
    this.#lose(reason);
  }

  #lose(reason: string): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#options.onLost(reason);
  }
}

function handshake({ host, port }: FrameSocketOptions): string {
  return (
    `GET /graphql HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
    'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n'
  );
}

/** Clients must mask what they send; a mask of zeros leaves the bytes as they are. */
function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const isShort = payload.length < 126;
  const head = Buffer.alloc(isShort ? 6 : 8);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (isShort ? payload.length : 126);
  if (!isShort) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
