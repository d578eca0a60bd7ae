import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { startTracing, type Tracing } from '@parterre/platform/telemetry/tracing.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const exporter = new InMemorySpanExporter();
let tracing: Tracing;
let gateway: TestGateway;
beforeAll(async () => {
  tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
  gateway = await startTestGateway();
});
afterAll(async () => {
  await gateway.stop();
  await tracing.stop();
});

describe('a trace', () => {
  it('leads from the client through the gateway into every subgraph', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await gateway.post('{ event(id: "1") { title sold } }', { headers: { traceparent } });
    const spans = exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
    expect(ancestry(spans, 'events query event').at(-1)).toBe('POST /graphql');
    expect(ancestry(spans, 'tickets query _entities').at(-1)).toBe('POST /graphql');
  });
});

/** The names from a span up to the outermost one of this process. */
function ancestry(spans: readonly ReadableSpan[], name: string): readonly string[] {
  const names: string[] = [];
  let current = spans.find((span) => span.name === name);
  while (current) {
    names.push(current.name);
    const parentId = current.parentSpanContext?.spanId;
    current = spans.find((span) => span.spanContext().spanId === parentId);
  }
  return names;
}
