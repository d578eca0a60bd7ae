import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import type { RemoteLimits } from '@parterre/platform/http/remote-subgraph.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { renderMetrics } from '@parterre/platform/telemetry/metrics.ts';
import {
  answers,
  dies,
  diesHalfWay,
  type ScriptedServer,
  scriptedServer,
} from '@parterre/platform/testing/scripted-server.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import { type RemoteDataSource, remoteDataSource } from './remote.ts';

const query = '{ a }';
const mutation = 'mutation { a }';
/** Each answers with its own number. */
const good = (number: number) => answers(`{"data":{"a":${number}}}`);
const patient = { failures: 3, firstPauseMs: 600_000, longestPauseMs: 600_000 };

let servers: ScriptedServer[];
let opened: { close(): Promise<void> }[];
beforeEach(async () => {
  servers = [await scriptedServer(), await scriptedServer(), await scriptedServer()];
  opened = [...servers];
  for (const [index, server] of servers.entries()) server.behave(good(index));
});
afterEach(async () => {
  for (const each of opened.reverse()) await each.close();
});

const [first, second, third] = [0, 1, 2].map((index) => () => servers[index] as ScriptedServer) as [
  () => ScriptedServer,
  () => ScriptedServer,
  () => ScriptedServer,
];

/** A data source of these replicas. */
function open(
  urls: readonly string[],
  limits: Partial<RemoteLimits> = patient,
  name = 'shop',
): RemoteDataSource {
  const source = remoteDataSource({ name, urls, limits, logger: silentLogger });
  opened.push(source);
  return source;
}

const openTwo = (limits?: Partial<RemoteLimits>) => open([first().url, second().url], limits);

async function ask(
  source: RemoteDataSource,
  text = query,
  budget = createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: 60_000 }),
): Promise<ExecutionResult> {
  const caller = { scope: 'anonymous', identity: undefined };
  try {
    return await source.execute({ document: parse(text), text, variables: {}, caller, budget });
  } finally {
    budget.close();
  }
}

/** Who has answered. */
const answeredBy = async (source: RemoteDataSource, text?: string) => (await ask(source, text)).data?.a;
const messageOf = ({ errors }: ExecutionResult) => errors?.[0]?.message;
const asked = () => servers.map(({ bodies }) => bodies.length);

/** An address at which nobody listens. */
async function closedPort(): Promise<string> {
  const server = await scriptedServer();
  await server.close();
  return server.url;
}

describe('a question to replicas', () => {
  it('goes to each in turn when they have equally much to do', async () => {
    const source = open(servers.map(({ url }) => url));
    for (let count = 0; count < 6; count += 1) await ask(source);
    expect(asked()).toEqual([2, 2, 2]);
  });

  it('goes to the one with the fewest requests in flight', async () => {
    const source = openTwo();
    const held: (() => void)[] = [];
    first().behave((_request, response) => held.push(() => response.end('{"data":{"a":0}}')));
    const waiting = [ask(source)];
    await until('a request', () => held.length === 1);
    for (let count = 0; count < 3; count += 1) expect(await answeredBy(source)).toBe(1);
    for (const answer of held) answer();
    expect((await waiting[0])?.data).toEqual({ a: 0 });
  });

  it.each([
    ['dies while it works', dies],
    ['dies while it answers', diesHalfWay],
  ])('is asked once more, at another, when it is a query and the replica %s', async (_how, behaviour) => {
    const source = openTwo();
    first().behave(behaviour);
    expect(await answeredBy(source)).toBe(1);
    expect(asked()).toEqual([1, 1, 0]);
  });

  it('is asked once more and not again', async () => {
    const source = open(servers.map(({ url }) => url));
    for (const server of servers) server.behave(dies);
    expect(messageOf(await ask(source))).toContain('cannot be reached');
    expect(asked()).toEqual([1, 1, 0]);
  });

  it.each([
    ['dies while it works', dies],
    ['dies while it answers', diesHalfWay],
    ['is overloaded', answers('', 503)],
  ])('is asked nowhere else when it is a mutation and the replica %s', async (_how, behaviour) => {
    const source = openTwo();
    first().behave(behaviour);
    expect(messageOf(await ask(source, mutation))).toContain('repeat it with the same idempotency key');
    expect(asked()).toEqual([1, 0, 0]);
  });

  it('is not asked again when its budget has ended', async () => {
    const source = openTwo();
    const budget = createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: 60_000 });
    first().behave((incoming, outgoing) => {
      budget.abort(serviceUnavailable('the client has gone'));
      dies(incoming, outgoing);
    });
    expect(messageOf(await ask(source, query, budget))).toBe('the client has gone');
    expect(asked()).toEqual([1, 0, 0]);
  });

  it('passes by all replicas at which nobody listens, also when it is a mutation', async () => {
    const source = open([await closedPort(), await closedPort(), third().url]);
    expect(await answeredBy(source, mutation)).toBe(2);
    expect(await answeredBy(source)).toBe(2);
    expect(asked()).toEqual([0, 0, 2]);
  });

  it('is asked at another when no connection comes about in time, also when it is a mutation', async () => {
    // Takes connections and says nothing: TLS does not come about.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    opened.push({ close: async () => void silent.close() });
    const sockets: { destroy(): void }[] = [];
    silent.on('connection', (socket) => sockets.push(socket));
    const { port } = silent.address() as AddressInfo;
    const source = open([`https://127.0.0.1:${port}/graphql`, second().url], { ...patient, connectMs: 50 });
    expect(await answeredBy(source, mutation)).toBe(1);
    expect(sockets).toHaveLength(1);
    for (const socket of sockets) socket.destroy();
  });

  it('that was never sent has certainly not taken effect', async () => {
    const source = open([await closedPort(), await closedPort()]);
    const message = messageOf(await ask(source, mutation));
    expect(message).toContain('cannot be reached');
    expect(message).not.toContain('may have taken effect');
  });

  it('is turned away when all of them have more to do than they can', async () => {
    const source = openTwo({ connections: 1, waiting: 0 });
    const held: (() => void)[] = [];
    for (const server of servers) {
      server.behave((_request, response) => held.push(() => response.end('{"data":{"a":1}}')));
    }
    const waiting = [ask(source), ask(source)];
    await until('two requests', () => held.length === 2);
    expect(messageOf(await ask(source))).toContain('more to do than it can');
    for (const answer of held) answer();
    expect((await Promise.all(waiting)).map(({ data }) => data)).toEqual([{ a: 1 }, { a: 1 }]);
    expect(asked()).toEqual([1, 1, 0]);
  });

  it('needs the address of one at least', () => {
    expect(() => open([])).toThrow(TypeError);
  });
});

describe('the circuits of replicas', () => {
  const gauges = async () =>
    (await renderMetrics()).body
      .split('\n')
      .filter((line) => line.startsWith('parterre_subgraph_circuit_open{') && line.includes('"twins"'))
      .sort();

  it('open for one, and leave the others', async () => {
    const source = open([first().url, second().url], patient, 'twins');
    first().behave(answers('', 503));
    while (first().bodies.length < 3) await ask(source);
    const before = second().bodies.length;
    for (let count = 0; count < 4; count += 1) expect(await answeredBy(source)).toBe(1);
    expect([first().bodies.length, second().bodies.length]).toEqual([3, before + 4]);
    expect(await gauges()).toEqual([
      'parterre_subgraph_circuit_open{subgraph="twins",replica="1"} 1',
      'parterre_subgraph_circuit_open{subgraph="twins",replica="2"} 0',
    ]);
  });

  it('close by themselves, and the replica gets its share again', async () => {
    const source = openTwo({ ...patient, firstPauseMs: 1, longestPauseMs: 20 });
    first().behave(answers('', 503));
    while (first().bodies.length < 3) await ask(source);
    first().behave(good(0));
    await until('an answer of the replica that was away', async () => (await answeredBy(source)) === 0);
    const before = asked();
    for (let count = 0; count < 4; count += 1) await ask(source);
    expect(asked()).toEqual([Number(before[0]) + 2, Number(before[1]) + 2, 0]);
  });

  it('that are all open let nothing be sent', async () => {
    const source = openTwo();
    for (const server of servers) server.behave(answers('', 503));
    while (first().bodies.length < 3 || second().bodies.length < 3) await ask(source);
    const before = asked();
    expect(messageOf(await ask(source))).toContain('does not answer at present');
    expect(asked()).toEqual(before);
  });
});
