import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventQueue } from '@parterre/platform/http/event-queue.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import type { RunningGateway } from './gateway-options.ts';
import { startGateway } from './start-gateway.ts';
import { composedOf } from './testing/foreign-gateway.ts';
import { type ForeignServer, foreignServer } from './testing/foreign-server.ts';
import { loginOnSocket } from './testing/socket-client.ts';

const sold = new Set<EventQueue<object>>();
let foreign: ForeignServer[];
let supergraphSdl: string;
beforeAll(async () => {
  foreign = [
    await foreignServer(
      'books',
      `type Query { book(id: ID!): Book } type Mutation { write(title: String!): Book }
       type Book @key(fields: "id") { id: ID! title: String }`,
      {
        Query: { book: (_: unknown, { id }: { id: string }) => ({ id, title: `title of ${id}` }) },
        Mutation: { write: (_: unknown, { title }: { title: string }) => ({ id: 'new', title }) },
        Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: `title of ${id}` }) },
      },
    ),
    await foreignServer('reviews', 'type Book @key(fields: "id") { id: ID! stars: Int }', {
      Book: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 5 }) },
    }),
    await foreignServer(
      'shop',
      `type Query { best: Book } type Subscription { sold: Book }
       type Book @key(fields: "id", resolvable: false) { id: ID! }`,
      {
        Query: { best: () => ({ id: 'b1' }) },
        Subscription: {
          sold: {
            subscribe: () => {
              const queue: EventQueue<object> = new EventQueue(10, () => sold.delete(queue));
              sold.add(queue);
              return queue;
            },
            resolve: (event: object) => event,
          },
        },
      },
    ),
  ];
  supergraphSdl = composedOf(foreign);
});
afterAll(async () => {
  for (const server of foreign ?? []) await server.close();
});

async function ask(url: string, query: string): Promise<ExecutionResult> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as ExecutionResult;
}

const best = { data: { best: { title: 'title of b1', stars: 5 } } };

describe('a gateway over nothing but a supergraph', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl,
      sizeOfUnsizedLists: 10,
      logger: silentLogger,
      environment: 'development',
    });
  });
  afterAll(() => gateway?.stop());

  it('answers from all subgraphs where it says that they are', async () => {
    expect(await ask(gateway.url, '{ best { title stars } }')).toEqual(best);
    expect(await ask(gateway.url, 'mutation { write(title: "new") { title stars } }')).toEqual({
      data: { write: { title: 'new', stars: 5 } },
    });
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  });

  it('tells the subgraphs nothing of its clients', () => {
    for (const { requests } of foreign) {
      expect(requests.length).toBeGreaterThan(0);
      for (const headers of requests) {
        expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
        expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['parterre-client-address']));
      }
    }
  });

  it('streams what one sends, completed by the others', async () => {
    const client = await loginOnSocket(gateway.url);
    const query = 'subscription { sold { title stars } }';
    client.send({ id: '1', type: 'subscribe', payload: { query } });
    await until('a reader', () => sold.size === 1);
    for (const queue of sold) queue.push({ id: 'b2' });
    expect(await client.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { sold: { title: 'title of b2', stars: 5 } } },
    });
    client.close();
    await until('no reader', () => sold.size === 0);
  });

  it('answers what it can when a subgraph is down, and all of it when that is back', async () => {
    const [, reviews] = foreign;
    if (!reviews) throw new Error('expected three subgraphs');
    await reviews.close();
    const { data, errors } = await ask(gateway.url, '{ best { title stars } }');
    expect(data).toEqual({ best: { title: 'title of b1', stars: null } });
    expect(errors).toMatchObject([{ path: ['best', 'stars'], extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1');
    foreign[1] = await reviews.reopened();
    await until('the whole answer', async () => {
      const answer = await ask(gateway.url, '{ best { title stars } }');
      return JSON.stringify(answer) === JSON.stringify(best);
    });
  });

  it('does not start when a routing URL leads nowhere', async () => {
    const [books] = foreign;
    const broken = supergraphSdl.replace(String(books?.url), 'books');
    const options = { port: 0, supergraphSdl: broken, sizeOfUnsizedLists: 10, logger: silentLogger };
    await expect(startGateway({ ...options, environment: 'development' })).rejects.toThrow(
      'expected a data source for the subgraph books, or a routing URL such as http://books:4001/graphql',
    );
  });
});

describe('npm run gateway', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parterre-supergraph-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    spawn(process.execPath, [main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error' },
    });

  it('opens a gateway in front of a supergraph file, and stops when it is told to', async () => {
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, supergraphSdl);
    const program = run('--supergraph', file, '--port', '0');
    try {
      const [line] = (await once(createInterface(program.stdout), 'line')) as [string];
      const url = /http:\S+(?=\/graphql)/.exec(line)?.[0] ?? '';
      expect(await ask(url, '{ best { title stars } }')).toEqual(best);
      program.kill('SIGTERM');
      expect((await once(program, 'exit'))[0]).toBe(0);
    } finally {
      program.kill('SIGKILL');
    }
  });

  it.each([
    ['no file', [], 'expected --supergraph'],
    ['a file that is not there', ['--supergraph', '/nowhere/at/all'], 'no such file'],
    ['a port that is none', ['--supergraph', main, '--port', 'high'], 'expected --port to be a whole number'],
    ['what nobody knows', ['--unheard-of'], "Unknown option '--unheard-of'"],
    ['a file of another kind', ['--supergraph', main], 'gateway: '],
  ])('says what is wrong with %s, and exits with 1', async (_what, args, expected) => {
    const program = run(...args);
    let said = '';
    program.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(program, 'close');
    expect([code, said.includes(expected)]).toEqual([1, true]);
    expect(said).not.toContain('    at ');
  });
});
