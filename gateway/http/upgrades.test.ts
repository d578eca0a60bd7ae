import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSocket } from '../testing/socket-client.ts';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ allowedOrigins: ['https://tickets.example'] });
});
afterAll(() => gateway.stop());

describe('an upgrade', () => {
  it.each([
    ['of a program, which names no origin', '/graphql', []],
    ['of a page of this server', '/graphql', () => [`Origin: http://127.0.0.1:${gateway.port}`]],
    ['of a page that is allowed', '/graphql', ['Origin: https://tickets.example']],
    ['with a slash at the end', '/graphql/', []],
    ['with a query', '/graphql?a=b', []],
    ['to an address that names the server', 'http://any.example/graphql', []],
  ])('%s is let in', async (_what, target, lines) => {
    expect(await upgrade(target, typeof lines === 'function' ? lines() : lines)).toMatch(/^HTTP\/1.1 101 /);
  });

  it.each([
    ['to another path', '/other', [], 404],
    ['to no path at all', '//', [], 404],
    ['to an address that makes no sense', 'http://[', [], 404],
    ['of a page from elsewhere', '/graphql', ['Origin: https://evil.example'], 403],
    ['of a page without an origin', '/graphql', ['Origin: null'], 403],
    ['of an origin that makes no sense', '/graphql', ['Origin: http://['], 403],
    ['without a key', '/graphql', ['Sec-WebSocket-Key: short'], 400],
  ])('%s is refused', async (_what, target, lines, status) => {
    const answer = await upgrade(target, lines);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toMatch(/fastify|node|ws\//i);
  });

  it.each(['/other', '//', '/graphql'])('to %s may be reset at any time', async (target) => {
    for (let round = 0; round < 50; round += 1) {
      const socket = await dial();
      const written = new Promise((resolve) => socket.write(upgradeRequest(target, []), resolve));
      if (round % 2 === 0) await written;
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    const client = await openSocket(gateway.url);
    client.close();
    expect((await client.closed).code).toBe(1005);
    expect(gateway.logged()).not.toContain('"level":"error"');
  });
});

function upgradeRequest(target: string, lines: readonly string[]): string {
  const named = new Set(lines.map((line) => line.split(':')[0]));
  const usual = [
    'Host: 127.0.0.1:4000',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
  ].filter((line) => !named.has(line.split(':')[0]));
  return `${[`GET ${target} HTTP/1.1`, 'Connection: Upgrade', 'Upgrade: websocket', ...usual, ...lines].join('\r\n')}\r\n\r\n`;
}

async function dial(): Promise<Socket> {
  const socket = connect(gateway.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** The first words of the answer. */
async function upgrade(target: string, lines: readonly string[]): Promise<string> {
  const socket = await dial();
  socket.write(upgradeRequest(target, lines).replace('127.0.0.1:4000', `127.0.0.1:${gateway.port}`));
  const [chunk] = await once(socket, 'data');
  if (String(chunk).startsWith('HTTP/1.1 101')) {
    socket.destroy();
    return String(chunk);
  }
  return String(chunk) + (await text(socket));
}
