import type { Socket } from 'node:net';
import { type Attack, describe, isBadRequest, isRefusedBody, type Outcome, refused } from './attack.ts';
import { RawSocket } from './raw-socket.ts';
import type { Target } from './target.ts';
import { type Answered, ask, dial, post, throwAndReset, throwBytes, upgradeRequest } from './wire.ts';

const MB = 1024 * 1024;
const json = { 'content-type': 'application/json' };
/** How long a try on the bare wire waits for an answer that may not come. */
const WIRE_PATIENCE_MS = 1_000;
/** How long slow readers hang about. */
const HANGING_MS = 5_000;

/** What comes as bytes, before there is any operation to judge. */
export const transport: readonly Attack[] = [
  survived('a WebSocket to ws://host//', ({ port }) =>
    throwBytes(port, upgradeRequest('//'), WIRE_PATIENCE_MS),
  ),
  survived('an upgrade for http://[', ({ port }) =>
    throwBytes(port, upgradeRequest('http://['), WIRE_PATIENCE_MS),
  ),
  survived('upgrades to another path, reset at once', ({ port }) =>
    manyTimes(200, () => throwAndReset(port, upgradeRequest('/elsewhere'))),
  ),
  survived('upgrades from a foreign origin, reset at once', ({ port }) =>
    manyTimes(200, () => throwAndReset(port, upgradeRequest('/graphql', ['Origin: https://evil.example']))),
  ),
  {
    threat: 'A5',
    name: '100 different documents of 3.9 MB with one long text each',
    expected: '400 or 413; nothing is kept',
    async run({ port }) {
      const wrong: Answered[] = [];
      let last: Answered | undefined;
      const refusedMs: number[] = [];
      for (let number = 0; number < 100; number += 1) {
        const query = `{venues(search: "${number} ${'A'.repeat(3.9 * MB)}") {nodes {id}}}`;
        const answered = await post(port, { query });
        refusedMs.push(answered.ms);
        last = answered;
        if (!isRefusedBody(answered)) wrong.push(answered);
      }
      return { held: wrong.length === 0, answer: describe(wrong[0] ?? last), refusedMs };
    },
  },
  {
    threat: 'A11',
    name: '100 connections that ask for 1.7 MB each and do not read',
    expected: 'little is kept for them, nothing afterwards; others are answered',
    async run(target) {
      const sockets = await Promise.all(Array.from({ length: 100 }, () => askAndNotRead(target)));
      const others = await askAsOthers(target);
      for (const socket of sockets) socket.destroy();
      return others;
    },
  },
  {
    threat: 'A11',
    name: '100 WebSockets that ask for 1.7 MB ten times each and do not read',
    expected: 'little is kept for them, nothing afterwards; others are answered',
    async run(target) {
      const sockets = await Promise.all(Array.from({ length: 100 }, () => RawSocket.logIn(target.port)));
      for (const socket of sockets) {
        socket.connection.pause();
        const payload = { query: largeAnswer(target) };
        socket.send(
          ...Array.from({ length: 10 }, (_, id) => ({ type: 'subscribe', id: String(id), payload })),
        );
      }
      const others = await askAsOthers(target);
      for (const socket of sockets) socket.end();
      return others;
    },
  },
  refused(
    { threat: 'good before', name: 'a body of 10 MB that is one text', expected: '413 with a code' },
    ({ port }) => post(port, { query: `{ venues(search: "${'B'.repeat(10 * MB)}") { nodes { id } } }` }),
    isRefusedBody,
  ),
  refused(
    { threat: 'good before', name: 'a batch of 1,000 operations', expected: '400 with a code' },
    ({ port }) =>
      ask(port, {
        headers: json,
        body: JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ me { id } }' }))),
      }),
    isBadRequest,
  ),
  refused(
    { threat: 'good before', name: 'a forged POST of another page (text/plain)', expected: '400 or 415' },
    ({ port }) =>
      ask(port, {
        headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
        body: JSON.stringify({ query: 'mutation { logout(input: {}) { userErrors { code } } }' }),
      }),
    ({ status }) => [400, 415].includes(status),
  ),
  refused(
    { threat: 'good before', name: 'a mutation by GET', expected: '400 or 405' },
    ({ port }) =>
      ask(port, {
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent('mutation { logout(input: {}) { userErrors { code } } }')}`,
        headers: { accept: 'application/json' },
      }),
    ({ status }) => [400, 405].includes(status),
  ),
];

/** An attack that only has to be survived: there is nothing to answer to it. */
function survived(name: string, run: (target: Target) => Promise<unknown>): Attack {
  return {
    threat: 'A1',
    name,
    expected: 'the server lives',
    async run(target) {
      const answer = await run(target);
      await ask(target.port, { method: 'GET', path: '/health/live' });
      const first = typeof answer === 'string' ? (answer.split('\r\n')[0] ?? '') : '';
      return { held: target.server.isAlive, answer: first || 'closed' };
    },
  };
}

async function manyTimes(count: number, act: () => Promise<void>): Promise<void> {
  for (let one = 0; one < count; one += 1) await act();
}

/** 45 times the states of 40,000 seats: short to ask for, cheap to find, 1.7 MB to send. */
function largeAnswer({ largeEvent }: Target): string {
  const maps = Array.from({ length: 45 }, (_, n) => `m${n}: seatMap { states }`);
  return `{ event(id: "${largeEvent}") { ${maps.join(' ')} } }`;
}

/**
 * While slow readers hang about: asks for something small from their address, as somebody else of their office,
 * and for something large from another.
 */
async function askAsOthers(target: Target): Promise<Outcome> {
  const { port } = target;
  const hanging = new Promise((resolve) => setTimeout(resolve, HANGING_MS));
  const answers = [
    await post(port, { query: `{ event(id: "${target.largeEvent}") { id } }` }),
    await post(port, { query: largeAnswer(target), from: '127.0.0.2' }),
  ];
  await hanging;
  const wrong = answers.find(({ status, text }) => status !== 200 || /^.{0,20}"errors"/s.test(text));
  return { held: wrong === undefined, answer: wrong ? describe(wrong) : 'others were answered' };
}

async function askAndNotRead(target: Target): Promise<Socket> {
  const socket = await dial(target.port);
  socket.pause();
  const body = JSON.stringify({ query: largeAnswer(target) });
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  return socket;
}
