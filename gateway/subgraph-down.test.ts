import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventQueue } from '@parterre/platform/http/event-queue.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import type { RunningGateway } from './gateway-options.ts';
import { composedOf, startRoutedGateway } from './testing/foreign-gateway.ts';
import { type ForeignServer, foreignServer } from './testing/foreign-server.ts';
import { loginOnSocket } from './testing/socket-client.ts';

const sold = new Set<EventQueue<object>>();
const books = () =>
  foreignServer(
    'books',
    'type Query { book(id: ID!): Book } type Book @key(fields: "id") { id: ID! title: String }',
    {
      Query: { book: (_: unknown, { id }: { id: string }) => ({ id, title: `title of ${id}` }) },
      Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: `title of ${id}` }) },
    },
  );
const shop = () =>
  foreignServer(
    'shop',
    `type Query { open: Boolean } type Mutation { order(id: ID!): Int } type Subscription { sold: Book }
     type Book @key(fields: "id") { id: ID! stock: Int }`,
    {
      Query: { open: () => true },
      Mutation: { order: () => 1 },
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
      Book: { __resolveReference: ({ id }: { id: string }) => ({ id, stock: 3 }) },
    },
  );

describe('a gateway that starts while a subgraph is down', () => {
  let up: ForeignServer;
  let down: ForeignServer;
  let gateway: RunningGateway;
  beforeAll(async () => {
    up = await books();
    down = await shop();
    const supergraph = composedOf([up, down]);
    await down.close();
    gateway = await startRoutedGateway(supergraph);
  });
  afterAll(async () => {
    await gateway?.stop();
    for (const server of [up, down]) await server?.close().catch(() => undefined);
  });

  async function ask(query: string): Promise<ExecutionResult> {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as ExecutionResult;
  }
  const whole = { data: { book: { title: 'title of 1', stock: 3 } } };

  it('serves what it can meanwhile, and takes the subgraph back when it comes, by itself', async () => {
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
    expect(await ask('{ book(id: "1") { title } }')).toEqual({ data: { book: { title: 'title of 1' } } });
    // More often than its circuit stays closed.
    for (let count = 0; count < 5; count += 1) {
      expect(await ask('{ book(id: "1") { title stock } open }')).toMatchObject({
        data: { book: { title: 'title of 1', stock: null }, open: null },
        errors: expect.arrayContaining([
          expect.objectContaining({ path: ['book', 'stock'] }),
          expect.objectContaining({ path: ['open'] }),
        ]),
      });
    }
    expect((await ask('mutation { order(id: "1") }')).errors?.[0]?.extensions?.code).toBe(
      'SERVICE_UNAVAILABLE',
    );
    const client = await loginOnSocket(gateway.url);
    client.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { sold { title stock } }' } });

    down = await down.reopened();
    await until('the whole answer', async () => {
      const answer = await ask('{ book(id: "1") { title stock } }');
      return JSON.stringify(answer) === JSON.stringify(whole);
    });
    expect(await ask('mutation { order(id: "1") }')).toEqual({ data: { order: 1 } });
    await until('a reader', () => sold.size === 1);
    for (const queue of sold) queue.push({ id: '2', stock: 3 });
    expect(await client.next()).toMatchObject({
      payload: { data: { sold: { title: 'title of 2', stock: 3 } } },
    });
    client.close();
  });
});
