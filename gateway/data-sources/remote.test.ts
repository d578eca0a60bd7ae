import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import type { WireHeaders } from '@parterre/platform/http/wire.ts';
import { createLogger, silentLogger } from '@parterre/platform/telemetry/logger.ts';
import {
  answers,
  type Behaviour,
  dies,
  diesHalfWay,
  hangs,
  type ScriptedServer,
  scriptedServer,
} from '@parterre/platform/testing/scripted-server.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import { type RemoteDataSource, type RemoteDataSourceOptions, remoteDataSource } from './remote.ts';

const good = answers('{"data":{"a":1}}');
const query = '{ a }';
const mutation = 'mutation { a }';

let server: ScriptedServer;
let source: RemoteDataSource;
let sources: RemoteDataSource[];
beforeEach(async () => {
  server = await scriptedServer();
  sources = [];
  source = open();
});
afterEach(async () => {
  for (const each of sources) await each.close();
  await server.close();
});

function open(changed: Partial<RemoteDataSourceOptions> = {}): RemoteDataSource {
  const opened = remoteDataSource({ name: 'shop', urls: [server.url], logger: silentLogger, ...changed });
  sources.push(opened);
  return opened;
}

async function ask(text = query, milliseconds = 60_000, of = source): Promise<ExecutionResult> {
  const budget = createBudget({ nodes: 1e6, bytes: 1e9, milliseconds });
  const caller = { scope: 'anonymous', identity: undefined };
  try {
    const result = await of.execute({ document: parse(text), text, variables: {}, caller, budget });
    return JSON.parse(JSON.stringify(result));
  } finally {
    budget.close();
  }
}

const codeOf = ({ errors }: ExecutionResult) => errors?.[0]?.extensions?.code;

describe('a subgraph elsewhere that fails', () => {
  it.each<[string, Behaviour, number]>([
    ['dies while it works', dies, 2],
    ['dies while it answers', diesHalfWay, 2],
    ['answers no JSON', answers('<html>Bad Gateway</html>'), 1],
    ['answers half of it', answers('{"data":{"a'), 1],
    ['answers JSON of another kind', answers('{"ok":true}'), 1],
    ['answers nothing', answers(''), 1],
    ['fails', answers('{"data":{"a":1}}', 500), 1],
    ['is overloaded', answers('', 503), 1],
    [
      'does not know the gateway',
      answers('{"errors":[{"message":"who are you","extensions":{"code":"UNAUTHENTICATED"}}]}', 401),
      1,
    ],
  ])('is told to be unavailable, without its address, when it %s', async (_how, behaviour, asked) => {
    server.behave(behaviour);
    const result = await ask();
    expect([codeOf(result), result.data, server.bodies.length]).toEqual([
      'SERVICE_UNAVAILABLE',
      undefined,
      asked,
    ]);
    expect(result.errors?.[0]?.message).toMatch(/^the shop subgraph /);
    expect(JSON.stringify(result)).not.toMatch(/127\.0\.0\.1|ECONN|who are you|Bad Gateway/);
  });

  it('is told to be unavailable when nobody listens', async () => {
    await server.close();
    expect(codeOf(await ask())).toBe('SERVICE_UNAVAILABLE');
    server = await scriptedServer();
  });

  it('is asked once more when a connection breaks, and its answer counts', async () => {
    server.behave(dies, good);
    expect(await ask()).toEqual({ data: { a: 1 } });
    expect(server.bodies).toHaveLength(2);
  });

  it.each([
    ['dies while it works', dies],
    ['dies while it answers', diesHalfWay],
    ['is overloaded', answers('', 503)],
    ['answers no JSON', answers('x')],
  ])('never gets a mutation twice, also when it %s', async (_how, behaviour) => {
    server.behave(behaviour, good);
    const result = await ask(mutation);
    expect(codeOf(result)).toBe('SERVICE_UNAVAILABLE');
    expect(result.errors?.[0]?.message).toContain('repeat it with the same idempotency key');
    // Over the connection that follows, too, nothing is sent again.
    expect(await ask()).toEqual({ data: { a: 1 } });
    expect(server.bodies.filter((body) => body.includes('mutation'))).toHaveLength(1);
  });

  it('may refuse in words of its own: a result is a result, whatever its status', async () => {
    server.behave(
      answers(
        '{"errors":[{"message":"no such field","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
        400,
      ),
    );
    expect(codeOf(await ask())).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is given up when the budget ends, and hears of it', async () => {
    const { promise: left, resolve } = Promise.withResolvers<void>();
    server.behave(hangs(resolve));
    expect(codeOf(await ask(mutation, 30))).toBe('DEADLINE_EXCEEDED');
    await left;
    expect(server.bodies).toHaveLength(1);
    expect(Number(server.headersOf(0)['parterre-deadline-ms'])).toBeLessThanOrEqual(30);
  });

  it('is given up when it answers too slowly', async () => {
    server.behave((_request, response) => {
      response.writeHead(200).write('{"data":');
      const drop = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(drop));
    });
    expect(codeOf(await ask(query, 50))).toBe('DEADLINE_EXCEEDED');
  });

  it('may answer so many bytes and no more', async () => {
    source = open({ limits: { answerBytes: 100 } });
    server.behave(answers(JSON.stringify({ data: { a: 'x'.repeat(100) } })), good);
    expect(codeOf(await ask())).toBe('BUDGET_EXCEEDED');
    expect(await ask()).toEqual({ data: { a: 1 } });
  });

  it.each([
    ['two lines', { 'x-who': 'a\r\nx-admin: yes' }],
    ['letters beyond ASCII', { 'x-who': 'Зоя' }],
    ['a name that is none', { 'x who': 'a' }],
  ])('is not asked when who asks would be told by %s', async (_what, headers) => {
    source = open({ headersOf: () => headers as WireHeaders });
    server.behave(good);
    expect(codeOf(await ask())).toBe('SERVICE_UNAVAILABLE');
    expect(server.bodies).toEqual([]);
  });

  it('is asked for what is asked, also where one document has several operations', async () => {
    const text = 'query A { a } mutation B { b }';
    const document = parse(text);
    const caller = { scope: 'anonymous', identity: undefined };
    const budget = createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: 60_000 });
    server.behave(good);
    for (const operationName of ['A', 'B']) {
      await source.execute({ document, text, operationName, variables: { x: 'ö' }, caller, budget });
    }
    expect(server.bodies.map((body) => JSON.parse(body))).toEqual(
      ['A', 'B'].map((operationName) => ({ query: text, operationName, variables: { x: 'ö' } })),
    );
    server.behave(dies, good);
    await source.execute({ document, text, operationName: 'B', variables: {}, caller, budget });
    expect(server.bodies).toHaveLength(3);
    budget.close();
  });

  it('does not make the gateway fail when nobody can say who asks', async () => {
    const headersOf = () => {
      throw new Error('no key');
    };
    source = open({ headersOf });
    expect(codeOf(await ask())).toBe('SERVICE_UNAVAILABLE');
    expect(server.bodies).toEqual([]);
  });
});

describe('connections to a subgraph', () => {
  it('are kept', async () => {
    server.behave(good);
    for (let count = 0; count < 10; count += 1) await ask();
    expect(server.bodies).toHaveLength(10);
    expect(server.connections).toBe(1);
  });

  it('are so many and no more, and so many may wait for one', async () => {
    source = open({ limits: { connections: 2, waiting: 1 } });
    const pending: (() => void)[] = [];
    server.behave((_request, response) => pending.push(() => response.end('{"data":{"a":1}}')));
    const asked = [ask(), ask(), ask()];
    await until('two requests', () => pending.length === 2);
    expect(await ask()).toMatchObject({
      errors: [
        { message: expect.stringContaining('more to do'), extensions: { code: 'SERVICE_UNAVAILABLE' } },
      ],
    });
    pending[0]?.();
    await until('the one that waited', () => pending.length === 3);
    for (const answer of pending.slice(1)) answer();
    expect(await Promise.all(asked)).toEqual([1, 2, 3].map(() => ({ data: { a: 1 } })));
    expect(server.connections).toBe(2);
  });

  it('are not waited for beyond the deadline, and what has waited in vain is not sent', async () => {
    source = open({ limits: { connections: 1 } });
    const pending: (() => void)[] = [];
    server.behave((_request, response) => pending.push(() => response.end('{"data":{"a":1}}')));
    const first = ask();
    await until('a request', () => pending.length === 1);
    expect(codeOf(await ask(mutation, 20))).toBe('DEADLINE_EXCEEDED');
    pending[0]?.();
    await first;
    server.behave(good);
    await ask();
    expect(server.bodies.filter((body) => body.includes('mutation'))).toEqual([]);
  });
});

describe('the circuit of a subgraph', () => {
  const failures = 3;
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });

  it('opens when it fails again and again, and closes by itself when it answers', async () => {
    source = open({ logger, limits: { failures, firstPauseMs: 1, longestPauseMs: 20 } });
    server.behave(answers('', 503));
    for (let count = 0; count < failures; count += 1) await ask(mutation);
    expect(lines.join('')).toContain('is asked no more for a while');
    server.behave(good);
    await until('an answer', async () => (await ask()).data !== undefined);
    expect(lines.join('')).toContain('answers again');
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 2, 3].map(() => ({ data: { a: 1 } })));
  });

  it('keeps requests from being sent while it is open', async () => {
    source = open({ limits: { failures, firstPauseMs: 60_000 } });
    server.behave(answers('', 503));
    for (let count = 0; count < failures; count += 1) await ask();
    server.behave(good);
    const refused = await ask();
    expect([codeOf(refused), server.bodies.length]).toEqual(['SERVICE_UNAVAILABLE', failures]);
    expect(refused.errors?.[0]?.message).toContain('does not answer at present');
  });

  it('counts a deadline that was fair, and none that was not', async () => {
    source = open({ limits: { failures, fairMs: 40, firstPauseMs: 60_000 } });
    server.behave(hangs());
    for (let count = 0; count < failures; count += 1) await ask(query, 20);
    server.behave(good);
    expect(await ask()).toEqual({ data: { a: 1 } });
    server.behave(hangs());
    for (let count = 0; count < failures; count += 1) await ask(query, 50);
    server.behave(good);
    expect((await ask()).errors?.[0]?.message).toContain('does not answer at present');
  });

  it('counts no deadline that passed while requests waited for a connection of ours', async () => {
    source = open({ limits: { failures, fairMs: 40, connections: 1, firstPauseMs: 60_000 } });
    const held = Promise.withResolvers<() => void>();
    server.behave((request, response) => held.resolve(() => good(request, response)), good);
    const slow = ask();
    const answerIt = await held.promise;
    const behind = await Promise.all(Array.from({ length: failures }, () => ask(query, 50)));
    expect(behind.map(codeOf)).toEqual(behind.map(() => 'DEADLINE_EXCEEDED'));
    answerIt();
    expect([await slow, await ask()]).toEqual([1, 2].map(() => ({ data: { a: 1 } })));
  });

  it('is one for each subgraph', async () => {
    source = open({ limits: { failures, firstPauseMs: 60_000 } });
    const other = open({ name: 'other' });
    server.behave(answers('', 503));
    for (let count = 0; count < failures; count += 1) await ask();
    server.behave(good);
    expect(await ask(query, 60_000, other)).toEqual({ data: { a: 1 } });
  });
});
