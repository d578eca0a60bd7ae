import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { noClusterHere } from '../support/cluster-at-hand.ts';
import { ClusterProcess } from '../support/cluster-process.ts';
import { eventually } from '../support/eventually.ts';
import { MapHistory } from '../support/live-map/map-history.ts';
import { MapWatcher } from '../support/live-map/map-watcher.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { runCollection } from '../support/run-collection.ts';
import { type Show, seatMap } from '../support/shows.ts';
import { SpanCollector } from '../support/span-collector.ts';
import { openShow } from './open-show.ts';

const SEATS = 40;
const TEST_TIMEOUT_MS = 300_000;

const reason = await noClusterHere();
if (reason) process.stderr.write(`the tests on a cluster do not run: ${reason}\n`);

(reason ? describe.skip : describe)('a cluster is one installation', () => {
  let collector: SpanCollector;
  let cluster: ClusterProcess;
  let show: Show;
  let buyer: Actor;

  beforeAll(async () => {
    collector = await SpanCollector.start();
    cluster = await ClusterProcess.start([], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    show = await openShow(gateway(0), { seats: SEATS, price: '1.00' });
    buyer = await register(gateway(0), 'buyer');
    await topUp(buyer, '100.00');
  }, 600_000);
  afterAll(async () => {
    await cluster?.demolish();
    await collector?.stop();
  }, 180_000);

  function gateway(index: number) {
    const client = cluster.clients[index];
    if (!client) throw new Error(`expected a gateway ${index}`);
    return client;
  }

  it(
    'shows the same map, version by version, through either gateway',
    async () => {
      const history = new MapHistory();
      const broken = Promise.withResolvers<never>();
      broken.promise.catch(() => undefined);
      const watchers = cluster.state.gateways.map(
        (url, index) =>
          new MapWatcher({
            host: '127.0.0.1',
            port: Number(new URL(url).port),
            eventId: show.eventId,
            id: `watcher-${index}`,
            history,
            // Two maps under one version are a fault, and so is a delta that does not begin where the watcher stands.
            onFault: (fault) => broken.reject(fault),
          }),
      );
      expect(watchers).toHaveLength(2);
      try {
        await Promise.all(watchers.map((watcher) => watcher.connect()));
        for (let bought = 0; bought < 10; bought += 1) await book(bought % 2, bought);
        const { version, states } = await seatMap(gateway(0), show.eventId);
        expect(states).toBe('S'.repeat(10).padEnd(SEATS, 'F'));
        const allThere = eventually('both to hold the newest map', () =>
          watchers.every(({ map }) => map?.version === version && map.states === states),
        );
        await Promise.race([allThere, broken.promise]);
        expect((await seatMap(gateway(1), show.eventId)).version).toBe(version);
      } finally {
        for (const watcher of watchers) watcher.cut('end');
      }
    },
    TEST_TIMEOUT_MS,
  );

  it(
    'leaves one trace of a booking, with spans of every process that had to do with it',
    async () => {
      collector.spans.length = 0;
      await book(0, 20);
      const involved = ['gateway', ...subgraphNames.filter((name) => name !== 'users')];
      const trace = await eventually(
        'the whole trace at the collector',
        () => {
          const booked = collector.spans.find(({ name }) => name === 'mutation createBooking');
          const spans = booked ? collector.ofTrace(booked.traceId) : [];
          const services = new Set(spans.map(({ service }) => service));
          const missing = involved.filter((name) => !services.has(name));
          if (missing.length > 0) throw new Error(`there is nothing of ${missing.join(', ')}`);
          return spans;
        },
        120_000,
      );
      const root = trace.find(({ name }) => name === 'POST /graphql');
      expect(root?.service).toBe('gateway');
      const astray = trace.filter((span) => root && span !== root && !collector.isBelow(span, root));
      expect(astray.map(({ service, name }) => `${service} ${name}`)).toEqual([]);
    },
    TEST_TIMEOUT_MS,
  );

  it(
    'passes the postman collection',
    async () => {
      const { outcome, code } = await runCollection(cluster.state.gateways[1] as string);
      expect(outcome).toMatchObject({ failures: [] });
      expect(outcome?.assertions).toBeGreaterThan(100);
      expect(code).toBe(0);
    },
    TEST_TIMEOUT_MS,
  );

  async function book(at: number, seat: number): Promise<void> {
    const { seats } = await seatMap(gateway(at), show.eventId);
    await gateway(at)
      .as(buyer.client.accessToken as string)
      .act('CreateBooking', {
        eventId: show.eventId,
        seatIds: [seats[seat]?.seat.id],
        payNow: true,
        idempotencyKey: randomUUID(),
      });
  }
});
