import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { startTracing, type Tracing } from '@parterre/platform/telemetry/tracing.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const exporter = new InMemorySpanExporter();
let tracing: Tracing;
let gateway: TestGateway;
beforeAll(async () => {
  tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
  gateway = await startTestGateway({ operationNames: ['FindEvent'], trustedProxies: ['loopback'] });
});
beforeEach(() => exporter.reset());
afterAll(async () => {
  await gateway.stop();
  await tracing.stop();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;

describe('a trace', () => {
  it('leads from a client on this machine through the gateway into every subgraph', async () => {
    await gateway.post('{ event(id: "1") { title sold } }', { headers: { traceparent } });
    const spans = exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
    expect(ancestry(spans, 'events', 'query event')).toEqual(['query event', 'query', 'POST /graphql']);
    expect(ancestry(spans, 'tickets', 'query _entities')).toEqual([
      'query _entities',
      'query',
      'POST /graphql',
    ]);
  });

  it('of a stranger begins at the gateway, whatever was sent, with a link to that', async () => {
    const headers = { traceparent, 'x-forwarded-for': '198.51.100.1' };
    await gateway.post('{ event(id: "1") { title } }', { headers });
    const root = exporter.getFinishedSpans().find((span) => span.name === 'POST /graphql');
    expect(root?.parentSpanContext).toBeUndefined();
    expect(root?.spanContext().traceId).not.toBe(traceId);
    expect(root?.links.map((link) => link.context.traceId)).toEqual([traceId]);
    expect(new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it('calls an operation by its name where that is known, and tells neither document nor variables', async () => {
    const variables = { id: 'a secret' };
    await gateway.post('query FindEvent($id: ID!) { event(id: $id) { title } }', { variables });
    await gateway.post('query Made4Up($id: ID!) { event(id: $id) { title } }', { variables });
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining(['query FindEvent', 'query']));
    expect(spans.map(({ name }) => name)).not.toContain('query Made4Up');
    expect(JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]))).not.toContain('a secret');
  });

  it('says what a request was, and nothing of who sent it', async () => {
    await gateway.post('{ event(id: "1") { title } }', { headers: { 'user-agent': 'curious/1.0' } });
    const root = exporter.getFinishedSpans().find((span) => span.name === 'POST /graphql');
    expect(root?.kind).toBe(SpanKind.SERVER);
    expect(root?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'url.path': '/graphql',
      'url.scheme': 'http',
      'network.protocol.version': '1.1',
      'http.response.status_code': 200,
    });
  });
});

/** The names from a span up to the outermost one of this process. */
function ancestry(spans: readonly ReadableSpan[], subgraph: string, name: string): readonly string[] {
  const names: string[] = [];
  let current = spans.find((span) => span.name === name && span.attributes['parterre.subgraph'] === subgraph);
  while (current) {
    names.push(current.name);
    const parentId = current.parentSpanContext?.spanId;
    current = spans.find((span) => span.spanContext().spanId === parentId);
  }
  return names;
}
