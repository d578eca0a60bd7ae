import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture, type TicketsProcess } from './testing/fixture.ts';
import { act, book, codesOf, commandFor, type ShownPayload } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture();
});
afterEach(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

const blockingOf = ({ userId }: UserCaller) =>
  fact(UserBlocked, { userId, reason: 'test' }, fixture.clock.now());
const block = (user: UserCaller) => fixture.service.deliver(blockingOf(user));
const unblock = ({ userId }: UserCaller) =>
  fixture.service.deliver(fact(UserUnblocked, { userId }, fixture.clock.now()));

/** What became of the bookings of a user. */
const endsOf = ({ userId }: UserCaller) =>
  fixture.database.sql<{ status: string; reason: string | null }>(
    'select status, cancellation_reason as reason from bookings where user_id = $1',
    [userId],
  );
const cancelled = { status: 'CANCELLED', reason: 'USER_BLOCKED' };

/** A process that stops just before its commit number `nth`, until it is told to go on. */
async function pausedBeforeCommit(nth: number) {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  let commits = 0;
  const process = await fixture.startProcess(async () => {
    commits += 1;
    if (commits !== nth) return;
    reached.resolve();
    await goOn.promise;
  });
  return { process, reached: reached.promise, goOn: goOn.resolve };
}

/** Applies UserBlocked in a transaction that stays open until it is told to commit. */
async function beginBlocking(user: UserCaller) {
  const applied = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const consumer = fixture.service.service.consumers?.find(({ types }) => types.includes(UserBlocked.type));
  const committed = fixture.database.transaction(async (tx) => {
    await consumer?.apply({ fact: blockingOf(user), position: '1' }, { tx, now: new Date() });
    applied.resolve();
    await goOn.promise;
  });
  await Promise.race([applied.promise, committed]);
  return {
    commit: () => {
      goOn.resolve();
      return committed;
    },
  };
}

/** Resolves when the work is done or has to wait for a lock of somebody else. */
async function doneOrWaiting(work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  await until('the work to be done or to wait for a lock', async () => {
    const waiting = await fixture.database.sql(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return isDone || waiting.length > 0;
  });
}

const command = (more: object = {}) => ({ ...commandFor(fixture, 2), idempotencyKey: newId(), ...more });
const create = (process: TicketsProcess, buyer: UserCaller, input: object): Promise<ShownPayload> =>
  act(process, 'createBooking', buyer, input);

/** Nothing was booked, and nothing is held, reserved or paid for it. */
async function expectNothingLeft(buyer: UserCaller, refused: ShownPayload): Promise<void> {
  expect(refused.booking).toBeNull();
  expect(codesOf(refused)).toEqual(['BUYER_BLOCKED']);
  expect(await endsOf(buyer)).toEqual([]);
  expect(fixture.others.seats.takenBy.size).toBe(0);
  expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  expect(fixture.others.timesRequested('AuthorizePayment')).toBe(0);
}

describe('a booking that begins at the moment when its buyer is blocked', () => {
  it('ends when it comes first: the block waits for it', async () => {
    const buyer = fixture.buyer();
    const { process, reached, goOn } = await pausedBeforeCommit(1);
    const booking = create(process, buyer, command());
    await reached;
    const blocking = block(buyer);
    await doneOrWaiting(blocking);
    goOn();
    expect(codesOf(await booking)).toEqual([]);
    await blocking;
    await fixture.process.runJobs();
    expect(await endsOf(buyer)).toEqual([cancelled]);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });

  it('ends when it comes first with its price still to be asked', async () => {
    const buyer = fixture.buyer();
    const { process, reached, goOn } = await pausedBeforeCommit(1);
    const isPriced = Promise.withResolvers<void>();
    fixture.others.before('ReserveDiscount', () => isPriced.promise);
    const booking = create(process, buyer, command({ spendPoints: 100 }));
    await reached;
    const blocking = block(buyer);
    await doneOrWaiting(blocking);
    goOn();
    await blocking;
    await fixture.process.runJobs();
    isPriced.resolve();
    await expectNothingLeft(buyer, await booking);
  });

  it.each([
    ['unpaid', {}],
    ['with points', { spendPoints: 100 }],
  ])('has claimed no key that others wait for while it waits for the block (%s)', async (_what, more) => {
    const buyer = fixture.buyer();
    const blocking = await beginBlocking(buyer);
    const booking = create(fixture.process, buyer, command(more));
    await doneOrWaiting(booking);
    // Whoever has written a row has an identifier of its transaction, and others wait for that.
    const writing = await fixture.database.sql(
      `select waits.pid from pg_locks waits join pg_locks held using (pid)
       where not waits.granted and held.granted and held.locktype = 'transactionid'`,
    );
    await blocking.commit();
    await expectNothingLeft(buyer, await booking);
    expect(writing).toEqual([]);
  });

  it.each([
    ['unpaid', {}],
    ['paid at once', { payNow: true }],
    ['with points', { spendPoints: 100 }],
  ])('is refused when it comes second: it waits for the block (%s)', async (_what, more) => {
    const buyer = fixture.buyer();
    const blocking = await beginBlocking(buyer);
    const booking = create(fixture.process, buyer, command(more));
    await doneOrWaiting(booking);
    await blocking.commit();
    await expectNothingLeft(buyer, await booking);
  });

  it('is refused when the block comes while its seats are being held', async () => {
    const buyer = fixture.buyer();
    fixture.others.before('HoldSeats', () => block(buyer));
    await expectNothingLeft(buyer, await create(fixture.process, buyer, command({ payNow: true })));
  });

  it('does not wait for another booking of the same buyer', async () => {
    const buyer = fixture.buyer();
    const { process, reached, goOn } = await pausedBeforeCommit(1);
    const slow = create(process, buyer, command());
    await reached;
    expect(codesOf(await create(fixture.process, buyer, command()))).toEqual([]);
    goOn();
    expect(codesOf(await slow)).toEqual([]);
  });

  it('does not wait for the block of somebody else', async () => {
    const blocking = await beginBlocking(fixture.buyer());
    expect((await book(fixture, fixture.buyer())).status).toBe('AWAITING_PAYMENT');
    await blocking.commit();
  });
});

describe('a booking that is being priced when its buyer is blocked', () => {
  const sagaEnds = () =>
    fixture.database.sql<{ step: string; reason: string }>(
      `select step, state->'phase'->'ending'->>'reason' as reason from sagas`,
    );

  it.each([
    ['to be paid later', false],
    ['to be paid at once', true],
  ])('ends with everything compensated, and the late discount is refused (%s)', async (_what, payNow) => {
    const buyer = fixture.buyer();
    fixture.others.before('ReserveDiscount', async () => {
      await block(buyer);
      await fixture.process.runJobs();
    });
    await expectNothingLeft(
      buyer,
      await create(fixture.process, buyer, command({ promoCode: 'FREE', payNow })),
    );
    expect(await sagaEnds()).toEqual([{ step: 'done', reason: 'USER_BLOCKED' }]);
    expect([...fixture.others.discounts.reservations.values()]).toMatchObject([{ state: 'RELEASED' }]);
  });

  it('ends as soon as it stands when its price came first: the block waits for it', async () => {
    const buyer = fixture.buyer();
    const { process, reached, goOn } = await pausedBeforeCommit(2);
    const booking = create(process, buyer, command({ spendPoints: 100 }));
    await reached;
    const blocking = block(buyer);
    await doneOrWaiting(blocking);
    goOn();
    await Promise.all([booking, blocking]);
    await fixture.process.runJobs();
    expect(await endsOf(buyer)).toEqual([cancelled]);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });
});

describe('a blocked buyer', () => {
  it('can pay for nothing that the block has ended', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    await block(buyer);
    await fixture.process.runJobs();
    const late = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(late)).toEqual(['BOOKING_ENDED']);
    expect(late.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'USER_BLOCKED' });
    expect(fixture.others.timesRequested('AuthorizePayment')).toBe(0);
  });

  it('books again when let in, though a refusal stays the answer to its key', async () => {
    const buyer = fixture.buyer();
    await block(buyer);
    const input = command();
    const refused = await create(fixture.process, buyer, input);
    expect(codesOf(refused)).toEqual(['BUYER_BLOCKED']);
    await unblock(buyer);
    expect(await create(fixture.process, buyer, input)).toEqual(refused);
    expect(codesOf(await create(fixture.process, buyer, { ...input, idempotencyKey: newId() }))).toEqual([]);
    await block(buyer);
    await fixture.process.runJobs();
    expect(await endsOf(buyer)).toEqual([cancelled]);
  });
});
