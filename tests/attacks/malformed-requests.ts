import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createRandom, type Random } from './random.ts';

export interface MalformedRequestsOptions {
  readonly port: number;
  readonly host?: string;
  readonly count: number;
  /** The same seed throws the same requests, in the same order. */
  readonly seed: number;
  /** Connections that are open at a time. */
  readonly atOnce?: number;
}

export interface MalformedRequestsReport {
  readonly sent: number;
  /** How often each status was answered; `none` where the server or the attacker cut without one. */
  readonly answers: Readonly<Record<string, number>>;
  /** Connections that the server refused altogether: it does not listen any more. */
  readonly refused: number;
}

/** A request that never ends is waited for this long, then reset: the server may wait longer than that. */
const PATIENCE_MS = 200;

/**
 * Throws HTTP requests and WebSocket upgrades at a server that no client would send: wrong bytes in every
 * place, and connections reset at every moment. Never rejects; whether the server lives is for the caller to ask.
 */
export async function throwMalformedRequests(
  options: MalformedRequestsOptions,
): Promise<MalformedRequestsReport> {
  const { port, host = '127.0.0.1', count, seed, atOnce = 32 } = options;
  const random = createRandom(seed);
  const answers: Record<string, number> = {};
  let sent = 0;
  let refused = 0;
  const throwOnAndOn = async () => {
    while (sent < count) {
      sent += 1;
      const outcome = await throwOne({ port, host }, malformedRequest(random));
      if (outcome === 'refused') refused += 1;
      else answers[outcome] = (answers[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, throwOnAndOn));
  return { sent, answers, refused };
}

/** What is done with the connection once the bytes are on their way. */
type Ending = 'wait' | 'half-close' | 'reset at once' | 'reset on answer';

export interface MalformedRequest {
  /** Written one after the other. */
  readonly pieces: readonly Buffer[];
  readonly ending: Ending;
}

/** One request of the kind, for whoever wants to send it otherwise. */
export function malformedRequest(random: Random): MalformedRequest {
  const bytes = random.pick([httpRequest, httpRequest, upgradeRequest, upgradeRequest, garbage])(random);
  const cut = Math.floor(random.next() * bytes.length);
  const pieces = random.chance(0.2) ? [bytes.subarray(0, cut), bytes.subarray(cut)] : [bytes];
  return {
    pieces: random.chance(0.1) ? [bytes.subarray(0, cut)] : pieces,
    ending: random.pick(['wait', 'wait', 'half-close', 'reset at once', 'reset on answer']),
  };
}

const methods = 'GET GET POST POST HEAD OPTIONS PUT DELETE PATCH TRACE CONNECT PROPFIND PRI get G{T'.split(
  ' ',
);
const targets = [
  '/graphql',
  '/graphql',
  '/graphql?',
  '/graphql/',
  '/graphql?query=%7B__typename%7D',
  '/graphql?query=%',
  '/graphql?variables=%7B&query=%7B__typename%7D',
  '/',
  '//',
  '//graphql',
  '///[',
  'http://[',
  'http://[/graphql',
  'http://x:99999/graphql',
  'http://elsewhere.example/graphql',
  '*',
  '?',
  'graphql',
  '/%zz',
  '/%00',
  '/..%2f..%2fetc/passwd',
  '/\\..\\',
  '/graphql#',
  '/graphiql',
  '/graphiql/%2e%2e/',
  '/metrics',
  '/health/live',
  '/.well-known/jwks.json',
  '/events/%F0%9F',
  `/${'a'.repeat(2_000)}`,
  `/${'%41'.repeat(9_000)}`,
  '',
  '/graphql\t',
  '/gr\0phql',
  '/graphql/stream',
];
const versions = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/0.9',
  'HTTP/2.0',
  'HTTP/1',
  'XTTP/1.1',
  '',
];
const hosts = [
  'Host: localhost',
  'Host: localhost',
  'Host: localhost',
  'Host:',
  'Host: [',
  'Host: //',
  'Host: a b',
  'Host: localhost:port',
  'Host: sandbox.localhost',
  'Host: "><script>',
  'Host: a\r\nHost: b',
  'X-Host: none',
];
const headers = [
  'Origin: http://[',
  'Origin: null',
  'Origin: ',
  'Origin: javascript:alert(1)',
  'Origin: https://elsewhere.example',
  'Accept: text/html',
  'Accept: */*;q=x, ,;;',
  'Accept: text/event-stream',
  'Accept-Encoding: br;q=, gzip;q=9, *',
  'Authorization: Bearer',
  'Authorization: Bearer a.b.c',
  'Authorization: \u00ff\u00fe',
  'Content-Type: application/json',
  'Content-Type: application/json; charset=utf-99',
  'Content-Type: ;;;',
  'Content-Type: multipart/form-data; boundary=',
  'Content-Encoding: gzip',
  'Content-Encoding: br',
  'Content-Encoding: gzip, gzip',
  'Content-Length: -1',
  'Content-Length: 5',
  'Content-Length: 5\r\nContent-Length: 6',
  'Content-Length: 99999999999999999999',
  'Content-Length: 1000000000',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 4',
  'Transfer-Encoding: \x0bchunked',
  'Expect: 100-continue',
  'Expect: the unexpected',
  'If-None-Match: "',
  'If-None-Match: *, W/"x", ,',
  'Range: bytes=9-1',
  'Last-Event-ID: \u00ff',
  'X-Forwarded-For: , ,[::1, 999.1.1.1',
  'X-Forwarded-Proto: https',
  'Forwarded: for="[',
  'traceparent: 00-zz-zz-zz',
  'traceparent: 00-00000000000000000000000000000000-0000000000000000-00',
  'Access-Control-Request-Method: POST',
  'Access-Control-Request-Headers: ,,\u00e9',
  'Connection: close, upgrade',
  'Upgrade: h2c',
  'bad header',
  ': nameless',
  ' folded: 1\r\n  on and on',
  'nul: a\0b',
  `long: ${'x'.repeat(20_000)}`,
  Array.from({ length: 300 }, (_, index) => `h${index}: ${index}`).join('\r\n'),
];
const bodies: readonly (string | Buffer)[] = [
  '',
  '{}',
  'null',
  '[]',
  '"text"',
  '{"query":',
  '{"query":7}',
  '{"query":"{__typename}"}',
  '{"query":"{__typename}","variables":[]}',
  '{"query":"{__typename}","extensions":"x"}',
  '{"query":"{__typename}","operationName":{}}',
  '{"query":"subscription { x }"}',
  '[{"query":"{__typename}"},{"query":"{__typename}"}]',
  '{"__proto__":{"query":"x"},"query":"{__typename}"}',
  `${'['.repeat(50_000)}`,
  '5\r\nhello\r\n0\r\n\r\n',
  'FFFFFFFFFFFFFFFFF\r\n',
  '-1\r\n\r\n',
  '4;ext="\r\nabcd',
  gzipSync('{"query":"{__typename}"}'),
  gzipSync('{"query":"{__typename}"}').subarray(0, 15),
  Buffer.from([0x1f, 0x8b, 0xff, 0xff, 0xff]),
  Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
];

function httpRequest(random: Random): Buffer {
  const body = Buffer.from(random.pick(bodies));
  const lines = [
    `${random.pick(methods)} ${random.pick(targets)} ${random.chance(0.85) ? 'HTTP/1.1' : random.pick(versions)}`,
    hostLine(random),
    ...random.some(headers, 3),
  ];
  if (random.chance(0.6)) lines.push(`Content-Length: ${body.length}`, 'Content-Type: application/json');
  const head = Buffer.from(`${lines.join(random.chance(0.95) ? '\r\n' : '\n')}\r\n\r\n`, 'latin1');
  const whole = Buffer.concat([head, body]);
  // Several in one packet, the next one begun before the first is answered.
  return random.chance(0.1) ? Buffer.concat(Array.from({ length: 20 }, () => whole)) : whole;
}

/** Mostly a good one: what is wrong further on is seen by those requests only that come so far. */
function hostLine(random: Random): string {
  return random.chance(0.8) ? 'Host: localhost' : random.pick(hosts);
}

const upgradeHeaders = [
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Key: short',
  'Sec-WebSocket-Key:',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Version: 99',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
  'Sec-WebSocket-Protocol: graphql-transport-ws,,graphql-transport-ws',
  'Sec-WebSocket-Protocol: graphql-ws',
  'Sec-WebSocket-Protocol: " "',
  'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits="',
  'Sec-WebSocket-Extensions: ;;',
  ...headers,
];
const frames: readonly Buffer[] = [
  Buffer.alloc(0),
  maskedText('{"type":"connection_init"}'),
  maskedText('{"type":"connection_init","payload":{"authorization":7}}'),
  maskedText('{"type":"subscribe"}'),
  maskedText('{"id":"1","type":"subscribe","payload":{"query":"{__typename}"}}'),
  maskedText('{"type":"connection_init"}{"type":"connection_init"}'),
  maskedText('not json'),
  maskedText('null'),
  Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]), // not masked
  Buffer.from([0x83, 0x80, 0, 0, 0, 0]), // an opcode that nobody has
  Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe7]), // close with a code that may not be sent
  Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), // 2^63 bytes
  Buffer.from([0x89, 0xfe, 0x01, 0x00]), // a ping that is too long
  Buffer.from([0xf1, 0x80, 0, 0, 0, 0]), // reserved bits
];

function upgradeRequest(random: Random): Buffer {
  const lines = [
    `${random.chance(0.9) ? 'GET' : random.pick(methods)} ${random.pick(targets)} HTTP/1.1`,
    hostLine(random),
    random.chance(0.9) ? 'Connection: Upgrade' : 'Connection: keep-alive, Upgrade',
    `Upgrade: ${random.pick(['websocket', 'websocket', 'websocket', 'WebSocket', 'h2c', 'web socket', ''])}`,
  ];
  if (random.chance(0.7)) {
    lines.push('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13');
    lines.push('Sec-WebSocket-Protocol: graphql-transport-ws');
  }
  lines.push(...random.some(upgradeHeaders, 3));
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, ...random.some(frames, 4)]);
}

function garbage(random: Random): Buffer {
  const noise = Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
  const text = Buffer.from(
    random.pick(['', 'GET ', 'POST /graphql HTTP/1.1\r\n', '\r\n\r\n', '\x16\x03\x01\x02']),
  );
  return Buffer.concat([text, noise]);
}

function maskedText(text: string): Buffer {
  const payload = Buffer.from(text);
  // A mask of zeros leaves the text as it is; every frame here is shorter than 126 bytes.
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

function throwOne(
  address: { readonly port: number; readonly host: string },
  { pieces, ending }: MalformedRequest,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true });
    let answer = '';
    let outcome = 'none';
    const late = setTimeout(() => socket.resetAndDestroy(), PATIENCE_MS);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') outcome = 'refused';
    });
    socket.on('data', (chunk) => {
      if (answer.length < 32) answer += chunk.toString('latin1');
      if (ending === 'reset on answer') socket.resetAndDestroy();
    });
    socket.on('close', () => {
      clearTimeout(late);
      resolve(outcome === 'refused' ? outcome : (/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none'));
    });
    socket.on('connect', () => void write(socket, pieces, ending));
  });
}

async function write(socket: Socket, pieces: readonly Buffer[], ending: Ending): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
  }
  if (ending === 'reset at once') socket.resetAndDestroy();
  if (ending === 'half-close' && !socket.destroyed) socket.end();
}

/** A seed for a run whose requests are to be new. */
export function freshSeed(): number {
  return randomBytes(4).readUInt32LE();
}
