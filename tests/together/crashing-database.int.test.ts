import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Bus, FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import { type RunningService, runService } from '@parterre/platform/service/run-service.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { fakeSubgraphs } from '@parterre/platform/testing/fake-subgraphs.ts';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import { createEmptyDatabase, dropDatabase } from '@parterre/platform/testing/test-database.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { until } from '@parterre/platform/testing/until.ts';
import pg from 'pg';
import type { PostgresServer } from '../../ops/launch/postgres/server.ts';
import { durableSettings } from '../../ops/launch/postgres/settings.ts';
import { supervisePostgres } from '../../ops/launch/postgres/supervise.ts';
import { analyticsService } from '../../subgraphs/analytics/service.ts';
import { openAnalyticsFixture } from '../../subgraphs/analytics/testing/fixture.ts';
import { Show } from '../../subgraphs/analytics/testing/show.ts';

const ROUNDS = amountOf('databaseKills');
/** Servers are made and started anew. */
jest.setTimeout(45_000 * ROUNDS);

/** Facts of a round; the server is killed when it has so many of them. */
const FACTS = 400;
const KILLED_AFTER = 150;

/** A commit that does not wait for the disk is lost for as long as PostgreSQL lets it lie: here 10 s. */
const forgetful = {
  ...durableSettings,
  fsync: 'off',
  synchronous_commit: 'off',
  wal_writer_delay: '10s',
  shared_buffers: '16MB',
};

let dataDir: string;
let server: PostgresServer;
let log: { name: string; bus: Bus };
let analytics: RunningService;
let url: string;
/** Every fact that the consumer was done with, each time that it was. */
const done: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parterre-crash-'));
  server = await supervisePostgres(
    { dataDir, password: 'parterre', settings: forgetful },
    silentLogger,
    () => {},
  );
  await query(server.url('postgres'), 'create database analytics');
  url = server.url('analytics');
  const { name, url: logUrl } = await createEmptyDatabase();
  const bus = await openEmbeddedBus({ url: logUrl, logger: silentLogger });
  log = { name, bus };
  analytics = await runService(analyticsService, {
    databaseUrl: url,
    bus: {
      ...bus,
      consume: (options) =>
        bus.consume({
          ...options,
          async handle(delivered) {
            await options.handle(delivered);
            done.push(delivered.fact.id);
          },
        }),
    },
    subgraphs: fakeSubgraphs(),
    env: {},
    logger: silentLogger,
    serviceTokens: testServiceTokens(),
  });
});
afterAll(async () => {
  await analytics?.stop();
  await log?.bus.close();
  if (log) await dropDatabase(log.name);
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function query<Row extends object>(at: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: at, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // A server that is killed tells by the statement that fails.
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** How many facts the server knows; 0 while it does not answer. */
async function known(): Promise<number> {
  try {
    const [row] = await query<{ count: string }>(url, 'select count(*) from kept_facts');
    return Number(row?.count);
  } catch {
    return 0;
  }
}

async function killServer(): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

const sums = `select event_id, sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::int as revenue
              from sales group by event_id order by event_id`;

it('a server that is killed under a consumer that does not wait for the disk loses no fact, and applies none twice', async () => {
  const shows = Array.from({ length: 8 }, () => new Show());
  const facts: FactEnvelope[] = shows.map((show) => show.published());
  await log.bus.publish(facts);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = facts.length;
    const more = Array.from({ length: FACTS / 2 }, (_, n) => {
      const booking = (shows[n % shows.length] as Show).booked(2, '2027-02-01T10:30:00Z');
      return [booking.fact, booking.refund(1, '2027-02-02T10:30:00Z')];
    }).flat();
    facts.push(...more);
    for (let at = 0; at < more.length; at += 50) await log.bus.publish(more.slice(at, at + 50));
    await until('the consumer to be in the middle', async () => (await known()) >= before + KILLED_AFTER);
    await killServer();
    await until(
      `the server to know all facts of round ${round}`,
      async () => (await known()) === facts.length,
    );
  }

  const fixture = await openAnalyticsFixture();
  await fixture.deliverAll(...facts);
  const expected = await fixture.database.sql(sums);
  await fixture.stop();
  expect(await query(url, sums)).toEqual(expected);
  // The crashes took commits with them, or nothing would have been proved.
  expect(done.length).toBeGreaterThan(facts.length + ROUNDS);
});
