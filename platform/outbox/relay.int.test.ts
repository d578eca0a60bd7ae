import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Bus, FactEnvelope } from '../bus/bus.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import { noteFact } from '../testing/note-service.ts';
import { createTestDatabase, interruptDatabase, type TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { type Relay, startRelay } from './relay.ts';

let test: TestDatabase;
let relays: Relay[];
/** What the bus has taken, as texts, and what it does before it does so. */
let taken: string[];
let beforeTaking: (facts: readonly FactEnvelope[]) => Promise<void>;
let afterTaking: () => Promise<void>;
let bus: Bus;

beforeEach(async () => {
  relays = [];
  taken = [];
  beforeTaking = async () => {};
  afterTaking = async () => {};
  bus = {
    ...memoryBus(),
    async publish(facts) {
      await beforeTaking(facts);
      taken.push(...facts.map(textOf));
      await afterTaking();
    },
  };
  test = await createTestDatabase({ onFactsCommitted: () => relays[0]?.wake() });
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await test.drop();
});

const textOf = (fact: FactEnvelope) => (fact.data as { text: string }).text;
const publish = (...texts: string[]) =>
  test.database.transaction((tx) =>
    tx.publish(...texts.map((text) => noteFact('NoteWritten', 'k', { text }))),
  );
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `n${from + index}`);
const waiting = () => test.database.sql('select 1 from outbox');

function start(pollMs?: number): Relay {
  const relay = startRelay({
    subgraph: 'notifications',
    databaseUrl: test.url,
    bus,
    logger: silentLogger,
    pollMs,
  });
  relays.push(relay);
  return relay;
}

describe('the relay', () => {
  it('publishes what was committed, in order, and empties the outbox', async () => {
    await publish(...numbered(1, 3));
    start();
    await publish(...numbered(4, 6));
    await until('all facts to be published', () => taken.length >= 6);
    expect(taken).toEqual(numbered(1, 6));
    await until('the outbox to be empty', async () => (await waiting()).length === 0);
  });

  it('carries more than one batch without a pause', async () => {
    await publish(...numbered(1, 1_700));
    start();
    await until('all facts to be published', () => taken.length >= 1_700);
    expect(taken).toEqual(numbered(1, 1_700));
  });

  it('does not miss a fact whose transaction began early and committed late', async () => {
    const slow = new Client({ connectionString: test.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query('insert into outbox (fact) values ($1)', [
      JSON.stringify(noteFact('NoteWritten', 'k', { text: 'early and late' })),
    ]);
    // It commits while the relay has the later fact in hand.
    beforeTaking = async (facts) => {
      if (!facts.some((fact) => textOf(fact) === 'after it')) return;
      await slow.query('commit');
      await slow.end();
      beforeTaking = async () => {};
    };
    start();
    await publish('after it');
    await until('the early fact to be published', () => taken.includes('early and late'));
    expect(taken).toEqual(['after it', 'early and late']);
  });

  it('is woken by a commit, and does not wait for its next look', async () => {
    // The next look is further away than any test waits.
    start(3_600_000);
    for (const text of numbered(1, 10)) {
      await publish(text);
      await until('the fact to be published', () => taken.includes(text));
    }
  });

  it('keeps a fact until the bus has acknowledged it, and its order through refusals', async () => {
    let refusals = 2;
    beforeTaking = async () => {
      if (refusals-- > 0) throw new Error('the bus is away');
    };
    start();
    await publish(...numbered(1, 3));
    await publish(...numbered(4, 5));
    await until('all facts to be published', () => taken.length >= 5);
    expect(taken).toEqual(numbered(1, 5));
  });

  it('publishes again what it could not delete, so that nothing is lost', async () => {
    let restore: (() => Promise<void>) | undefined;
    afterTaking = async () => {
      restore ??= await interruptDatabase(new URL(test.url).pathname.slice(1));
    };
    await publish('one', 'two');
    start();
    await until('the facts to be published', () => restore !== undefined);
    expect(taken).toEqual(['one', 'two']);
    await restore?.();
    await until('the facts to be published again', () => taken.length === 4);
    expect(taken).toEqual(['one', 'two', 'one', 'two']);
    await until('the outbox to be empty', async () => (await waiting()).length === 0);
  });

  it('is one of several, and another takes over when it stops', async () => {
    let atOnce = 0;
    let mostAtOnce = 0;
    beforeTaking = async () => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise(setImmediate);
      atOnce -= 1;
    };
    const first = start();
    await publish('first');
    await until('the first to be published', () => taken.length === 1);
    start();
    start();
    for (const text of numbered(1, 20)) await publish(text);
    await until('all to be published', () => taken.length === 21);
    await first.stop();
    await publish('last');
    await until('the last to be published', () => taken.includes('last'));
    expect(taken).toEqual(['first', ...numbered(1, 20), 'last']);
    expect(mostAtOnce).toBe(1);
  });

  it('publishes what was committed before its stop', async () => {
    const relay = start();
    await publish('warm');
    await until('the relay to be up', () => taken.length === 1);
    relays = [];
    await publish('last');
    await relay.stop();
    expect(taken).toEqual(['warm', 'last']);
  });
});
