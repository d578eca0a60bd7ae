import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { startTestGateway } from '../testing/test-gateway.ts';

describe('metrics', () => {
  it('are told to programs on this machine', async () => {
    await using gateway = await opened({ operationNames: ['FindEvent'] });
    await gateway.post('query FindEvent { event(id: "1") { id } }');
    await gateway.post('query MadeUpByAStranger { event(id: "1") { id } }');
    const metrics = await (await fetch(gateway.metricsUrl)).text();
    expect(metrics).toContain(
      'parterre_gateway_seconds_count{type="query",operation="FindEvent",outcome="ok"} 1',
    );
    expect(metrics).toContain(
      'parterre_gateway_seconds_count{type="query",operation="other",outcome="ok"} 1',
    );
    expect(metrics).not.toContain('MadeUpByAStranger');
    expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
    expect(metrics).toMatch(/^nodejs_heap_size_used_bytes \d+$/m);
    expect(metrics).toMatch(/parterre_subgraph_seconds_count\{.*operation="query event".*\} \d+/);
  });

  it.each([
    ['a request that was forwarded', { 'x-forwarded-for': '127.0.0.1' }],
    ['a page whose name was resolved to this machine', { host: 'evil.example' }],
  ])('are not told to %s', async (_what, headers) => {
    await using gateway = await opened({ trustedProxies: ['loopback'] });
    const refused = await get(gateway.metricsUrl, headers);
    expect([refused.status, JSON.parse(refused.body).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(refused.body).not.toContain('parterre_gateway_seconds');
  });

  it('are told to everybody on a port of their own, and nowhere else then', async () => {
    await using gateway = await opened({ metricsPort: 0 });
    expect(new URL(gateway.metricsUrl).port).not.toBe(String(gateway.port));
    const forwarded = await get(gateway.metricsUrl, { 'x-forwarded-for': '198.51.100.1' });
    expect([forwarded.status, forwarded.body.includes('parterre_gateway_seconds')]).toEqual([200, true]);
    expect((await get(`${gateway.url}/metrics`)).status).toBe(404);
    expect((await get(new URL('/graphql', gateway.metricsUrl).href)).status).toBe(404);
  });

  it('leave nothing running when the port of the API cannot be had', async () => {
    await using gateway = await opened();
    const { port } = gateway;
    await expect(startTestGateway({ port, metricsPort: 0 })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

async function opened(options: Parameters<typeof startTestGateway>[0] = {}) {
  const gateway = await startTestGateway(options);
  return { ...gateway, [Symbol.asyncDispose]: () => gateway.stop() };
}

async function get(url: string, headers: Record<string, string> = {}) {
  const asked = request(url, { headers, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  return { status: response.statusCode as number, body: await text(response) };
}
