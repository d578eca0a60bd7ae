import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import {
  currentTraceId,
  currentTraceparent,
  recordSpan,
  startSpanBelow,
  startTracing,
  type Tracing,
  traceparentOf,
  withRemoteParent,
  withSpan,
} from './tracing.ts';

describe('tracing', () => {
  let exporter: InMemorySpanExporter;
  let tracing: Tracing;
  beforeEach(() => {
    exporter = new InMemorySpanExporter();
    tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
  });
  afterEach(() => tracing.stop());

  it('nests spans by the asynchronous call they are made in', async () => {
    await withSpan('outer', {}, () => withSpan('inner', {}, async () => {}));
    const [inner, outer] = exporter.getFinishedSpans();
    expect(outer?.name).toBe('outer');
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
  });

  it('continues a trace over a traceparent, as a fact carries one', async () => {
    const traceparent = await withSpan('publish', {}, async () => currentTraceparent());
    expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    await withRemoteParent(traceparent, () => withSpan('consume', {}, async () => {}));
    const [publish, consume] = exporter.getFinishedSpans();
    expect(publish?.name).toBe('publish');
    expect(consume?.spanContext().traceId).toBe(publish?.spanContext().traceId);
    expect(consume?.parentSpanContext?.spanId).toBe(publish?.spanContext().spanId);
  });

  it('starts anew where the traceparent is broken', async () => {
    await withRemoteParent('nonsense', () => withSpan('consume', {}, async () => {}));
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: 'consume' }]);
    expect(exporter.getFinishedSpans()[0]?.parentSpanContext).toBeUndefined();
  });

  it('marks a failed span, without mail addresses, and throws on', async () => {
    const failing = withSpan('fail', {}, async () => {
      throw new Error('no such user ada@example.org');
    });
    await expect(failing).rejects.toThrow('no such user');
    expect(exporter.getFinishedSpans()[0]?.status.message).toBe('no such user [hidden]');
  });

  it('says which version of which service in which process it was', async () => {
    await withSpan('any', {}, async () => {});
    expect(exporter.getFinishedSpans()[0]?.resource.attributes).toMatchObject({
      'service.name': 'test',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
      'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('begins no span below another process where that records none', async () => {
    const parent = '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331';
    const span = { name: 'send', kind: SpanKind.PRODUCER };
    expect(startSpanBelow(`00-${parent}-00`, span)).toBeUndefined();
    expect(startSpanBelow(undefined, span)).toBeUndefined();
    const recorded = startSpanBelow(`00-${parent}-01`, span);
    expect(recorded && traceparentOf(recorded)).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-/);
  });

  it('records afterwards what was worth it', () => {
    recordSpan({ name: 'job' }, new Date(Date.now() - 1_000), new Error('no luck for ada@example.org'));
    const [span] = exporter.getFinishedSpans();
    expect(span?.duration[0]).toBeGreaterThanOrEqual(1);
    expect(span?.status.message).toBe('no luck for [hidden]');
  });

  it('knows no trace outside of a span', () => {
    expect([currentTraceId(), currentTraceparent()]).toEqual([undefined, undefined]);
  });
});

describe('tracing whose spans nobody receives', () => {
  let tracing: Tracing;
  beforeEach(() => {
    tracing = startTracing({ serviceName: 'test' });
  });
  afterEach(() => tracing.stop());

  it('gives a request a trace to quote and to send along, for all that it awaits', async () => {
    const traces = await withSpan('outer', {}, async () => {
      const outer = [currentTraceId(), currentTraceparent()];
      await setImmediate();
      return [outer, await withSpan('inner', {}, async () => [currentTraceId(), currentTraceparent()])];
    });
    const [id, traceparent] = traces[0] ?? [];
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(traceparent).toMatch(new RegExp(`^00-${id}-[0-9a-f]{16}-00$`));
    expect(traces[1]).toEqual(traces[0]);
  });

  it('gives each request another one', async () => {
    const ids = await Promise.all([1, 2].map(() => withSpan('request', {}, async () => currentTraceId())));
    expect(new Set(ids).size).toBe(2);
    expect(currentTraceId()).toBeUndefined();
  });

  it('goes on with the trace of whoever asks', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const header = `00-${traceId}-b7ad6b7169203331-01`;
    const within = await withRemoteParent(header, () =>
      withSpan('request', {}, async () => currentTraceparent()),
    );
    expect(within).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(within).not.toContain('b7ad6b7169203331');
  });

  it.each([
    'nonsense',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  ])('begins anew where the traceparent is %s', async (header) => {
    const id = await withRemoteParent(header, () => withSpan('request', {}, async () => currentTraceId()));
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(header).not.toContain(id);
  });
});
