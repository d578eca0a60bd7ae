import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { callerHeaders } from '@parterre/platform/http/wire.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { type ServedSubgraph, serveSubgraph } from '@parterre/platform/service/serve-subgraph.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type AskedSubgraph, createAskedSubgraph } from '@parterre/platform/testing/asked-subgraph.ts';
import { type SwallowingProxy, swallowingProxy } from '@parterre/platform/testing/swallowing-proxy.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import { type RemoteDataSource, type RemoteDataSourceOptions, remoteDataSource } from './remote.ts';

const impatient = { firstPauseMs: 1, longestPauseMs: 20, connectMs: 500 };
let subgraph: AskedSubgraph;
let served: ServedSubgraph;
let source: RemoteDataSource;
/** How many connections for subscriptions were opened with a token. */
let opened: number;
beforeEach(async () => {
  subgraph = createAskedSubgraph();
  opened = 0;
  served = await serve();
  source = connect();
});
afterEach(async () => {
  await source.close();
  await served.stop();
});

const serve = (port = 0) =>
  serveSubgraph({
    server: subgraph.server,
    serviceTokens: subgraph.serviceTokens,
    reasonsNotReady: async () => [],
    port,
    host: '127.0.0.1',
    logger: silentLogger,
  });

function connect(changed: Partial<RemoteDataSourceOptions> = {}): RemoteDataSource {
  return remoteDataSource({
    name: 'asked',
    urls: [served.url],
    headersOf: async (caller) => {
      if (!caller) opened += 1;
      return callerHeaders(await subgraph.serviceTokens.sign(anonymous));
    },
    streamLimits: impatient,
    logger: silentLogger,
    ...changed,
  });
}

const resumable = 'subscription ($since: String) { ticks(since: $since) { text } }';

async function subscribe(text = resumable, isResumable = true): Promise<AsyncIterator<ExecutionResult>> {
  const stream = await source.subscribe({
    document: parse(text),
    text,
    variables: {},
    caller: { scope: 'anonymous', identity: undefined },
    budget: createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: 60_000 }),
    resumeAfter: isResumable ? (since) => ({ text, variables: { since } }) : undefined,
  });
  if ('next' in stream) return stream;
  throw new Error('expected a stream');
}

async function next(stream: AsyncIterator<ExecutionResult>): Promise<ExecutionResult | undefined> {
  const step = await stream.next();
  return step.done ? undefined : step.value;
}

const readers = (count: number) => until(`${count} readers`, () => subgraph.readers === count);

/** What happens while the subgraph is away, and where it comes back. */
async function away(meanwhile: () => void): Promise<void> {
  await served.stop();
  await readers(0);
  meanwhile();
  served = await serve(served.port);
}

describe('subscriptions to a subgraph elsewhere', () => {
  it('go over one connection', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => subscribe()));
    await readers(20);
    subgraph.tick('for all');
    for (const stream of streams) expect((await next(stream))?.data).toEqual({ ticks: { text: 'for all' } });
    expect(opened).toBe(1);
  });

  it('go on after the last cursor when the connection was lost, and miss nothing', async () => {
    const stream = await subscribe();
    await readers(1);
    subgraph.tick('before');
    expect(await next(stream)).toMatchObject({ data: { ticks: { text: 'before' } } });
    await away(() => {
      subgraph.tick('meanwhile');
      subgraph.tick('and again');
    });
    await readers(1);
    subgraph.tick('after');
    for (const text of ['meanwhile', 'and again', 'after']) {
      expect(await next(stream)).toEqual({
        data: { ticks: { text } },
        extensions: { cursor: expect.any(String) },
      });
    }
  });

  it('say that they start anew where nothing tells from where to go on', async () => {
    const stream = await subscribe('subscription { ticksWithoutCursor { text } }', false);
    await readers(1);
    subgraph.tick('before');
    expect(await next(stream)).toEqual({ data: { ticksWithoutCursor: { text: 'before' } } });
    await away(() => subgraph.tick('missed'));
    await readers(1);
    subgraph.tick('after');
    const data = { ticksWithoutCursor: { text: 'after' } };
    expect(await next(stream)).toEqual({ data, extensions: { reset: true } });
    subgraph.tick('later');
    expect(await next(stream)).toEqual({ data: { ticksWithoutCursor: { text: 'later' } } });
  });

  it('begin when the subgraph is there, if it was not', async () => {
    await served.stop();
    const stream = await subscribe();
    served = await serve(served.port);
    await readers(1);
    subgraph.tick('at last');
    expect((await next(stream))?.data).toEqual({ ticks: { text: 'at last' } });
  });

  it('end, and say so, when it does not come back', async () => {
    source = connect({ streamLimits: { ...impatient, patienceMs: 50 } });
    const stream = await subscribe();
    await readers(1);
    await served.stop();
    expect((await next(stream))?.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(await next(stream)).toBeUndefined();
    served = await serve(served.port);
  });

  it('do not wait for a subgraph that they are not read from any more', async () => {
    const stream = await subscribe();
    await readers(1);
    await served.stop();
    const waiting = next(stream);
    await stream.return?.();
    expect(await waiting).toBeUndefined();
    served = await serve(served.port);
    const other = await subscribe();
    await readers(1);
    await other.return?.();
    await readers(0);
  });

  it('end when too much of them lies unread', async () => {
    source = connect({ streamLimits: { ...impatient, unread: 2 } });
    const stream = await subscribe();
    await readers(1);
    for (const text of ['a', 'b', 'c']) subgraph.tick(text);
    await readers(0);
    expect([(await next(stream))?.data, (await next(stream))?.data]).toEqual([
      { ticks: { text: 'a' } },
      { ticks: { text: 'b' } },
    ]);
    expect((await next(stream))?.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(await next(stream)).toBeUndefined();
  });

  describe('over a network that loses everything', () => {
    let proxy: SwallowingProxy;
    beforeEach(async () => {
      proxy = await swallowingProxy(served.url);
    });
    afterEach(() => proxy.close());

    it('notice by the sign of life that does not come, and go on', async () => {
      source = connect({
        urls: [proxy.url],
        streamLimits: { ...impatient, heartbeatMs: 20, heartbeatAnswerMs: 200 },
      });
      const stream = await subscribe();
      await readers(1);
      subgraph.tick('before');
      await next(stream);
      proxy.swallow();
      proxy.restore();
      subgraph.tick('lost on the way');
      expect((await next(stream))?.data).toEqual({ ticks: { text: 'lost on the way' } });
      expect(opened).toBe(2);
    });
  });
});
