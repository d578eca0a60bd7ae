import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openShow } from '../reliability/open-show.ts';
import { eventually } from '../support/eventually.ts';
import { register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { SpanCollector } from '../support/span-collector.ts';

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
      const booked = collector.spans.find((span) => span.name === 'tickets mutation createBooking');
      const spans = booked ? collector.ofTrace(booked.traceId) : [];
      const root = spans.find((span) => span.name === 'POST /graphql');
      // Who hears of it over the bus comes later, in any order.
      const late = ['loyalty ', 'analytics ', 'notifications '];
      const isWhole = late.every((subgraph) => spans.some((span) => span.name.startsWith(subgraph)));
      return root && isWhole && { root, spans };
    });
    const below = (name: RegExp) =>
      trace.spans.filter((span) => name.test(span.name) && collector.isBelow(span, trace.root));
    expect(below(/^tickets mutation createBooking/)).toHaveLength(1);
    expect(below(/^events mutation holdSeats/)).toHaveLength(1);
    expect(below(/^events mutation sellSeats/)).toHaveLength(1);
    expect(below(/^payments mutation authorizePayment/)).toHaveLength(1);
    expect(below(/^payments mutation capturePayment/)).toHaveLength(1);
    expect(below(/^db\.transaction/).length).toBeGreaterThanOrEqual(6);
    expect(below(/^db\.query/).length).toBeGreaterThan(0);
    expect(below(/^loyalty /).length).toBeGreaterThan(0);
    expect(below(/^analytics /).length).toBeGreaterThan(0);
    expect(below(/^notifications /).length).toBeGreaterThan(0);
  });
});
