import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A WebSocket without a library: what it writes goes out in one packet, and it need not read. */
export interface RawSocket {
  readonly status: string;
  /** Writes messages as frames, in one write. */
  write(...messages: (object | string)[]): void;
  /** Writes frames of this opcode. */
  writeFrame(opcode: number, payload: Buffer): void;
  /** The next message; an object for JSON, a close code for a close. */
  next(): Promise<Message>;
  pause(): void;
  resume(): void;
  destroy(): void;
}

export interface Message {
  readonly type?: string;
  readonly id?: string;
  readonly payload?: { readonly data?: unknown; readonly errors?: unknown; readonly extensions?: unknown };
  readonly closed?: number;
  readonly reason?: string;
}

export async function openRawSocket(
  port: number,
  { protocol = 'graphql-transport-ws', path = '/graphql', headers = '', answersPings = true } = {},
): Promise<RawSocket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${headers}` +
      `${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ''}\r\n`,
  );
  const arrived: Message[] = [];
  const awaited: ((message: Message) => void)[] = [];
  const come = (message: Message) => {
    const resolve = awaited.shift();
    if (resolve) resolve(message);
    else arrived.push(message);
  };
  const status = Promise.withResolvers<string>();
  let unread: Buffer = Buffer.alloc(0);
  let isOpen = false;
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data]);
    if (!isOpen) {
      const end = unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      isOpen = true;
      status.resolve(unread.subarray(0, end).toString().split('\r\n')[0] ?? '');
      unread = unread.subarray(end + 4);
    }
    unread = readFrames(unread, socket, answersPings, come);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => come({ closed: 1006 }));
  return {
    status: await status.promise,
    write: (...messages) =>
      void socket.write(
        Buffer.concat(
          messages.map((each) =>
            frame(1, Buffer.from(typeof each === 'string' ? each : JSON.stringify(each))),
          ),
        ),
      ),
    writeFrame: (opcode, payload) => void socket.write(frame(opcode, payload)),
    next() {
      const message = arrived.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => awaited.push(resolve));
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    destroy: () => void socket.destroy(),
  };
}

/** A client's frame: masked, with a mask of zeros. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 255])
        : Buffer.from([
            0x80 | opcode,
            0x80 | 127,
            0,
            0,
            0,
            0,
            ...[24, 16, 8, 0].map((bits) => (length >> bits) & 255),
          ]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

function readFrames(
  bytes: Buffer,
  socket: Socket,
  answersPings: boolean,
  come: (message: Message) => void,
): Buffer {
  let at = 0;
  for (;;) {
    if (bytes.length < at + 2) break;
    const opcode = (bytes[at] ?? 0) & 15;
    let length = (bytes[at + 1] ?? 0) & 127;
    let start = at + 2;
    if (length === 126) {
      if (bytes.length < start + 2) break;
      length = bytes.readUInt16BE(start);
      start += 2;
    } else if (length === 127) {
      if (bytes.length < start + 8) break;
      length = Number(bytes.readBigUInt64BE(start));
      start += 8;
    }
    if (bytes.length < start + length) break;
    const payload = bytes.subarray(start, start + length);
    at = start + length;
    if (opcode === 1) come(JSON.parse(payload.toString()) as Message);
    else if (opcode === 9 && answersPings) socket.write(frame(10, payload));
    else if (opcode === 8) {
      come({ closed: payload.readUInt16BE(0), reason: payload.subarray(2).toString() });
      socket.end(frame(8, payload));
    }
  }
  return bytes.subarray(at);
}
