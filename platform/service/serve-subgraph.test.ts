import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ExecutionResult } from 'graphql';
import { WebSocket } from 'ws';
import { callerHeaders } from '../http/wire.ts';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { startTracing } from '../telemetry/tracing.ts';
import { createAskedSubgraph } from '../testing/asked-subgraph.ts';
import { testServiceTokens } from '../testing/test-service-tokens.ts';
import { until } from '../testing/until.ts';
import { type ServedSubgraph, serveSubgraph } from './serve-subgraph.ts';

const subgraph = createAskedSubgraph();
const { serviceTokens } = subgraph;
let reasons: readonly string[] = [];
const serve = () =>
  serveSubgraph({
    server: subgraph.server,
    serviceTokens,
    reasonsNotReady: async () => reasons,
    port: 0,
    host: '127.0.0.1',
    bodyBytes: 10_000,
    logger: silentLogger,
  });
let served: ServedSubgraph;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const user: Caller = { kind: 'user', userId: newId<'User'>(), role: 'ADMIN', sessionId: newId() };

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly at?: string;
}

async function post(query: string, { headers, body, signal, at = served.url }: Asked = {}) {
  const known = headers ?? callerHeaders(await serviceTokens.sign(anonymous));
  const response = await fetch(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...known },
    body: body ?? JSON.stringify({ query }),
    signal,
  });
  const text = await response.text();
  return { status: response.status, text, result: JSON.parse(text) as ExecutionResult };
}

describe('a subgraph over HTTP', () => {
  it('answers for whom the token speaks, from where, with variables and an operation name', async () => {
    const headers = callerHeaders(await serviceTokens.sign(user), '203.0.113.7');
    const query = 'query A { address } query B($text: String) { caller address echo(text: $text) }';
    const body = JSON.stringify({ query, operationName: 'B', variables: { text: 'ö' } });
    expect(await post('', { headers, body })).toMatchObject({
      status: 200,
      result: { data: { caller: `ADMIN ${user.userId}`, address: '203.0.113.7', echo: 'ö' } },
    });
  });

  it('believes the other subgraphs, each for itself', async () => {
    const headers = callerHeaders(await serviceTokens.sign({ kind: 'subgraph', subgraph: 'other' }));
    expect((await post('{ caller }', { headers })).result).toEqual({ data: { caller: 'subgraph other' } });
  });

  it.each<[string, () => Promise<Record<string, string>> | Record<string, string>]>([
    ['without a token', () => ({})],
    ['with an empty one', () => ({ authorization: '' })],
    ['with a word of another kind', () => ({ authorization: 'Basic abc' })],
    ['with nonsense', () => ({ authorization: 'Bearer nonsense' })],
    [
      'with a token of another server',
      async () => callerHeaders(await testServiceTokens('asked').sign(user)),
    ],
    ['with a token for another subgraph', async () => callerHeaders(await serviceTokens.sign(user, 'other'))],
  ])('answers 401 and nothing else %s', async (_how, headersOf) => {
    const headers = await headersOf();
    const expected =
      '{"errors":[{"message":"expected a service token","extensions":{"code":"UNAUTHENTICATED"}}]}';
    for (const body of ['{"query":"{ caller }"}', '{', 'x'.repeat(20_000)]) {
      expect(await post('', { headers, body })).toMatchObject({ status: 401, text: expected });
    }
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no query', '{"variables":{}}'],
    ['variables that are none', '{"query":"{ caller }","variables":[1]}'],
    ['an operation name that is none', '{"query":"{ caller }","operationName":{}}'],
  ])('refuses %s with 400', async (_what, body) => {
    const { status, result } = await post('', { body });
    expect([status, result.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('refuses a deadline that is no number, a body beyond its bound, and other addresses', async () => {
    const token = callerHeaders(await serviceTokens.sign(anonymous));
    const headers = { ...token, 'parterre-deadline-ms': 'soon' };
    expect((await post('{ caller }', { headers })).status).toBe(400);
    const body = JSON.stringify({ query: `{ caller } # ${'x'.repeat(20_000)}` });
    expect((await post('', { body })).status).toBe(413);
    expect((await post('{ caller }', { at: served.url.replace('graphql', 'other') })).status).toBe(404);
  });

  it('tells nothing of its inside when a resolver fails', async () => {
    const { status, text } = await post('{ broken }');
    expect([status, text.includes('10.0.0.7'), text.includes('/srv')]).toEqual([200, false, false]);
    expect(text).toContain('INTERNAL_SERVER_ERROR');
  });

  it('works no longer than whoever asks waits, and never longer than it works for anybody', async () => {
    const token = callerHeaders(await serviceTokens.sign(anonymous));
    const patience = async (deadline: string) => {
      const headers = { ...token, 'parterre-deadline-ms': deadline };
      const { result } = await post('{ patience }', { headers });
      return Number(result.data?.patience);
    };
    expect(await patience('5000')).toBeLessThanOrEqual(5_000);
    expect(await patience('25000')).toBeGreaterThan(10_000);
    expect(await patience('80000000')).toBeLessThanOrEqual(30_000);
    const asked = subgraph.nextNever();
    const { result } = await post('{ never }', { headers: { ...token, 'parterre-deadline-ms': '20' } });
    expect(result.errors?.[0]?.extensions?.code).toBe('DEADLINE_EXCEEDED');
    expect((await asked).signal.aborted).toBe(true);
  });

  it('ends the work when whoever asks goes away', async () => {
    const leaving = new AbortController();
    const asked = subgraph.nextNever();
    const answer = post('{ never }', { signal: leaving.signal });
    const budget = await asked;
    expect(budget.fault).toBeUndefined();
    const ended = once(budget.signal, 'abort');
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await ended;
    expect(budget.fault?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });

  it('continues the trace of whoever asks', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const token = callerHeaders(await serviceTokens.sign(anonymous));
    await post('{ caller }', { headers: { ...token, traceparent: `00-${trace}-b7ad6b7169203331-01` } });
    const [span] = exporter.getFinishedSpans();
    await tracing.stop();
    expect([span?.name, span?.kind, span?.spanContext().traceId]).toEqual([
      'query caller',
      SpanKind.SERVER,
      trace,
    ]);
  });

  it('is alive, and ready when it can do its work; both are told to everybody', async () => {
    const ready = served.url.replace('graphql', 'health/ready');
    expect((await fetch(served.url.replace('graphql', 'health/live'))).status).toBe(200);
    expect((await fetch(ready)).status).toBe(200);
    reasons = ['the database of asked does not answer'];
    const answer = await fetch(ready);
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reasons }]);
    reasons = [];
  });

  it('finishes what is in flight when it is stopped, and lets in nobody new', async () => {
    const stopping = await serve();
    const token = callerHeaders(await serviceTokens.sign(anonymous));
    const asked = subgraph.nextNever();
    const headers = { ...token, 'parterre-deadline-ms': '200' };
    const answer = post('{ never }', { at: stopping.url, headers });
    await asked;
    const stopped = stopping.stop();
    expect((await answer).result.errors?.[0]?.extensions?.code).toBe('DEADLINE_EXCEEDED');
    await stopped;
    await expect(post('{ caller }', { at: stopping.url })).rejects.toThrow('fetch failed');
  });
});

describe('its subscriptions', () => {
  async function open(payload?: object) {
    const socket = new WebSocket(served.url.replace('http', 'ws'), 'graphql-transport-ws');
    const messages: { type: string; id?: string; payload?: unknown }[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(data.toString())));
    const closed = once(socket, 'close').then(([code]) => code as number);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    return { socket, messages, closed };
  }

  it('are refused as a whole to whoever brings no token', async () => {
    const foreign = callerHeaders(await serviceTokens.sign(anonymous, 'other'));
    for (const payload of [undefined, {}, foreign]) expect(await (await open(payload)).closed).toBe(4403);
  });

  it('bring a token each, are many over one connection, and end with it', async () => {
    const headers = callerHeaders(await serviceTokens.sign(anonymous));
    const { socket, messages, closed } = await open(headers);
    await until('an acknowledgement', () => messages.length === 1);
    const subscribe = (id: string, query: string, extensions?: object) =>
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, extensions } }));
    subscribe('unknown', 'subscription { ticks { text } }');
    subscribe('refused', 'subscription { usersTicks { text } }', { headers });
    subscribe('query', '{ caller }', { headers });
    subscribe('first', 'subscription { ticks { text } }', { headers });
    subscribe('second', 'subscription { usersTicks { text } }', {
      headers: callerHeaders(await serviceTokens.sign(user)),
    });
    await until('two readers', () => subgraph.readers === 2);
    subgraph.tick('one');
    await until('all answers', () => messages.length === 8);
    const codesOf = (id: string) =>
      messages.filter((each) => each.id === id).map(({ type, payload }) => [type, codeIn(payload)]);
    expect(codesOf('unknown')).toEqual([['error', 'UNAUTHENTICATED']]);
    expect(codesOf('refused')).toEqual([
      ['next', 'UNAUTHENTICATED'],
      ['complete', undefined],
    ]);
    expect(codesOf('query').at(-1)).toEqual(['complete', undefined]);
    const payload = { data: { ticks: { text: 'one' } }, extensions: { cursor: '0' } };
    expect(messages).toContainEqual({ id: 'first', type: 'next', payload });
    expect(codesOf('second')).toEqual([['next', undefined]]);
    socket.send(JSON.stringify({ id: 'first', type: 'complete' }));
    await until('one reader', () => subgraph.readers === 1);
    socket.terminate();
    await closed;
    await until('no reader', () => subgraph.readers === 0);
  });
});

function codeIn(payload: unknown): unknown {
  const errors = Array.isArray(payload) ? payload : (payload as ExecutionResult | undefined)?.errors;
  return errors?.[0]?.extensions?.code;
}
