import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeliveredFact, type FactEnvelope, PositionsMoved } from '../bus/bus.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Database } from '../postgres/database.ts';
import { DatabaseUnavailable } from '../postgres/errors.ts';
import { housekeeping } from '../service/housekeeping.ts';
import type { FactConsumer } from '../service/service.ts';
import { SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { barrier } from '../testing/barrier.ts';
import { noteFact } from '../testing/note-service.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { consumerPositions, listConsumerPositions, rewindConsumer } from './consumer-positions.ts';
import { countDeadLetters, dropDeadLetter, listDeadLetters, retryAllNow, retryNow } from './dead-letters.ts';
import { handleDelivery, MAX_ATTEMPTS } from './handle-delivery.ts';
import { replayDeadLetters } from './replay-dead-letters.ts';

let test: TestDatabase;
/** Facts that the consumer refuses, by their text, and how often it still does. */
let refusals: Map<string, number>;
let attempts: string[];
let onApply: (text: string) => Promise<void>;
let positions = 0;

const consumer: FactConsumer = {
  name: 'write-note',
  topic: 'users',
  begins: 'first-kept',
  types: ['UserSeen'],
  async apply({ fact }, { tx }) {
    const text = textOf(fact);
    attempts.push(text);
    await tx.sql('insert into notes (key, text) values ($1, $2)', [fact.subject, text]);
    await onApply(text);
    const left = refusals.get(text) ?? 0;
    if (left > 0) {
      refusals.set(text, left - 1);
      throw new Error(`${text} cannot be read`);
    }
    await tx.publish(noteFact('NoteWritten', fact.subject, { text }));
  },
};

beforeEach(async () => {
  test = await createTestDatabase({
    migrations: [
      {
        name: '0001-notes',
        up: 'create table notes (id bigint generated always as identity, key text, text text)',
      },
    ],
  });
  refusals = new Map();
  attempts = [];
  onApply = async () => {};
});
afterEach(() => test.drop());

const seen = (key: string, text: string): DeliveredFact => {
  positions += 1;
  return {
    fact: noteFact('UserSeen', key, { text }, 'users'),
    position: String(positions).padStart(16, '0'),
  };
};
const textOf = (fact: FactEnvelope) => (fact.data as { text: string }).text;
const handle = (delivered: DeliveredFact) =>
  handleDelivery(test.database, consumer, delivered, { clock: systemClock, logger: silentLogger });

async function notes(): Promise<string[]> {
  const rows = await test.database.sql<{ text: string }>('select text from notes order by id');
  return rows.map((row) => row.text);
}
/** The database, with something that happens before the statements that contain a text. */
function beforeStatement(part: string, happens: () => Promise<void>): Database {
  return {
    ...test.database,
    transaction: (work) =>
      test.database.transaction((tx) =>
        work({
          ...tx,
          async sql(text, params) {
            if (text.includes(part)) await happens();
            return tx.sql(text, params);
          },
        }),
      ),
  };
}

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await test.database.sql(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

async function letters(): Promise<string[]> {
  const all = await listDeadLetters(test.database, 100);
  return all.map((letter) => `${letter.status} ${textOf(letter.fact)}`);
}

describe('the inbox', () => {
  it('applies a fact once, however often and however closely it is delivered', async () => {
    const fact = seen('ada', 'one');
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => handle(fact)));
    expect(outcomes.toSorted()).toEqual(['applied', ...Array.from({ length: 9 }, () => 'duplicate')]);
    expect(await notes()).toEqual(['one']);
    expect(await test.database.sql('select 1 from outbox')).toHaveLength(1);
  });

  it('lets each consumer have its own effect of one fact', async () => {
    const fact = seen('ada', 'one');
    await handle(fact);
    const another = { ...consumer, name: 'write-another-note' };
    expect(
      await handleDelivery(test.database, another, fact, { clock: systemClock, logger: silentLogger }),
    ).toBe('applied');
    expect(await notes()).toEqual(['one', 'one']);
  });

  it('passes over types that the consumer does not ask for', async () => {
    const { fact, position } = seen('ada', 'one');
    expect(await handle({ fact: { ...fact, type: 'UserUnseen' }, position })).toBe('ignored');
    expect(await test.database.sql('select 1 from inbox')).toEqual([]);
  });

  it('tries a failing fact again, and leaves nothing of the failed tries', async () => {
    refusals.set('one', MAX_ATTEMPTS - 1);
    expect(await handle(seen('ada', 'one'))).toBe('applied');
    expect(attempts).toHaveLength(MAX_ATTEMPTS);
    expect(await notes()).toEqual(['one']);
    expect(await letters()).toEqual([]);
  });
});

describe('a fact that keeps failing', () => {
  beforeEach(async () => {
    refusals.set('poison', Number.POSITIVE_INFINITY);
    await handle(seen('ada', 'before'));
    await handle(seen('ada', 'poison'));
  });

  it('lies in a dead letter with its cause after five tries', async () => {
    const [letter] = await listDeadLetters(test.database, 100);
    expect(letter).toMatchObject({
      consumer: 'write-note',
      status: 'FAILED',
      cause: 'Error: poison cannot be read',
      attempts: MAX_ATTEMPTS,
    });
    expect(attempts.filter((each) => each === 'poison')).toHaveLength(MAX_ATTEMPTS);
    expect(await notes()).toEqual(['before']);
  });

  it('makes later facts of its key wait, and lets other keys flow', async () => {
    const later = seen('ada', 'later');
    expect(await handle(later)).toBe('waiting');
    expect(await handle(later)).toBe('duplicate');
    expect(await handle(seen('bob', 'other'))).toBe('applied');
    expect(await notes()).toEqual(['before', 'other']);
    expect(await letters()).toEqual(['FAILED poison', 'WAITING later']);
    expect(await countDeadLetters(test.database)).toEqual(new Map([['write-note', 2]]));
  });

  it('does not make a fact wait that was applied before it', async () => {
    const early = seen('bob', 'early');
    await handle(early);
    refusals.set('poison too', Number.POSITIVE_INFINITY);
    await handle(seen('bob', 'poison too'));
    expect(await handle(early)).toBe('duplicate');
    expect(await letters()).toEqual(['FAILED poison', 'FAILED poison too']);
  });

  it('is delivered again without another effect', async () => {
    const [letter] = await listDeadLetters(test.database, 1);
    if (!letter) throw new Error('expected a dead letter');
    expect(await handle({ fact: letter.fact, position: letter.position })).toBe('duplicate');
    expect(await letters()).toEqual(['FAILED poison']);
  });

  it('is replayed in order with those behind it, and then the key flows again', async () => {
    await handle(seen('ada', 'later'));
    await handle(seen('ada', 'latest'));
    refusals.clear();
    expect(await replayDeadLetters(test.database, consumer, 'ada', new Date())).toEqual({
      applied: 3,
      stoppedBy: null,
    });
    expect(await notes()).toEqual(['before', 'poison', 'later', 'latest']);
    expect(await letters()).toEqual([]);
    expect(await handle(seen('ada', 'next'))).toBe('applied');
  });

  it('stays, with its new cause, when the replay fails; so do those behind it', async () => {
    await handle(seen('ada', 'later'));
    const { applied, stoppedBy } = await replayDeadLetters(test.database, consumer, 'ada', new Date());
    expect(applied).toBe(0);
    expect(stoppedBy?.message).toBe('poison cannot be read');
    expect(await letters()).toEqual(['FAILED poison', 'WAITING later']);
    const [letter] = await listDeadLetters(test.database, 1);
    expect(letter?.attempts).toBe(MAX_ATTEMPTS + 1);
  });

  it('stops the replay at the first letter that fails', async () => {
    for (const text of ['later', 'bad', 'last']) await handle(seen('ada', text));
    refusals = new Map([['bad', Number.POSITIVE_INFINITY]]);
    const { applied, stoppedBy } = await replayDeadLetters(test.database, consumer, 'ada', new Date());
    expect(applied).toBe(2);
    expect(stoppedBy?.message).toBe('bad cannot be read');
    expect(await letters()).toEqual(['FAILED bad', 'WAITING last']);
  });

  it('keeps the order when a fact arrives in the middle of its replay', async () => {
    refusals.clear();
    const inReplay = barrier(2);
    const mayEnd = Promise.withResolvers<void>();
    onApply = async (text) => {
      if (text !== 'poison') return;
      await inReplay();
      await mayEnd.promise;
    };
    const replay = replayDeadLetters(test.database, consumer, 'ada', new Date());
    await inReplay();
    const arriving = handle(seen('ada', 'arriving'));
    mayEnd.resolve();
    await replay;
    await arriving;
    await replayDeadLetters(test.database, consumer, 'ada', new Date());
    expect(await notes()).toEqual(['before', 'poison', 'arriving']);
    expect(await letters()).toEqual([]);
  });

  it('leaves no fact behind that begins to wait just when the last letter is replayed', async () => {
    refusals.clear();
    let replay: Promise<unknown> | undefined;
    // When the arriving fact has seen the letter and is about to wait behind it, the replay begins; it may
    // go on as far as it can.
    const arriving = beforeStatement('insert into dead_letters', async () => {
      replay ??= replayDeadLetters(test.database, consumer, 'ada', new Date());
      await Promise.race([replay, until('the replay to wait for a lock', isSomebodyWaiting)]);
    });
    expect(
      await handleDelivery(arriving, consumer, seen('ada', 'arriving'), {
        clock: systemClock,
        logger: silentLogger,
      }),
    ).toBe('waiting');
    await replay;
    expect(await letters()).toEqual([]);
    expect(await notes()).toEqual(['before', 'poison', 'arriving']);
  });

  it('is not applied again when somebody else has applied its fact meanwhile', async () => {
    const [letter] = await listDeadLetters(test.database, 1);
    await test.database.sql("insert into inbox (consumer, fact_id) values ('write-note', $1)", [
      letter?.fact.id,
    ]);
    refusals.clear();
    expect(await replayDeadLetters(test.database, consumer, 'ada', new Date())).toEqual({
      applied: 1,
      stoppedBy: null,
    });
    expect(await notes()).toEqual(['before']);
    expect(await letters()).toEqual([]);
  });

  it('is not tried by a replay while another subgraph is away: that is no fault of the fact', async () => {
    onApply = async () => {
      throw new SubgraphUnavailable('events', new Error('away'));
    };
    for (let tries = 0; tries < 3; tries += 1) {
      const { stoppedBy } = await replayDeadLetters(test.database, consumer, 'ada', new Date());
      expect(stoppedBy).toBeInstanceOf(SubgraphUnavailable);
    }
    const [letter] = await listDeadLetters(test.database, 1);
    expect(letter).toMatchObject({ attempts: MAX_ATTEMPTS, cause: 'Error: poison cannot be read' });
    expect(letter?.retryAt?.getTime()).toBeGreaterThan(Date.now());
    onApply = async () => {};
    refusals.clear();
    expect(await replayDeadLetters(test.database, consumer, 'ada', new Date())).toEqual({
      applied: 1,
      stoppedBy: null,
    });
  });

  it('dropped by a person is never applied, and those behind it are tried at once', async () => {
    const poison = (await listDeadLetters(test.database, 1))[0];
    await handle(seen('ada', 'later'));
    expect(await dropDeadLetter(test.database, poison?.id ?? '')).toBe(true);
    expect(await dropDeadLetter(test.database, poison?.id ?? '')).toBe(false);
    expect(await letters()).toEqual(['WAITING later']);
    refusals.clear();
    for (const job of housekeeping(test.database, [consumer]))
      await job.run({ now: new Date(Date.now() + 1_000) });
    expect(await notes()).toEqual(['before', 'later']);
    if (poison) expect(await handle(poison)).toBe('duplicate');
    expect(await notes()).toEqual(['before', 'later']);
  });

  it('is tried at once when a person says so, with those behind it, also by naming one of those', async () => {
    await handle(seen('ada', 'later'));
    await test.database.sql('update dead_letters set retry_at = null');
    refusals.clear();
    const [, later] = await listDeadLetters(test.database, 2);
    expect(await retryNow(test.database, later?.id ?? '')).toBe(true);
    for (const job of housekeeping(test.database, [consumer]))
      await job.run({ now: new Date(Date.now() + 1_000) });
    expect(await notes()).toEqual(['before', 'poison', 'later']);
    expect(await retryNow(test.database, later?.id ?? '')).toBe(false);
    expect(await retryAllNow(test.database)).toBe(0);
  });

  it('is replayed once when two people ask for it', async () => {
    await handle(seen('ada', 'later'));
    refusals.clear();
    const replays = await Promise.all(
      [1, 2].map(() => replayDeadLetters(test.database, consumer, 'ada', new Date())),
    );
    expect(replays.map((each) => each.applied).reduce((a, b) => a + b)).toBe(2);
    expect(await notes()).toEqual(['before', 'poison', 'later']);
  });
});

describe('a fact that was applied while somebody slow was still trying it', () => {
  it('lies in no dead letter, and nothing waits behind it', async () => {
    const fact = seen('ada', 'one');
    refusals.set('one', MAX_ATTEMPTS);
    let isApplied = false;
    const slow: Database = {
      ...test.database,
      async sql(text, params) {
        if (text.includes('into dead_letters') && !isApplied) {
          isApplied = true;
          refusals.clear();
          expect(await handle(fact)).toBe('applied');
        }
        return test.database.sql(text, params);
      },
    };
    expect(await handleDelivery(slow, consumer, fact, { clock: systemClock, logger: silentLogger })).toBe(
      'duplicate',
    );
    expect(await letters()).toEqual([]);
    expect(await handle(seen('ada', 'next'))).toBe('applied');
    expect(await notes()).toEqual(['one', 'next']);
  });
});

describe('a fact that heals', () => {
  const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
  const retries = () =>
    housekeeping(test.database, [consumer]).filter(({ name }) => name.startsWith('retry'));
  async function retryAt(now: Date): Promise<void> {
    for (const job of retries()) await job.run({ now });
  }
  const nextTry = async () => {
    const [row] = await test.database.sql<{ seconds: string | null }>(
      "select extract(epoch from retry_at - now()) as seconds from dead_letters where status = 'FAILED'",
    );
    return row?.seconds == null ? null : Math.round(Number(row.seconds));
  };

  it('after five minutes is applied without a person, and so is what waited behind it', async () => {
    refusals.set('one', Number.POSITIVE_INFINITY);
    await handle(seen('ada', 'one'));
    await handle(seen('ada', 'two'));
    const pauses: (number | null)[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      pauses.push(await nextTry());
      await retryAt(after(3_600));
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    refusals.clear();
    await retryAt(after(30));
    expect(await notes()).toEqual([]);
    await retryAt(after(61));
    expect(await notes()).toEqual(['one', 'two']);
    expect(await letters()).toEqual([]);
  });

  it('never is left to a person after half an hour of tries', async () => {
    refusals.set('one', Number.POSITIVE_INFINITY);
    await handle(seen('ada', 'one'));
    let waitedS = 0;
    for (let next = await nextTry(); next !== null; next = await nextTry()) {
      waitedS += next;
      await retryAt(after(3_600));
    }
    expect(waitedS).toBeGreaterThan(1_800);
    expect(await letters()).toEqual(['FAILED one']);
  });
});

describe('an outage', () => {
  it('of the database is no fault of the fact: it is thrown on, and there is no dead letter', async () => {
    const restore = await test.interrupt();
    await expect(handle(seen('ada', 'one'))).rejects.toBeInstanceOf(DatabaseUnavailable);
    await restore();
    expect(await letters()).toEqual([]);
  });

  it('of the database in the middle of applying is none either', async () => {
    let restore = async () => {};
    onApply = async () => {
      restore = await test.interrupt();
    };
    const fact = seen('ada', 'one');
    await expect(handle(fact)).rejects.toBeInstanceOf(DatabaseUnavailable);
    await restore();
    onApply = async () => {};
    expect(attempts).toHaveLength(1);
    expect(await handle(fact)).toBe('applied');
    expect(await notes()).toEqual(['one']);
  });

  it('of another subgraph is none either', async () => {
    onApply = async () => {
      throw new SubgraphUnavailable('events', new Error('away'));
    };
    await expect(handle(seen('ada', 'one'))).rejects.toBeInstanceOf(SubgraphUnavailable);
    expect(attempts).toHaveLength(1);
    expect(await letters()).toEqual([]);
  });
});

describe('a member of a group whose database has crashed', () => {
  it('stores no position any more, though the take-over was lost in the crash', async () => {
    const group = 'notifications.write-note';
    const [lived, tookOver] = [1, 2].map(() => consumerPositions(test.database, group, false));
    await lived?.load(['users']);
    // What a crash leaves: the commit of the take-over was not on the disk yet, and the table of members is empty.
    await test.database.sql('delete from consumer_groups');
    await test.database.sql('truncate consumer_members');
    await tookOver?.load(['users']);
    await expect(lived?.store(new Map([['users', '7']]))).rejects.toBeInstanceOf(PositionsMoved);
    await tookOver?.store(new Map([['users', '3']]));
    expect(await listConsumerPositions(test.database)).toMatchObject([
      { group, topic: 'users', positions: new Map([['users', '3']]) },
    ]);
  });
});

describe('members of a group that own different parts', () => {
  const group = 'notifications.write-note';
  const at = (positions: Record<string, string>) => new Map(Object.entries(positions));
  const stored = async () => (await listConsumerPositions(test.database))[0]?.positions;
  const members = () => [1, 2].map(() => consumerPositions(test.database, group, false));

  it('store each their own, and one that has lost a part is told', async () => {
    const [first, second] = members();
    await first?.load(['users/0', 'users/1']);
    await first?.store(at({ 'users/0': '3', 'users/1': '4' }));
    expect(await second?.load(['users/1'])).toEqual(at({ 'users/1': '4' }));
    await second?.store(at({ 'users/1': '9' }));
    await expect(first?.store(at({ 'users/0': '5', 'users/1': '5' }))).rejects.toBeInstanceOf(PositionsMoved);
    expect(await stored()).toEqual(at({ 'users/0': '5', 'users/1': '9' }));
    await first?.store(at({ 'users/0': '6' }));
    expect(await stored()).toEqual(at({ 'users/0': '6', 'users/1': '9' }));
  });

  it('are all told that the group was rewound, and begin anew from there', async () => {
    const [first, second] = members();
    await first?.load(['users/0']);
    await second?.load(['users/1']);
    await second?.store(at({ 'users/1': '9' }));
    expect(await rewindConsumer(test.database, group, at({ 'users/0': '1', 'users/1': '2' }))).toBe(true);
    for (const [member, part] of [[first, 'users/0'] as const, [second, 'users/1'] as const]) {
      await expect(member?.store(at({ [part]: '7' }))).rejects.toBeInstanceOf(PositionsMoved);
    }
    expect(await second?.load(['users/0', 'users/1'])).toEqual(at({ 'users/0': '1', 'users/1': '2' }));
    expect(await rewindConsumer(test.database, 'notifications.no-such')).toBe(false);
  });
});
