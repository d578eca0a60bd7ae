import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import type { RunningGateway } from './gateway-options.ts';
import { composedOf, startRoutedGateway } from './testing/foreign-gateway.ts';
import { type ForeignServer, foreignServer } from './testing/foreign-server.ts';

/** A subgraph that answers for itself below a root field that all have. */
const part = (name: string) =>
  foreignServer(
    name,
    `type Query { parts: Parts @federation__shareable } type Parts { ${name}: Part }
     type Part @federation__shareable { name: String! size: Int! }`,
    { Query: { parts: () => ({}) }, Parts: { [name]: () => ({ name, size: name.length }) } },
  );

describe('a root field that several subgraphs share, each with fields of its own below it', () => {
  const servers = new Map<string, ForeignServer>();
  let gateway: RunningGateway;
  beforeAll(async () => {
    for (const name of ['books', 'shop', 'zoo']) servers.set(name, await part(name));
    gateway = await startRoutedGateway(composedOf(servers.values()));
  });
  afterAll(async () => {
    await gateway?.stop();
    for (const server of servers.values()) await server.close().catch(() => undefined);
  });

  const query = '{ parts { __typename books { name size } shop { name size } zoo { name size } } }';
  async function ask(): Promise<ExecutionResult> {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as ExecutionResult;
  }
  const whole = {
    __typename: 'Parts',
    books: { name: 'books', size: 5 },
    shop: { name: 'shop', size: 4 },
    zoo: { name: 'zoo', size: 3 },
  };

  it('is answered by all of them, each asked once', async () => {
    const before = [...servers.values()].map(({ requests }) => requests.length);
    expect(await ask()).toEqual({ data: { parts: whole } });
    expect([...servers.values()].map(({ requests }) => requests.length)).toEqual(
      before.map((count) => count + 1),
    );
  });

  it.each(['books', 'shop', 'zoo'])('is there without %s while that is down', async (name) => {
    const server = servers.get(name);
    await server?.close();
    const answer = await ask();
    expect(answer.data).toEqual({ parts: { ...whole, [name]: null } });
    expect(answer.errors).toEqual([
      expect.objectContaining({
        path: ['parts', name],
        extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }),
      }),
    ]);
    if (server) servers.set(name, await server.reopened());
    await until(
      'the whole answer',
      async () => JSON.stringify((await ask()).data) === JSON.stringify({ parts: whole }),
    );
  });

  it('is null when none of them answers', async () => {
    for (const server of servers.values()) await server.close();
    const answer = await ask();
    expect(answer.data).toEqual({ parts: null });
    expect(answer.errors).not.toHaveLength(0);
  });
});
