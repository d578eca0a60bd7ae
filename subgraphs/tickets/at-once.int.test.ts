import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked } from '@parterre/contracts/facts/users.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import fc from 'fast-check';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture, type TicketsProcess } from './testing/fixture.ts';
import { act, type ShownPayload } from './testing/operations.ts';

let fixture: TicketsFixture;
let inTransactions: TicketsProcess;
/** Statements that did a whole commit. */
let commitsAtOnce = 0;
beforeAll(async () => {
  fixture = await openTicketsFixture();
  const counted = async (run: () => Promise<object[]>) => {
    const rows = await run();
    commitsAtOnce += rows.length;
    return rows;
  };
  fixture.process = await fixture.startProcess(() => {}, { atOnce: counted });
  inTransactions = await fixture.startProcess(() => {}, { atOnce: async () => [] });
});
afterAll(() => fixture.stop());

const RUNS = 40;
/** The same stories each time: some of them have to be of the kind that is counted at the end. */
const SEED = 20261127;

const buyer = fc.record({ minor: fc.constantFrom(0n, 100_000n), isBlocked: fc.boolean() });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('book' as const),
      key: fc.integer({ min: 1, max: 2 }),
      seats: fc.integer({ min: 1, max: 3 }),
      payNow: fc.constantFrom(true, true, true, false),
      spendPoints: fc.constantFrom(null, null, null, 100),
      expectedTotal: fc.constantFrom(null, null, '1.00'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('pay' as const, 'cancel' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('jobs' as const, 'forget keys' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** One buyer's story in a process; a step that is taken again takes the same seats. */
function storyOf(process: TicketsProcess, caller: UserCaller) {
  const seatsOf = new Map<string, string[]>();
  let last: ShownPayload['booking'] = null;

  return async function run(given: Step): Promise<unknown> {
    switch (given.kind) {
      case 'book': {
        const { key, seats, payNow, spendPoints, expectedTotal } = given;
        const seatIds = seatsOf.get(`${key} ${seats}`) ?? fixture.others.seats.free(seats);
        seatsOf.set(`${key} ${seats}`, seatIds);
        const payload = await act(process, 'createBooking', caller, {
          ...{ eventId: fixture.others.seats.eventId, seatIds, payNow, idempotencyKey: `key ${key}` },
          ...(spendPoints === null ? {} : { spendPoints }),
          ...(expectedTotal && { expectedTotal: { amount: expectedTotal, currencyCode: 'EUR' } }),
        });
        last = payload.booking ?? last;
        return payload;
      }
      case 'pay':
        return last && act(process, 'payBooking', caller, { bookingId: last.id });
      case 'cancel':
        return last && act(process, 'cancelBooking', caller, { bookingId: last.id });
      case 'jobs':
        return process.runJobs();
      case 'forget keys':
        // As prune-idempotency-keys does after its time.
        return fixture.database.sql(
          'delete from idempotency_keys where user_id = $1 and outcome is not null returning 1',
          [caller.userId],
        );
    }
  };
}

/** A buyer's rows and facts, in an order that does not depend on chance. */
async function everything({ userId }: UserCaller): Promise<unknown> {
  const mine = 'in (select id from bookings where user_id = $1)';
  const tables = [
    `select * from bookings where user_id = $1 order by created_at`,
    `select i.* from booking_items i join bookings b on b.id = i.booking_id where b.user_id = $1 order by b.created_at, position`,
    `select t.* from tickets t join bookings b on b.id = t.booking_id where b.user_id = $1 order by b.created_at, position`,
    `select key, operation, outcome from idempotency_keys where user_id = $1 order by created_at, key`,
    `select s.type, s.step, s.state, s.version, s.wake_at is null as rests, s.lease_owner, s.failures, s.faults
     from sagas s where s.id ${mine} or s.state ->> 'userId' = $1::text order by s.created_at`,
  ];
  const facts = (await fixture.service.published()).filter(
    ({ data }) => (data as { userId?: string }).userId === userId,
  );
  return [
    await Promise.all(tables.map((text) => fixture.database.sql(text, [userId]))),
    facts.map(({ id: _id, traceparent: _trace, ...told }) => told),
  ];
}

/** With each identifier as its place in the order in which they appear, and neither moments nor signatures. */
function named(value: unknown): string {
  const seen = new Map<string, string>();
  return JSON.stringify(value, null, 1)
    .replace(/"code": "PT[^"]*"|"code": "[^"]{60,}"/g, '"code": "signed"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'some time')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const name = seen.get(id) ?? `id ${seen.size}`;
      seen.set(id, name);
      return name;
    });
}

async function play(
  process: TicketsProcess,
  { minor, isBlocked }: { readonly minor: bigint; readonly isBlocked: boolean },
  story: readonly Step[],
): Promise<string> {
  const caller = fixture.buyer(minor);
  const blocked = fact(UserBlocked, { userId: caller.userId, reason: 'test' }, fixture.clock.now());
  if (isBlocked) await fixture.service.deliver(blocked);
  const run = storyOf(process, caller);
  const answers: unknown[] = [];
  for (const each of story) answers.push(await run(each));
  return named([caller.userId, answers, await everything(caller)]);
}

describe('one statement and one transaction', () => {
  it('come to the same rows, facts and answers from any state', async () => {
    await fc.assert(
      fc.asyncProperty(buyer, fc.array(step, { minLength: 1, maxLength: 5 }), async (given, story) => {
        const one = await play(fixture.process, given, story);
        expect(one).toBe(await play(inTransactions, given, story));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(commitsAtOnce).toBeGreaterThan(0);
    expect(await auditFaults(fixture)).toEqual([]);
  }, 240_000);
});
