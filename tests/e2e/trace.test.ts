import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openShow } from '../reliability/open-show.ts';
import { eventually } from '../support/eventually.ts';
import { register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { attributeOf, type CollectedSpan, SpanCollector } from '../support/span-collector.ts';

describe('a request leaves one trace', () => {
  let collector: SpanCollector;
  let server: ServerProcess;

  beforeAll(async () => {
    collector = await SpanCollector.start();
    server = await ServerProcess.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  }, 120_000);
  afterAll(async () => {
    await server?.demolish();
    await collector?.stop();
  });

  it('from the gateway through every subgraph it touches, down to SQL, and across the bus', async () => {
    const { eventId } = await openShow(server.client, { seats: 10, price: '10.00' });
    const { seats } = await seatMap(server.client, eventId);
    const buyer = await register(server.client, 'traced');
    await topUp(buyer, '50.00');
    await buyer.client.act('CreateBooking', {
      eventId,
      seatIds: [seats[0]?.seat.id],
      payNow: true,
      idempotencyKey: randomUUID(),
    });

    const trace = await eventually('the whole trace at the collector', () => {
      const booked = collector.spans.find((span) => span.name === 'mutation createBooking');
      const spans = booked ? collector.ofTrace(booked.traceId) : [];
      const root = spans.find((span) => span.name === 'POST /graphql');
      // Who hears of it over the bus comes later, in any order.
      const isWhole = late.every((subgraph) => spans.some((span) => groupOf(span).startsWith(subgraph)));
      return root && isWhole && { root, spans };
    });
    const below = trace.spans.filter((span) => collector.isBelow(span, trace.root));
    const named = (name: RegExp) => below.filter((span) => name.test(span.name));
    const asked = below.map((span) => [attributeOf(span, 'parterre.subgraph'), span.name].join(' '));
    for (const question of [
      'tickets mutation createBooking',
      'events mutation holdSeats',
      'events mutation sellSeats',
      'payments mutation authorizePayment',
      'payments mutation capturePayment',
    ]) {
      expect(asked.filter((each) => each === question)).toEqual([question]);
    }
    expect(named(/^transaction$/).length).toBeGreaterThanOrEqual(6);
    const statements = below.map(({ name }) => name);
    expect(statements).toEqual(expect.arrayContaining([...commits]));
    expect(named(/^send tickets$/).length).toBeGreaterThan(0);
    for (const subgraph of late) {
      expect(below.filter((span) => groupOf(span).startsWith(subgraph)).length).toBeGreaterThan(0);
    }
  });
});

/** Each is a statement, known by what it changes first: hold, book, authorize, sell, capture, confirm. */
const commits = [
  'update event_seats',
  'insert idempotency_keys',
  'insert payments',
  'update holds',
  'update payments',
  'update sagas',
];

/** Who hears of a booking over the bus. */
const late = ['loyalty.', 'analytics.', 'notifications.'];

function groupOf(span: CollectedSpan): string {
  return attributeOf(span, 'messaging.consumer.group.name') ?? '';
}
