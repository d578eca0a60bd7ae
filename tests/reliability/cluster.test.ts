import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { allFacts } from '@parterre/contracts/facts/all.ts';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { openKafkaBus } from '@parterre/platform/bus/kafka/kafka-bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { roundsOf } from '@parterre/platform/testing/reliability-scale.ts';
import { auditAtRest, auditedDatabases } from '../../ops/audit/audit.ts';
import { noClusterHere } from '../support/cluster-at-hand.ts';
import { ClusterProcess } from '../support/cluster-process.ts';
import { eventually } from '../support/eventually.ts';
import { FOR_EVER_MS, Market } from './market.ts';

const BUYERS = 20;
const SEATS = 120;
const HOLD_SECONDS = 3;
/** A process that is stopped is killed by the launcher when it has been silent for so long. */
const SILENCE_SECONDS = 10;
/** Answers between one blow and the next. */
const ANSWERS_BETWEEN = 20;
const REST_PATIENCE_MS = 120_000;
const BUS_GONE_MS = 30_000;
/** Longer than anybody waits for an answer of it. */
const DATABASE_GONE_MS = 15_000;
const KILL_ROUNDS = roundsOf('clusterKillRounds');
const OUTAGES = roundsOf('clusterOutages');
/** Of a round; for what hangs. */
const TEST_TIMEOUT_MS = 900_000;

const reason = await noClusterHere();
if (reason) process.stderr.write(`the tests on a cluster do not run: ${reason}\n`);

(reason ? describe.skip : describe)(`a cluster under ${BUYERS} buyers`, () => {
  let cluster: ClusterProcess;
  let bus: Bus;
  let market: Market;

  beforeAll(async () => {
    cluster = await ClusterProcess.start(['--replicas', 'tickets=2'], {
      CLUSTER_SILENCE_SECONDS: String(SILENCE_SECONDS),
    });
    bus = await openKafkaBus({
      brokers: cluster.state.brokers,
      topics: subgraphNames,
      logger: silentLogger,
      onCrash: () => undefined,
    });
    market = await Market.prepare({
      clients: cluster.clients,
      buyers: BUYERS,
      seats: SEATS,
      holdSeconds: HOLD_SECONDS,
    });
  }, TEST_TIMEOUT_MS);
  afterAll(async () => {
    await bus?.close();
    await cluster?.demolish();
  }, 180_000);
  afterEach(() => market?.close());

  it(
    'keeps every promise though each of its processes is killed with -9',
    async () => {
      market.open();
      for (const { name } of KILL_ROUNDS.flatMap(() => cluster.state.processes)) {
        await moreAnswers();
        await market.waits.take();
        await cluster.untilBack(cluster.signal(name, 'SIGKILL'));
        await expectNobodyWaited(`${name} killed`);
      }
      await moreAnswers();
      await market.close();
      await expectInOrder();
    },
    KILL_ROUNDS.length * TEST_TIMEOUT_MS,
  );

  it(
    'keeps every promise though each service is stopped without a word',
    async () => {
      market.open();
      for (const { name, kind } of KILL_ROUNDS.flatMap(() => cluster.state.processes)) {
        if (kind !== 'service') continue;
        await moreAnswers();
        await market.waits.take();
        await cluster.untilBack(cluster.signal(name, 'SIGSTOP'));
        await expectNobodyWaited(`${name} stopped without a word`);
      }
      await moreAnswers();
      await market.close();
      await expectInOrder();
    },
    KILL_ROUNDS.length * TEST_TIMEOUT_MS,
  );

  it(
    'sells on while the bus is gone, and tells everything afterwards',
    async () => {
      market.open();
      for (const _ of OUTAGES) {
        await moreAnswers();
        await market.waits.take();
        const goOn = cluster.freeze('kafka-1');
        try {
          const before = market.confirmed;
          const goneAt = performance.now();
          await eventually(
            'bookings without a bus',
            () => market.confirmed > before + BUYERS && performance.now() - goneAt > BUS_GONE_MS,
            REST_PATIENCE_MS,
          );
        } finally {
          goOn();
        }
        await expectNobodyWaited(`the bus gone for ${BUS_GONE_MS / 1000} s`);
      }
      await market.close();
      await expectInOrder();
    },
    OUTAGES.length * TEST_TIMEOUT_MS,
  );

  it(
    'keeps every promise though PostgreSQL is stopped without a word, and goes on with it',
    async () => {
      market.open();
      for (const _ of OUTAGES) {
        await moreAnswers();
        await market.waits.take();
        const goOn = cluster.freeze('postgres');
        try {
          const goneAt = performance.now();
          await eventually('it to be missed', () => performance.now() - goneAt > DATABASE_GONE_MS);
        } finally {
          goOn();
        }
        const before = market.confirmed;
        await eventually('bookings again', () => market.confirmed > before + BUYERS, REST_PATIENCE_MS);
        await expectNobodyWaited(`PostgreSQL stopped for ${DATABASE_GONE_MS / 1000} s`);
      }
      await market.close();
      await expectInOrder();
    },
    OUTAGES.length * TEST_TIMEOUT_MS,
  );

  it(
    'takes every fact twice, late, and one in each topic that nobody can read',
    async () => {
      const seen = new Set<string>();
      const copies: Promise<void>[] = [];
      // Each fact comes again, behind what has come since.
      const tail = await bus.tail({
        topics: subgraphNames,
        handle({ fact }) {
          if (seen.has(fact.id)) return;
          seen.add(fact.id);
          copies.push(bus.publish([fact]));
        },
      });
      market.open();
      await moreAnswers();
      const poison = allFacts.map(({ type, subgraph }) => ({
        specversion: '1.0' as const,
        id: newId<'Fact'>(),
        type,
        source: subgraph,
        subject: newId<'Nobody'>(),
        time: new Date().toISOString(),
        datacontenttype: 'application/json' as const,
        data: { poison: true },
      }));
      await bus.publish(poison);
      await moreAnswers();
      await market.close();
      await Promise.all(copies);
      await tail.stop();
      expect(copies.length).toBeGreaterThan(2 * ANSWERS_BETWEEN);
      const poisonIds = new Set<unknown>(poison.map(({ id }) => id));
      await expectInOrder((row) => 'fact_id' in row && poisonIds.has(row.fact_id));
      // Every consumer had all of its facts twice, and every type that anybody reads has laid one aside.
      const applied = await cluster.total('parterre_facts_handled_total', { outcome: 'applied' });
      const duplicates = await cluster.total('parterre_facts_handled_total', { outcome: 'duplicate' });
      expect(applied).toBeGreaterThan(0);
      expect(duplicates).toBeGreaterThan(copies.length / 2);
      expect(await cluster.total('parterre_facts_handled_total', { outcome: 'dead_letter' })).toBeGreaterThan(
        subgraphNames.length,
      );
    },
    TEST_TIMEOUT_MS,
  );

  async function moreAnswers(): Promise<void> {
    const enough = market.answers + ANSWERS_BETWEEN;
    await eventually(`${enough} answers`, () => market.answers >= enough, REST_PATIENCE_MS);
  }

  /** For ever, that is; how long the longest wait was is told for docs/scale.md. */
  async function expectNobodyWaited(fault: string): Promise<void> {
    const { answerMs, outcomeMs } = await market.waits.take();
    const [answer, outcome] = [answerMs, outcomeMs].map((ms) => (ms / 1000).toFixed(1));
    process.stderr.write(`${fault}: waited at most ${answer} s for an answer, ${outcome} s for an outcome\n`);
    expect(Math.max(answerMs, outcomeMs)).toBeLessThan(FOR_EVER_MS);
  }

  /**
   * Also that holds ran out and payments were undone meanwhile: else little was tried.
   *
   * @param isMeant of the rows of a breach, those that the test itself has brought about
   */
  async function expectInOrder(isMeant: (row: object) => boolean = () => false): Promise<void> {
    const { confirmed, refunded, expired } = await market.expectPromisesKept();
    expect([confirmed, refunded, expired].every((count) => count > 0)).toBe(true);
    const urls = JSON.parse(await readFile(join(cluster.dataDir, 'cluster', 'databases.json'), 'utf8'));
    await eventually(
      'the books to be in order',
      async () => {
        const found = await auditAtRest(auditedDatabases(urls));
        const breaches = found.filter(({ rows }) => !rows.every(isMeant));
        if (breaches.length > 0) throw new Error(JSON.stringify(breaches, null, 1));
        return true;
      },
      REST_PATIENCE_MS,
    );
  }
});
