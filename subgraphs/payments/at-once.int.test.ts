import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { parseMoney } from '@parterre/contracts/kernel/money.ts';
import { deterministicId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '@parterre/platform/testing/test-database.ts';
import fc from 'fast-check';
import { createPostgresLedger } from './adapters/postgres/ledger.ts';
import { createPostgresPayments } from './adapters/postgres/payments.ts';
import { createPostgresWallets } from './adapters/postgres/wallets.ts';
import { authorizePayment } from './application/authorize-payment.ts';
import { capturePayment } from './application/capture-payment.ts';
import type { Dependencies } from './application/dependencies.ts';
import { voidPayment } from './application/void-payment.ts';
import { walletIdOf } from './domain/account.ts';
import { topUp } from './domain/transfer.ts';
import { paymentsService } from './service.ts';
import { expectSoundLedger } from './testing/expect-sound-ledger.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(paymentsService);
});
afterAll(() => test.drop());

const RUNS = 40;
/** The same stories each time: some of them have to be of the kind that is counted at the end. */
const SEED = 20261127;
const now = new Date('2026-07-01T12:00:00.000Z');

/** What one payer's wallet and attempts are before, and what is asked then. */
const wallet = fc.record({
  isOpen: fc.boolean(),
  minor: fc.constantFrom(0n, 499n, 500n, 501n, 5_000n),
  isFrozen: fc.boolean(),
  currency: fc.constantFrom('EUR' as const, 'USD' as const),
});
const booking = fc.integer({ min: 1, max: 2 });
const attempt = fc.integer({ min: 1, max: 2 });
const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('authorize' as const),
      booking,
      attempt,
      minor: fc.constantFrom('5.00', '7.50'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('capture' as const), booking, attempt: fc.constant(1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), booking, attempt }) },
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;
type Start = typeof wallet extends fc.Arbitrary<infer Value> ? Value : never;

/** The subgraph's dependencies; without `atOnce` every command takes its transaction. */
function dependencies(database: Database, atOnce: boolean, took: { atOnce: number }) {
  const payments = createPostgresPayments(database);
  const counted =
    <Args extends readonly unknown[]>(work: (...args: Args) => Promise<boolean>) =>
    async (...args: Args) => {
      const isDone = atOnce && (await work(...args));
      if (isDone) took.atOnce += 1;
      return isDone;
    };
  return {
    database,
    wallets: createPostgresWallets(database),
    ledger: createPostgresLedger(database),
    payments: {
      ...payments,
      authorizeAtOnce: counted(payments.authorizeAtOnce),
      captureAtOnce: counted(payments.captureAtOnce),
    },
  } as Pick<Dependencies, 'database' | 'wallets' | 'ledger' | 'payments'> as Dependencies;
}

async function open(deps: Dependencies, userId: UserId, { isOpen, minor, isFrozen, currency }: Start) {
  if (!isOpen) return;
  await deps.database.transaction(async (tx) => {
    await deps.wallets.open(tx, userId, currency, now);
    if (minor > 0n) await deps.ledger.record(tx, topUp(walletIdOf(userId), { minor, currency }, now));
    if (isFrozen) await deps.wallets.freeze(tx, userId, now);
  });
}

const bookingOf = (userId: UserId, number: number) => deterministicId<'Booking'>(userId, String(number));

async function run(deps: Dependencies, userId: UserId, given: Command) {
  const bookingId = bookingOf(userId, given.booking);
  const context = { now } as Parameters<typeof authorizePayment>[2];
  const asked = { bookingId, attempt: given.attempt, userId };
  if (given.kind === 'capture') return capturePayment(deps, asked, context);
  if (given.kind === 'void') return voidPayment(deps, asked, context);
  const amount = parseMoney({ amount: given.minor, currencyCode: 'EUR' });
  if (isRejection(amount)) throw new Error(amount.message);
  return authorizePayment(deps, { ...asked, amount }, context);
}

/** A payer's rows and facts, in an order and by names that do not depend on chance. */
async function everything(database: Database, userId: UserId): Promise<unknown> {
  const bookingIds = [1, 2].map((number) => bookingOf(userId, number));
  const tables = [
    database.sql('select * from wallets where user_id = $1', [userId]),
    database.sql(
      'select * from payments where user_id = $1 order by array_position($2::uuid[], booking_id), attempt',
      [userId, bookingIds],
    ),
    database.sql(
      `select t.*, (select json_agg(e order by e.amount_minor) from entries e where e.transfer_id = t.id) as entries
       from transfers t where t.wallet_id = $1 order by t.id`,
      [walletIdOf(userId)],
    ),
    database.sql(`select fact from outbox where fact -> 'data' ->> 'userId' = $1 order by id`, [userId]),
  ];
  return Promise.all(tables);
}

/** With each identifier as its place in the order in which they appear. */
function named(value: unknown): string {
  const seen = new Map<string, string>();
  const text = JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each), 1);
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const name = seen.get(id) ?? `id ${seen.size}`;
    seen.set(id, name);
    return name;
  });
}

describe('one statement and one transaction', () => {
  it('come to the same rows, facts and answers from any state', async () => {
    const took = { atOnce: 0 };
    await fc.assert(
      fc.asyncProperty(wallet, fc.array(command, { minLength: 1, maxLength: 6 }), async (start, commands) => {
        const [atOnce, inTransactions] = await Promise.all(
          [true, false].map(async (isAtOnce) => {
            const userId = newId<'User'>();
            const deps = dependencies(test.database, isAtOnce, took);
            await open(deps, userId, start);
            const answers: unknown[] = [];
            for (const given of commands) {
              answers.push(await run(deps, userId, given).catch((error: Error) => error.message));
            }
            return named([answers, await everything(test.database, userId)]);
          }),
        );
        expect(atOnce).toBe(inTransactions);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(took.atOnce).toBeGreaterThan(0);
    await expectSoundLedger(test.database);
  }, 120_000);
});

describe('a capture', () => {
  const start: Start = { isOpen: true, minor: 5_000n, isFrozen: false, currency: 'EUR' };
  const authorize: Command = { kind: 'authorize', booking: 1, attempt: 1, minor: '5.00' };
  const capture: Command = { kind: 'capture', booking: 1, attempt: 1 };

  /** A process of its own, and how often it looked at a payment. */
  function processOf(database: Database) {
    const looks: string[] = [];
    const looking: Database = {
      ...database,
      sql: (text, params) => {
        looks.push(text);
        return database.sql(text, params);
      },
    };
    return { deps: dependencies(looking, true, { atOnce: 0 }), looks };
  }

  it('looks only at a payment that another process has authorized', async () => {
    const [one, other] = [processOf(test.database), processOf(test.database)];
    for (const capturing of [one, other]) {
      const userId = newId<'User'>();
      await open(one.deps, userId, start);
      await run(one.deps, userId, authorize);
      expect(await run(capturing.deps, userId, capture)).toMatchObject({ status: 'CAPTURED' });
      // Again: what it came to is read.
      expect(await run(capturing.deps, userId, capture)).toMatchObject({ status: 'CAPTURED' });
    }
    expect([one.looks.length, other.looks.length]).toEqual([1, 2]);
    await expectSoundLedger(test.database);
  });

  it('finds out what another process has done with a payment that this one authorized', async () => {
    const [one, other] = [processOf(test.database), processOf(test.database)];
    const userId = newId<'User'>();
    await open(one.deps, userId, start);
    await run(one.deps, userId, authorize);
    await run(other.deps, userId, { kind: 'void', booking: 1, attempt: 1 });
    expect(await run(one.deps, userId, capture)).toMatchObject({ code: 'PAYMENT_VOIDED' });
    await expectSoundLedger(test.database);
  });
});
