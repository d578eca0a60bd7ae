import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countDeadLetters } from '../inbox/dead-letters.ts';
import { handleDelivery } from '../inbox/handle-delivery.ts';
import { systemClock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { housekeeping } from '../service/housekeeping.ts';
import type { FactConsumer } from '../service/service.ts';
import { type Logger, silentLogger } from '../telemetry/logger.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import { noteFact } from '../testing/note-service.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createServiceOperations, type ServiceOperations } from './service-operations.ts';

let test: TestDatabase;
let bus: ReturnType<typeof memoryBus>;
let operations: ServiceOperations;
let isRefused: boolean;
let applied: string[];
let logged: unknown[];

const consumer: FactConsumer = {
  name: 'write-note',
  topic: 'users',
  begins: 'first-kept',
  types: ['UserSeen'],
  async apply({ fact }) {
    const { text } = fact.data as { text: string };
    if (isRefused) throw new Error(`${text} cannot be read`);
    applied.push(text);
  },
};

beforeEach(async () => {
  test = await createTestDatabase();
  bus = memoryBus();
  isRefused = true;
  applied = [];
  logged = [];
  const warn: Logger['warn'] = (fields, message) => void logged.push([fields, message]);
  operations = createServiceOperations({
    service: 'notes',
    database: test.database,
    bus,
    clock: systemClock,
    logger: { ...silentLogger, warn },
    consumers: () => [consumer],
  });
});
afterEach(() => test.drop());

let position = 0;
async function layAside(key: string, text: string): Promise<void> {
  position += 1;
  const delivered = {
    fact: noteFact('UserSeen', key, { text }, 'users'),
    position: String(position).padStart(16, '0'),
  };
  await handleDelivery(test.database, consumer, delivered, { clock: systemClock, logger: silentLogger });
}

const letters = () => operations.deadLetters({ limit: 100, after: null });
const asOperator = {
  caller: { kind: 'user', userId: newId<'User'>(), role: 'OPERATOR', sessionId: newId() },
  now: new Date(),
} as const;

/** What the running service does once a second. */
async function retryWhatIsDue(): Promise<void> {
  const job = housekeeping(test.database, [consumer]).find(({ name }) => name.startsWith('retry'));
  await job?.run({ now: new Date(Date.now() + 1_000) });
}

describe('the dead letters of a service', () => {
  it('are shown with what failed, how often and why, and with those that wait behind them', async () => {
    await layAside('ada', 'first');
    await layAside('ada', 'second');
    const [first, second] = await letters();
    expect(first).toMatchObject({
      id: expect.stringMatching(/^notes\/\d+$/),
      service: 'notes',
      consumer: 'write-note',
      status: 'FAILED',
      topic: 'users',
      key: 'ada',
      factType: 'UserSeen',
      attempts: 5,
      error: 'Error: first cannot be read',
      retryAt: expect.any(Date),
      payload: '{"text":"first"}',
      isPayloadCut: false,
    });
    expect(second).toMatchObject({ status: 'WAITING', attempts: 0, error: null, retryAt: null });
    expect(await operations.deadLetterCount()).toBe(2);
  });

  it('show no more than 4,000 characters of a payload, and say so', async () => {
    await layAside('ada', 'x'.repeat(5_000));
    const [letter] = await letters();
    expect(letter?.payload).toHaveLength(4_000);
    expect(letter?.isPayloadCut).toBe(true);
  });

  it('come in pages, the oldest first, each once', async () => {
    for (const key of ['a', 'b', 'c']) await layAside(key, key);
    const first = await operations.deadLetters({ limit: 2, after: null });
    const second = await operations.deadLetters({ limit: 2, after: first.at(-1)?.number ?? null });
    expect([...first, ...second].map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('are tried again at once when somebody says so, with those behind them', async () => {
    await layAside('ada', 'first');
    await layAside('ada', 'second');
    await test.database.sql('update dead_letters set retry_at = null');
    const [, second] = await letters();
    isRefused = false;
    const outcome = await operations.retryDeadLetter({ deadLetterId: second?.id ?? '' });
    expect(outcome).toMatchObject({ id: second?.id });
    await retryWhatIsDue();
    expect(applied).toEqual(['first', 'second']);
    expect(await letters()).toEqual([]);
  });

  it('are dropped with a reason, which the log keeps with who dropped what; those behind go on', async () => {
    await layAside('ada', 'first');
    await layAside('ada', 'second');
    const [first] = await letters();
    isRefused = false;
    const deadLetterId = first?.id ?? '';
    const outcome = await operations.dropDeadLetter({ deadLetterId, reason: ' written twice ' }, asOperator);
    expect(outcome).toEqual(first);
    await retryWhatIsDue();
    expect(applied).toEqual(['second']);
    expect(logged).toEqual([
      [
        {
          deadLetterId,
          consumer: 'write-note',
          fact: first?.factId,
          type: 'UserSeen',
          key: 'ada',
          by: asOperator.caller.userId,
          reason: 'written twice',
        },
        'a dead letter was dropped: its fact will never be applied',
      ],
    ]);
  });

  it.each(['', '   ', 'x'.repeat(501)])('are not dropped for the reason "%.10s"', async (reason) => {
    await layAside('ada', 'first');
    const [first] = await letters();
    const outcome = await operations.dropDeadLetter({ deadLetterId: first?.id ?? '', reason }, asOperator);
    expect(outcome).toMatchObject({ code: 'INVALID_REASON', field: ['reason'] });
    expect(await countDeadLetters(test.database)).toEqual(new Map([['write-note', 1]]));
    expect(logged).toEqual([]);
  });

  it.each(['', 'notes/0', 'other/1', 'notes/1/1', 'notes/x', randomUUID()])(
    'of another service, or none at all, are not found: "%s"',
    async (deadLetterId) => {
      await layAside('ada', 'first');
      const notFound = { code: 'DEAD_LETTER_NOT_FOUND', field: ['deadLetterId'] };
      expect(await operations.retryDeadLetter({ deadLetterId })).toMatchObject(notFound);
      expect(await operations.dropDeadLetter({ deadLetterId, reason: 'none' }, asOperator)).toMatchObject(
        notFound,
      );
      expect(await operations.deadLetterCount()).toBe(1);
    },
  );
});

describe('what a service is at', () => {
  it('is nothing while it rests', async () => {
    expect(await operations.outbox()).toEqual({ length: 0, oldestSince: null });
    expect(await operations.sagas()).toEqual([]);
    expect(await operations.overdueWork(new Date())).toEqual([]);
    expect(await operations.provider()).toBeNull();
  });

  it('shows facts that are not published, and since when', async () => {
    const since = new Date('2027-03-01T18:30:00.000Z');
    await test.database.sql("insert into outbox (fact, created_at) values ('{}', $1), ('{}', now())", [
      since,
    ]);
    expect(await operations.outbox()).toEqual({ length: 2, oldestSince: since });
  });

  it('shows what a consumer has before it, when it was heard of, and what it laid aside', async () => {
    await layAside('ada', 'first');
    await bus.publish([1, 2, 3].map((n) => noteFact('UserSeen', 'ada', { text: `${n}` }, 'users')));
    const at = new Date('2027-03-01T18:30:00.000Z');
    await test.database.sql("insert into consumer_groups (name) values ('notes.write-note')");
    await test.database.sql(
      `insert into consumer_positions (group_name, part, position, stored_at)
       values ('notes.write-note', 'users', '0000000000000001', $1)`,
      [at],
    );
    const [status] = await operations.consumers();
    expect(status).toMatchObject({ name: 'write-note', topic: 'users', lastHeardOf: at, deadLetterCount: 1 });
    expect(await status?.backlog()).toMatchObject({ facts: 2, oldestAt: expect.any(Date) });
  });

  it('shows a consumer that was never heard of', async () => {
    const [status] = await operations.consumers();
    expect(status).toMatchObject({ name: 'write-note', lastHeardOf: null, deadLetterCount: 0 });
  });

  it('shows open sagas by step, those that wait for a person among them, and those that nobody takes up', async () => {
    await test.database.sql(
      `insert into sagas (id, type, step, state, wake_at, parked_at, parked_cause) values
         (gen_random_uuid(), 'order', 'waiting', '{}', now() + interval '1 hour', null, null),
         (gen_random_uuid(), 'order', 'waiting', '{}', now() - interval '2 minutes', null, null),
         (gen_random_uuid(), 'order', 'charge', '{}', now() - interval '1 second', null, null),
         (gen_random_uuid(), 'order', 'charge', '{}', null, now(), 'refused'),
         (gen_random_uuid(), 'order', 'done', '{}', null, null, null)`,
    );
    const oldestSince = expect.any(Date);
    expect(await operations.sagas()).toEqual([
      { type: 'order', step: 'charge', count: 2, parkedCount: 1, oldestSince },
      { type: 'order', step: 'waiting', count: 2, parkedCount: 0, oldestSince },
    ]);
    expect(await operations.overdueWork(new Date())).toEqual([
      { kind: 'SAGA_NOT_DRIVEN', count: 1, oldestSince },
    ]);
  });
});
