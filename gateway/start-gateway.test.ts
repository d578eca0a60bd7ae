import { describe, expect, it } from '@jest/globals';
import { loginOnSocket } from './testing/socket-client.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const browser = { headers: { accept: 'text/html,application/xhtml+xml' } };
const introspection = '{ __schema { queryType { name } } }';

describe('a browser that opens /graphql', () => {
  it('gets a plain page in production, where the schema is not shown either', async () => {
    await using gateway = await disposable({ environment: 'production' });
    const page = await (await fetch(`${gateway.url}/graphql`, browser)).text();
    expect(page).not.toContain('sandbox');
    expect(page).toContain('GraphQL API of Parterre');
    expect((await gateway.post(introspection)).status).toBe(400);
    const misspelt = '{ evet(id: "1") { id } }';
    expect((await gateway.post(misspelt)).text).not.toContain('Did you mean');
    const socket = await loginOnSocket(gateway.url);
    socket.send({ id: '1', type: 'subscribe', payload: { query: misspelt } });
    expect(JSON.stringify(await socket.next())).toMatch(/Cannot query field \\"evet\\"(?!.*Did you mean)/);
  });
});

describe('health', () => {
  it('is live always, and ready when the server is', async () => {
    let readiness = { ready: false, reasons: ['tickets: the database does not answer'] };
    await using gateway = await disposable({ readiness: async () => readiness });
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    const unready = await fetch(`${gateway.url}/health/ready`);
    expect([unready.status, await unready.json()]).toEqual([503, readiness]);
    readiness = { ready: true, reasons: [] };
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  });

  it('has nothing at other addresses', async () => {
    await using gateway = await disposable();
    const response = await fetch(`${gateway.url}/health/secret.txt`);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('stopping', () => {
  it('finishes what is in flight, closes sockets with 1012, and then nothing listens', async () => {
    const gateway = await startTestGateway();
    const socket = await loginOnSocket(gateway.url);
    const begun = gateway.server.nextSlow();
    const answer = gateway.post('{ slow }');
    const slow = await begun;
    const stopped = gateway.stop();
    expect(await socket.closed).toEqual({ code: 1012, reason: 'Service restart' });
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
    slow.answer();
    expect((await answer).result).toEqual({ data: { slow: 'here it is' } });
    await stopped;
    await gateway.stop();
  });
});

describe('starting', () => {
  it('says which subgraph of the supergraph is missing', async () => {
    await expect(startTestGateway({ dataSources: [] })).rejects.toThrow(
      /expected a data source for the subgraph \w+/,
    );
  });

  it('fails on a port that is taken, and leaves nothing running', async () => {
    await using gateway = await disposable();
    await expect(startTestGateway({ port: gateway.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

async function disposable(
  options: Parameters<typeof startTestGateway>[0] = {},
): Promise<TestGateway & AsyncDisposable> {
  const gateway = await startTestGateway(options);
  return { ...gateway, [Symbol.asyncDispose]: () => gateway.stop() };
}
