import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { callerHeaders } from '@parterre/platform/http/wire.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, parse } from 'graphql';
import type { SubgraphRequest } from '../data-source.ts';
import { startGateway } from '../start-gateway.ts';
import { Replica } from '../testing/replica.ts';
import { type RemoteDataSource, remoteDataSource } from './remote.ts';

const headersOf = () => callerHeaders('any');
const log: string[] = [];
let folder: string;
let effects: string;
let replicas: [Replica, Replica];
let source: RemoteDataSource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parterre-replicas-'));
  effects = join(folder, 'effects');
  await writeFile(effects, '');
  replicas = await Promise.all([Replica.start(effects, log), Replica.start(effects, log)]);
  source = remoteDataSource({
    name: 'replicated',
    urls: replicas.map(({ url }) => url),
    headersOf,
    limits: { firstPauseMs: 1, longestPauseMs: 20 },
    // No stream waits for the pause of the replica that has died.
    streamLimits: { firstPauseMs: 600_000, longestPauseMs: 600_000 },
    logger: silentLogger,
  });
});
afterAll(async () => {
  await source?.close();
  await Promise.all((replicas ?? []).map((replica) => replica.kill()));
  await rm(folder, { recursive: true, force: true });
});

function request(text: string, variables: object = {}): SubgraphRequest {
  return {
    document: parse(text),
    text,
    variables: { ...variables },
    caller: { scope: 'anonymous', identity: undefined },
    budget: createBudget({ nodes: 1e6, bytes: 1e9, milliseconds: 600_000 }),
  };
}

const askProcess = async () => (await source.execute(request('{ process }'))).data?.process;
const record = (id: string) =>
  source.execute(request('mutation ($id: ID!) { record(id: $id) }', { id })) as Promise<ExecutionResult>;

/** Into the log that all replicas read. */
function tick(event: string): void {
  log.push(event);
  for (const replica of replicas) replica.say({ kind: 'events', events: [event] });
}

async function watch(): Promise<AsyncIterator<ExecutionResult>> {
  const text = 'subscription ($since: String) { ticks(since: $since) { text } }';
  const resumeAfter = (since: string) => ({ text, variables: { since } });
  const stream = await source.subscribe({ ...request(text), resumeAfter });
  if ('next' in stream) return stream;
  throw new Error('expected a stream');
}

async function take(stream: AsyncIterator<ExecutionResult>, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  while (taken.length < count) {
    const { value } = await stream.next();
    taken.push(value.data.ticks.text);
  }
  return taken;
}

describe('a replica that is killed in the middle of its work', () => {
  it('costs no query, no mutation is done twice, streams go on without a gap, and it is used again', async () => {
    const [doomed, other] = replicas;
    const streams = [await watch(), await watch()];
    await until('a reader at each', () => doomed.readers === 1 && other.readers === 1);
    tick('before');
    for (const stream of streams) expect(await take(stream, 1)).toEqual(['before']);

    for (const replica of replicas) replica.say({ kind: 'hold' });
    const ids = Array.from({ length: 10 }, (_, index) => `mutation ${index}`);
    const mutations = ids.map(record);
    const queries = ids.map(askProcess);
    await until('their work', () =>
      replicas.every(
        (replica) => replica.times('asked', 'record') + replica.times('asked', 'process') === 10,
      ),
    );
    const lost = doomed.times('asked', 'record');
    const killed = doomed.kill();
    tick('meanwhile');
    await killed;
    other.say({ kind: 'release' });

    expect(new Set(await Promise.all(queries))).toEqual(new Set([other.pid]));
    const answers = await Promise.all(mutations);
    const failed = answers.filter(({ errors }) => errors);
    expect(failed).toHaveLength(lost);
    for (const { errors } of failed) expect(errors?.[0]?.message).toContain('may have taken effect');
    const done = (await readFile(effects, 'utf8')).trim().split('\n');
    expect(done.toSorted()).toEqual(ids);

    await until('both streams at the one that is left', () => other.readers === 2);
    tick('after');
    for (const stream of streams) expect(await take(stream, 2)).toEqual(['meanwhile', 'after']);

    replicas[0] = await Replica.start(effects, log, doomed.port);
    await until('an answer of the one that is back', async () => (await askProcess()) === replicas[0].pid);
    const again = [await askProcess(), await askProcess()];
    expect(new Set(again)).toEqual(new Set(replicas.map(({ pid }) => pid)));
  });
});

describe('a gateway before replicas', () => {
  it('ends the work in their process when its deadline passes', async () => {
    const { data } = await source.execute(request('{ _service { sdl } }'));
    const { sdl } = (data?._service ?? {}) as { readonly sdl: string };
    const [{ url }] = replicas;
    const { supergraphSdl, errors } = composeServices([{ name: 'replicated', typeDefs: parse(sdl), url }]);
    if (!supergraphSdl) throw new AggregateError(errors ?? [], 'expected the subgraph to compose');
    const gateway = await startGateway({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl,
      routed: { urls: { replicated: replicas.map((replica) => replica.url) }, headersOf },
      sizeOfUnsizedLists: 10,
      budget: { milliseconds: 300 },
      logger: silentLogger,
      environment: 'production',
    });
    const times = (kind: 'asked' | 'ended') =>
      replicas.map((replica) => replica.times(kind, 'never')).reduce((a, b) => a + b);
    try {
      // On a busy machine the deadline may pass before anything is sent.
      while (replicas.some((replica) => replica.times('asked', 'never') === 0)) {
        const response = await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ never }"}',
        });
        const result = (await response.json()) as ExecutionResult;
        expect(result.errors?.[0]?.extensions?.code).toBe('DEADLINE_EXCEEDED');
      }
      await until('the end of the work', () => times('ended') === times('asked'));
    } finally {
      await gateway.stop();
    }
  });
});
