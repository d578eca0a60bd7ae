import { randomUUID } from 'node:crypto';
import { Client } from '../support/client.ts';
import { type Attack, isBadRequest, refused } from './attack.ts';
import { subscribeAndBeRefused } from './costly-operations.ts';
import { frame, RawSocket } from './raw-socket.ts';
import type { Target } from './target.ts';
import { post } from './wire.ts';

/** What can be done with subscriptions. */
export const streams: readonly Attack[] = [
  {
    threat: 'A10',
    name: '30 subscription ids, each begun three times and completed twice in one write',
    expected: 'one stream for each id',
    async run(target) {
      const { frames, refused } = await reuseIds(target, 30, 0);
      return {
        held: frames.length === 30 && refused.length === 0,
        answer: `${frames.length} messages for one change`,
      };
    },
  },
  {
    threat: 'A10',
    name: '200 ids in the same way: 600 beginnings on a socket that may have 100',
    expected: 'a stream or RATE_LIMITED for each id, never both, at most 100',
    async run(target) {
      const { frames, refused } = await reuseIds(target, 200, 1);
      const streams = new Set(frames);
      const answered = new Set([...frames, ...refused]);
      return {
        held:
          streams.size === frames.length &&
          streams.size <= 100 &&
          answered.size === 200 &&
          answered.size === streams.size + new Set(refused).size,
        answer: `${frames.length} messages for one change, ${new Set(refused).size} ids RATE_LIMITED`,
      };
    },
  },
  {
    threat: 'A12',
    name: 'watching a map with all seats of each changed section',
    expected: 'an error with a code',
    async run(target) {
      const outcome = await subscribeAndBeRefused(target, { query: nestedWatch(target.largeEvent) });
      if (outcome.held) return outcome;
      // It was let in: then see what 200 of them make of one change.
      const sockets = await Promise.all([0, 1].map(() => RawSocket.logIn(target.port)));
      const payload = { query: nestedWatch(target.largeEvent) };
      for (const socket of sockets) {
        socket.send(
          ...Array.from({ length: 100 }, (_, id) => ({ type: 'subscribe', id: String(id), payload })),
        );
      }
      await quiet();
      await holdSeats(
        { ...target, smallEvent: target.largeEvent, smallSeats: await someSeats(target) },
        5,
        1,
      );
      await quiet();
      for (const socket of sockets) socket.end();
      return outcome;
    },
  },
  refused(
    {
      threat: 'A13',
      name: 'a subscription with @include of a variable, over HTTP',
      expected: '400 with a code, no line in the log',
    },
    ({ port, smallEvent }) => post(port, { query: includedWatch(smallEvent) }),
    isBadRequest,
  ),
  {
    threat: 'A13',
    name: 'the same over a WebSocket',
    expected: 'an error or a stream, no line in the log',
    async run(target) {
      const socket = await RawSocket.logIn(target.port);
      socket.received.length = 0;
      socket.send({ type: 'subscribe', id: '1', payload: { query: includedWatch(target.smallEvent) } });
      await socket.until(() => socket.received.length > 0 || socket.isClosed, 10_000);
      const text = socket.received[0] ?? '';
      socket.end();
      const held = /"type":"(next|error)"/.test(text) && !text.includes('INTERNAL_SERVER_ERROR');
      return { held, answer: text.slice(0, 60) || 'nothing' };
    },
  },
  {
    threat: 'A1',
    name: 'frames that nest 100,000 deep: variables, extensions, a ping, a connection_init',
    expected: 'the server lives; closed',
    async run({ port, server }) {
      const codes: (number | undefined)[] = [];
      for (const text of deepFrames) {
        if (!server.isAlive) break;
        const socket = await RawSocket.logIn(port);
        socket.send(text);
        await socket.until(() => socket.isClosed, 10_000);
        codes.push(socket.closeCode);
        socket.end();
      }
      const held = server.isAlive && codes.length === 4 && codes.every((code) => code === 4400);
      return { held, answer: server.isAlive ? `closed with ${codes.join(', ')}` : 'died' };
    },
  },
  {
    threat: 'A13',
    name: '300 unexpected frames',
    expected: 'closed, no line in the log',
    async run({ port }) {
      for (const bytes of unexpectedFrames) {
        for (let time = 0; time < 30; time += 1) {
          const socket = await RawSocket.open(port);
          socket.connection.write(bytes);
          await socket.until(() => socket.isClosed, 200);
          socket.end();
        }
      }
      return { held: true, answer: 'closed' };
    },
  },
];

/**
 * Begins each id three times and completes it twice, all in one write, then changes the map once. Answers the ids
 * of the messages about that change, and the ids whose last beginning was refused by the rate of the socket.
 */
async function reuseIds(
  target: Target,
  count: number,
  seat: number,
): Promise<{ readonly frames: readonly string[]; readonly refused: readonly string[] }> {
  const socket = await RawSocket.logIn(target.port);
  const payload = { query: watchOf(target.smallEvent, 'version') };
  const messages = Array.from({ length: count }, (_, id) => [
    { type: 'subscribe', id: `${id}`, payload },
    { type: 'complete', id: `${id}` },
    { type: 'subscribe', id: `${id}`, payload },
    { type: 'complete', id: `${id}` },
    { type: 'subscribe', id: `${id}`, payload },
  ]).flat();
  const idsOf = (type: string) =>
    socket.received
      .map((text) => JSON.parse(text) as { readonly type: string; readonly id: string })
      .filter((message) => message.type === type)
      .map(({ id }) => id);
  const isAnswered = () => new Set([...idsOf('next'), ...idsOf('error')]).size >= count;
  socket.send(...messages);
  await socket.until(isAnswered, 10_000);
  await quiet();
  const refused = socket.received
    .filter((text) => text.includes('"RATE_LIMITED"'))
    .map((text) => (JSON.parse(text) as { readonly id: string }).id);
  const before = idsOf('next').length;
  await holdSeats(target, seat, 1);
  await socket.until(() => idsOf('next').length >= before + count - new Set(refused).size, 10_000);
  await quiet();
  const frames = idsOf('next').slice(before);
  socket.end();
  return { frames, refused };
}

const text = (content: string) => frame(1, Buffer.from(content));
/** JSON.parse reads them; what calls itself for each level overflows the stack. */
const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
const deepFrames: readonly string[] = [
  `{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":${deep}}}`,
  `{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","extensions":${deep}}}`,
  `{"type":"ping","payload":${deep}}`,
  `{"type":"connection_init","payload":${deep}}`,
];

const unexpectedFrames: readonly Buffer[] = [
  text('no JSON'),
  text('null'),
  text('[]'),
  text('{"type":"no such type"}'),
  text('{"type":"subscribe","id":"1","payload":{"query":"{ me { id } }"}}'),
  text('{"type":"connection_init","payload":7}'),
  Buffer.concat([text('{"type":"connection_init"}'), text('{"type":"connection_init"}')]),
  Buffer.concat([text('{"type":"connection_init"}'), text('{"type":"subscribe","id":7,"payload":{}}')]),
  frame(1, Buffer.from([0xff, 0xfe, 0xfd])),
  Buffer.from([0xff, 0x80, 0, 0, 0, 0]),
];

function watchOf(eventId: string, fields: string): string {
  return `subscription { seatMapChanged(eventId: "${eventId}") { ... on SeatMapSnapshot { ${fields} } ... on SeatMapDelta { ${fields} } } }`;
}

function nestedWatch(eventId: string): string {
  return `subscription { seatMapChanged(eventId: "${eventId}") { ... on SeatMapDelta { changes { seat { section { rows { seats { id row { seats { id } } } } } } } } } }`;
}

function includedWatch(eventId: string): string {
  return `subscription($i: Boolean = true) { seatMapChanged(eventId: "${eventId}") @include(if: $i) { __typename } }`;
}

/** Time enough for messages that must not come. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700));
}

async function holdSeats(
  {
    server,
    mallory,
    smallEvent,
    smallSeats,
  }: Pick<Target, 'server' | 'mallory' | 'smallEvent' | 'smallSeats'>,
  from: number,
  count: number,
): Promise<void> {
  await new Client(server.url).as(await mallory.token()).act('CreateBooking', {
    eventId: smallEvent,
    seatIds: smallSeats.slice(from, from + count),
    payNow: false,
    idempotencyKey: randomUUID(),
  });
}

async function someSeats({ server, largeEvent }: Target): Promise<string[]> {
  const { event } = await new Client(server.url).ask<{
    event: { seatMap: { seats: { nodes: { seat: { id: string } }[] } } };
  }>('SeatPage', { eventId: largeEvent, first: 100 });
  return event.seatMap.seats.nodes.slice(50).map(({ seat }) => seat.id);
}
