import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { startTestKafka, type TestKafka } from '@parterre/platform/testing/test-kafka.ts';
import pg from 'pg';
import { printSecrets } from '../../ops/cli/secrets.ts';
import { type PostgresServer, startPostgres } from '../../ops/launch/postgres/server.ts';
import { fleetingSettings } from '../../ops/launch/postgres/settings.ts';
import { eventually } from '../support/eventually.ts';
import { composeAsWritten, readCompose } from './compose-file.ts';
import {
  type ComposeOnThisMachine,
  composeOnThisMachine,
  createDatabases,
  type Running,
} from './running-compose.ts';

const kafka: TestKafka | null = await startTestKafka();
afterAll(() => kafka?.stop());

/** Ten processes that each load all of Node's modules at once, on a machine that others use. */
const PATIENCE_MS = 240_000;

(kafka ? describe : describe.skip)('what docker-compose.yml starts', () => {
  const running: Running[] = [];
  let compose: ComposeOnThisMachine;
  let postgres: PostgresServer;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'parterre-deploy-'));
    const wishes = { format: undefined, adminEmail: undefined, postgres: undefined };
    const env = (await printSecrets(wishes)).json as Record<string, string>;
    postgres = await startPostgres({
      dataDir,
      password: env.POSTGRES_PASSWORD ?? '',
      settings: fleetingSettings,
    });
    await createDatabases(postgres.url('postgres'), env);
    const prefix = `deploy-${process.pid}.`;
    compose = await composeOnThisMachine(
      readCompose({ ...env, PAYMENT_PROVIDER: 'demo' }),
      { 'postgres:5432': new URL(postgres.url('')).host, 'kafka:9092': kafka?.brokers.join(',') ?? '' },
      { KAFKA_PREFIX: prefix, HOST: '127.0.0.1' },
    );
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, PATIENCE_MS);

  function start(name: string): Running {
    const one = compose.start(name);
    running.push(one);
    return one;
  }

  /** Started again when it fails, as often as the file's `on-failure` says. */
  async function toItsEnd(name: string): Promise<{ code: number | null; output: string }> {
    const tries = Number(composeAsWritten().services[name]?.restart?.split(':')[1]);
    for (let once = start(name), attempt = 0; ; once = start(name), attempt += 1) {
      const code = await once.ended;
      if (code === 0 || attempt >= tries) return { code, output: once.output() };
    }
  }

  /** Each asked by its own health check; the bound is the test's. */
  async function untilHealthy(services: readonly Running[]): Promise<void> {
    for (const one of services) {
      const isHealthy = async () => one.hasEnded() || (await one.health()) === 0;
      await eventually(`${one.name} to be healthy`, isHealthy, PATIENCE_MS);
      if (one.hasEnded()) throw new Error(`${one.name} has ended:\n${one.output()}`);
    }
  }

  it(
    'makes tables and topics, serves, sells, and stops when it is told to',
    async () => {
      const lines = subgraphNames.map((name) => `${name}: the database is up to date`);
      expect(await toItsEnd('migrate')).toEqual({ code: 0, output: `${lines.join('\n')}\n` });
      expect(await toItsEnd('topics')).toMatchObject({
        code: 0,
        output: expect.stringContaining('12 partitions, 1 copies'),
      });

      const services = ['gateway', ...subgraphNames].map(start);
      await untilHealthy(services);
      expect(await toItsEnd('demo')).toMatchObject({
        code: 0,
        output: expect.stringContaining('the demo is complete'),
      });
      expect(await countedTogether(postgres.url('gateway'))).toContain('logins-to-one-account');

      for (const { child } of services) child.kill('SIGTERM');
      for (const one of services) {
        expect([one.name, await one.ended]).toEqual([one.name, 0]);
        expect(await one.health()).toBe(1);
      }
    },
    3 * PATIENCE_MS,
  );
});

/** The rules that the gateway has counted in its database. */
async function countedTogether(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ rule: string }>(
      `select distinct split_part(key, ' ', 1) as rule from rates`,
    );
    return rows.map(({ rule }) => rule);
  } finally {
    await client.end();
  }
}
