import type { Socket } from 'node:net';
import { dial, upgradeRequest } from './wire.ts';

/** A WebSocket by hand: several frames in one write, and a reader that may stop reading. */
export class RawSocket {
  readonly connection: Socket;
  /** Texts that have come, oldest first; the latest 10,000. */
  readonly received: string[] = [];
  closeCode: number | undefined;
  isClosed = false;
  #pending: Buffer = Buffer.alloc(0);
  #isUpgraded = false;
  #head = '';
  #wake: () => void = () => {};

  private constructor(connection: Socket) {
    this.connection = connection;
    connection.on('data', (chunk: Buffer) => this.#read(chunk));
    connection.on('close', () => {
      this.isClosed = true;
      this.#wake();
    });
  }

  /** Opens a WebSocket; the answer of the HTTP server stands in `head` when it was refused. */
  static async open(port: number, from?: string): Promise<RawSocket> {
    const socket = new RawSocket(await dial(port, from));
    socket.connection.write(upgradeRequest('/graphql'));
    await socket.until(() => socket.#isUpgraded || socket.isClosed, 10_000);
    return socket;
  }

  /** The same, past connection_init. */
  static async logIn(port: number, token?: string, from?: string): Promise<RawSocket> {
    const socket = await RawSocket.open(port, from);
    socket.send({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} });
    await socket.until(() => socket.received.length > 0 || socket.isClosed, 10_000);
    return socket;
  }

  get head(): string {
    return this.#head;
  }

  /** Sends these messages as frames in one write. */
  send(...messages: readonly (object | string)[]): void {
    const texts = messages.map((message) =>
      typeof message === 'string' ? message : JSON.stringify(message),
    );
    this.connection.write(Buffer.concat(texts.map(textFrame)));
  }

  /** Waits until something holds; false when patience ended. */
  async until(holds: () => boolean, patienceMs: number): Promise<boolean> {
    const deadline = performance.now() + patienceMs;
    while (!holds()) {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
    return true;
  }

  end(): void {
    this.connection.destroy();
  }

  #read(chunk: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    if (!this.#isUpgraded) {
      const end = this.#pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.#head = this.#pending.subarray(0, end).toString('latin1');
      this.#pending = this.#pending.subarray(end + 4);
      this.#isUpgraded = this.#head.startsWith('HTTP/1.1 101');
    }
    for (let frame = takeFrame(this.#pending); frame; frame = takeFrame(this.#pending)) {
      this.#pending = this.#pending.subarray(frame.length);
      if (frame.opcode === 1) this.received.push(frame.payload.toString('utf8'));
      if (frame.opcode === 8)
        this.closeCode = frame.payload.length > 1 ? frame.payload.readUInt16BE(0) : 1005;
      if (this.received.length > 10_000) this.received.shift();
    }
    this.#wake();
  }
}

/** A masked text frame, as clients must send it; the mask is zero, which changes nothing. */
export function textFrame(text: string): Buffer {
  return frame(1, Buffer.from(text));
}

export function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function takeFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const opcode = (bytes[0] as number) & 15;
  let size = (bytes[1] as number) & 127;
  let start = 2;
  if (size === 126) {
    if (bytes.length < 4) return undefined;
    size = bytes.readUInt16BE(2);
    start = 4;
  } else if (size === 127) {
    if (bytes.length < 10) return undefined;
    size = Number(bytes.readBigUInt64BE(2));
    start = 10;
  }
  if (bytes.length < start + size) return undefined;
  return { opcode, payload: bytes.subarray(start, start + size), length: start + size };
}
