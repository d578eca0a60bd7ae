import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { attachConsumers } from '../inbox/attach-consumers.ts';
import { systemClock } from '../kernel/clock.ts';
import { startRelay } from '../outbox/relay.ts';
import type { FactConsumer } from '../service/service.ts';
import { createLogger } from '../telemetry/logger.ts';
import { startTracing, type Tracing, withSpan } from '../telemetry/tracing.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import { noteFact } from '../testing/note-service.ts';
import {
  createEmptyDatabase,
  createTestDatabase,
  dropDatabase,
  type TestDatabase,
} from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { openEmbeddedBus } from './embedded/embedded-bus.ts';
import { publishTraced } from './fact-spans.ts';

let exporter: InMemorySpanExporter;
let tracing: Tracing;
let test: TestDatabase;
let lines: string[];
let parts: AsyncDisposableStack;

beforeEach(async () => {
  parts = new AsyncDisposableStack();
  lines = [];
  test = await createTestDatabase();
  parts.defer(() => test.drop());
  exporter = new InMemorySpanExporter();
  tracing = startTracing({ serviceName: 'test', processors: [new SimpleSpanProcessor(exporter)] });
  parts.defer(() => tracing.stop());
});
afterEach(() => parts.disposeAsync());

const spanOf = (name: string) => exporter.getFinishedSpans().find((span) => span.name === name);

describe('the trace of a fact', () => {
  it('goes on from the request through outbox, bus and consumer, log lines included', async () => {
    const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
    const log = await createEmptyDatabase();
    parts.defer(() => dropDatabase(log.name));
    const bus = await openEmbeddedBus({ url: log.url, logger });
    parts.defer(() => bus.close());
    const consumer: FactConsumer = {
      name: 'read-notes',
      topic: 'notifications',
      types: ['NoteWritten'],
      begins: 'first-kept',
      async apply() {
        logger.info({}, 'a note was read');
      },
    };
    const { database } = test;
    const attached = await attachConsumers({
      subgraph: 'loyalty',
      database,
      bus,
      consumers: [consumer],
      clock: systemClock,
      logger,
    });
    parts.defer(() => attached.stop());
    await withSpan('request', {}, () =>
      database.transaction((tx) =>
        tx.publish({ ...noteFact('NoteWritten', 'k', {}), source: 'notifications' }),
      ),
    );
    const relay = startRelay({ subgraph: 'notifications', databaseUrl: test.url, bus, logger });
    parts.defer(() => relay.stop());
    await until('the fact to be handled', () => spanOf('process notifications') !== undefined);

    const [request, sent, processed] = ['request', 'send notifications', 'process notifications'].map(spanOf);
    const traceId = request?.spanContext().traceId;
    expect([sent?.spanContext().traceId, processed?.spanContext().traceId]).toEqual([traceId, traceId]);
    expect([sent?.kind, processed?.kind]).toEqual([SpanKind.PRODUCER, SpanKind.CONSUMER]);
    expect(processed?.parentSpanContext?.spanId).toBe(sent?.spanContext().spanId);
    expect(processed?.links.map(({ context }) => context.spanId)).toEqual([sent?.spanContext().spanId]);
    expect(sent?.attributes).toMatchObject({
      'messaging.system': 'parterre_log',
      'messaging.destination.name': 'notifications',
      'cloudevents.event_type': 'NoteWritten',
    });
    expect(processed?.attributes).toMatchObject({
      'messaging.consumer.group.name': 'loyalty.read-notes',
      'parterre.fact.outcome': 'applied',
    });
    // The inbox row and what was applied are part of it.
    expect(spanOf('insert inbox')?.spanContext().traceId).toBe(traceId);
    const line = lines.map((each) => JSON.parse(each)).find(({ msg }) => msg === 'a note was read');
    expect(line.trace).toBe(traceId);
  });

  it('is left as it is where nobody records it', async () => {
    const bus = memoryBus();
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
    const facts = [noteFact('NoteWritten', 'k', {}), { ...noteFact('NoteWritten', 'k', {}), traceparent }];
    await publishTraced(bus, facts);
    expect(bus.log.map(({ fact }) => fact)).toEqual(facts);
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it('shows a bus that did not take it', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const publish = async () => {
      throw new Error('no broker');
    };
    const facts = [{ ...noteFact('NoteWritten', 'k', {}), traceparent }];
    await expect(publishTraced({ system: 'kafka', publish }, facts)).rejects.toThrow('no broker');
    expect(exporter.getFinishedSpans()).toMatchObject([{ status: { code: 2, message: 'no broker' } }]);
  });
});
