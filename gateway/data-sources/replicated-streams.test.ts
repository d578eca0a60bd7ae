import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import type { StreamLimits } from '@parterre/platform/http/remote-streams.ts';
import { callerHeaders } from '@parterre/platform/http/wire.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { type ServedSubgraph, serveSubgraph } from '@parterre/platform/service/serve-subgraph.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type AskedSubgraph, createAskedSubgraph } from '@parterre/platform/testing/asked-subgraph.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import { type RemoteDataSource, remoteDataSource } from './remote.ts';

/** A pause that no test outlives: what goes on in spite of it has not waited for it. */
const FOR_EVER_MS = 600_000;
const connectMs = 30_000;
const onceDown: Partial<StreamLimits> = {
  firstPauseMs: FOR_EVER_MS,
  longestPauseMs: FOR_EVER_MS,
  connectMs,
};
const impatient: Partial<StreamLimits> = { firstPauseMs: 1, longestPauseMs: 20, connectMs };

interface Replica {
  readonly subgraph: AskedSubgraph;
  served: ServedSubgraph;
}

const serviceTokens = testServiceTokens('asked');
let replicas: readonly [Replica, Replica];
let sources: RemoteDataSource[];
beforeEach(async () => {
  sources = [];
  replicas = [await openReplica(), await openReplica()];
});
afterEach(async () => {
  for (const source of sources) await source.close();
  for (const { served } of replicas) await served.stop();
});

async function openReplica(): Promise<Replica> {
  const subgraph = createAskedSubgraph({ serviceTokens });
  return { subgraph, served: await serve(subgraph) };
}

function serve({ server }: AskedSubgraph, port = 0): Promise<ServedSubgraph> {
  const options = { server, serviceTokens, port, host: '127.0.0.1', logger: silentLogger };
  return serveSubgraph({ ...options, reasonsNotReady: async () => [] });
}

function connect(streamLimits: Partial<StreamLimits>): RemoteDataSource {
  const source = remoteDataSource({
    name: 'asked',
    urls: replicas.map(({ served }) => served.url),
    headersOf: async () => callerHeaders(await serviceTokens.sign(anonymous)),
    streamLimits,
    logger: silentLogger,
  });
  sources.push(source);
  return source;
}

const text = 'subscription ($since: String) { ticks(since: $since) { text } }';

async function subscribe(source: RemoteDataSource): Promise<AsyncIterator<ExecutionResult>> {
  const stream = await source.subscribe({
    document: parse(text),
    text,
    variables: {},
    caller: { scope: 'anonymous', identity: undefined },
    budget: createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: FOR_EVER_MS }),
    resumeAfter: (since) => ({ text, variables: { since } }),
  });
  if ('next' in stream) return stream;
  throw new Error('expected a stream');
}

/** The text of the next event, and whether it says that it starts anew. */
async function next(stream: AsyncIterator<ExecutionResult>): Promise<string> {
  const { value } = await stream.next();
  const { ticks } = value.data as { ticks: { text: string } };
  return value.extensions.reset ? `anew: ${ticks.text}` : ticks.text;
}

/** Into the log that all replicas read. */
function tick(event: string): void {
  for (const { subgraph } of replicas) subgraph.tick(event);
}

const readers = (...counts: readonly [number, number]) =>
  until(
    `${counts.join(' and ')} readers`,
    () => replicas.map(({ subgraph }) => subgraph.readers).join() === counts.join(),
  );

describe('subscriptions to replicas', () => {
  it('are spread: each goes to where the fewest are', async () => {
    const source = connect(impatient);
    const first = await subscribe(source);
    await readers(1, 0);
    await subscribe(source);
    await subscribe(source);
    await readers(2, 1);
    await first.return?.();
    await readers(1, 1);
    for (let count = 0; count < 4; count += 1) await subscribe(source);
    await readers(3, 3);
  });

  it('go on at the other one at once when theirs dies, after their cursor, and miss nothing', async () => {
    const source = connect(onceDown);
    const streams = [await subscribe(source), await subscribe(source), await subscribe(source)];
    await readers(2, 1);
    tick('before');
    for (const stream of streams) expect(await next(stream)).toBe('before');
    const [{ served }] = replicas;
    const stopped = served.stop();
    tick('meanwhile');
    await stopped;
    await readers(0, 3);
    tick('after');
    for (const stream of streams) {
      expect([await next(stream), await next(stream)]).toEqual(['meanwhile', 'after']);
    }
  });

  it('begin at the one that is there', async () => {
    await replicas[0].served.stop();
    const source = connect(onceDown);
    await subscribe(source);
    await subscribe(source);
    await readers(0, 2);
  });

  it('go to a replica again when it is back: those that begin, not those that are elsewhere', async () => {
    const source = connect(impatient);
    await subscribe(source);
    await subscribe(source);
    await readers(1, 1);
    const [replica] = replicas;
    await replica.served.stop();
    await readers(0, 2);
    replica.served = await serve(replica.subgraph, replica.served.port);
    await until('a stream at the replica that is back', async () => {
      const stream = await subscribe(source);
      await until('a reader', () => replicas[0].subgraph.readers + replicas[1].subgraph.readers === 3);
      if (replica.subgraph.readers === 1) return true;
      await stream.return?.();
      await readers(0, 2);
      return false;
    });
    await subscribe(source);
    await readers(2, 2);
  });

  it('come back by themselves when all were away', async () => {
    const source = connect(impatient);
    const streams = [await subscribe(source), await subscribe(source)];
    await readers(1, 1);
    tick('before');
    for (const stream of streams) expect(await next(stream)).toBe('before');
    await Promise.all(replicas.map(({ served }) => served.stop()));
    await readers(0, 0);
    tick('meanwhile');
    const [, replica] = replicas;
    replica.served = await serve(replica.subgraph, replica.served.port);
    await readers(0, 2);
    for (const stream of streams) expect(await next(stream)).toBe('meanwhile');
  });
});
