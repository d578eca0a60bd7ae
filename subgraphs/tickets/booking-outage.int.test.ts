import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { resumeParkedSaga } from '@parterre/platform/saga/saga-store.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf, commandFor, type Mutation } from './testing/operations.ts';
import type { Loss, OperationName } from './testing/other-subgraphs.ts';

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(() => fixture.stop());
afterEach(async () => {
  fixture.others.restore();
  expect(await auditFaults(fixture)).toEqual([]);
});

const losses: readonly Loss[] = ['question', 'answer'];
const eachLoss = (operations: readonly OperationName[]) =>
  operations.flatMap((operation) => losses.map((loss) => ({ operation, loss })));

/** What was silent speaks again, what was begun ends, and the client asks once more with its key. */
async function ending(mutation: Mutation, buyer: Parameters<typeof act>[2], input: object) {
  await fixture.comeToRest();
  const told = await act(fixture.process, mutation, buyer, input);
  return { status: told.booking?.status ?? null, codes: codesOf(told) };
}

describe('while a subgraph is silent the client is told to try again, and what has begun goes on', () => {
  it.each(
    eachLoss([
      'HoldSeats',
      'ReserveDiscount',
      'AuthorizePayment',
      'SellSeats',
      'CapturePayment',
      'CommitDiscount',
    ]),
  )('a paid booking, when the $loss of $operation is lost', async ({ operation, loss }) => {
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
    fixture.others.lose(operation, loss);
    const first = await act(fixture.process, 'createBooking', buyer, input);
    expect(codesOf(first)).toEqual(['TRY_AGAIN']);
    expect(first.booking?.status).not.toBe('CONFIRMED');
    expect(await ending('createBooking', buyer, input)).toEqual({ status: 'CONFIRMED', codes: [] });
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_100n);
  });

  it.each(eachLoss(['VoidPayment', 'ReleaseDiscount', 'ReleaseSeats']))(
    'a booking that is compensated, when the $loss of $operation is lost',
    async ({ operation, loss }) => {
      const buyer = fixture.buyer();
      const input = { ...commandFor(fixture, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
      fixture.others.before('SellSeats', () => {
        for (const id of fixture.others.seats.holds.keys()) fixture.others.seats.expire(id);
      });
      fixture.others.lose(operation, loss);
      const first = await act(fixture.process, 'createBooking', buyer, input);
      expect(codesOf(first)).toEqual(['TRY_AGAIN']);
      expect(first.booking?.status).toBe('AWAITING_PAYMENT');
      expect(await ending('createBooking', buyer, input)).toEqual({
        status: 'EXPIRED',
        codes: ['BOOKING_EXPIRED'],
      });
      expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
    },
  );

  it.each(losses)('captured money that is paid back, when the %s of RefundPayment is lost', async (loss) => {
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
    fixture.others.before('CommitDiscount', () => {
      for (const id of fixture.others.discounts.reservations.keys())
        fixture.others.discounts.release({ bookingId: id });
    });
    fixture.others.lose('RefundPayment', loss);
    expect(codesOf(await act(fixture.process, 'createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await ending('createBooking', buyer, input)).toEqual({
      status: 'CANCELLED',
      codes: ['PAYMENT_DECLINED'],
    });
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it.each(eachLoss(['RefundPayment', 'ReleaseSeats']))(
    'a refund, when the $loss of $operation is lost',
    async ({ operation, loss }) => {
      const buyer = fixture.buyer();
      const { id, tickets } = await book(fixture, buyer, { payNow: true });
      const input = { bookingId: id, ticketIds: [tickets[0]?.id], idempotencyKey: newId() };
      fixture.others.lose(operation, loss);
      const first = await act(fixture.process, 'refundTickets', buyer, input);
      expect(codesOf(first)).toEqual(['TRY_AGAIN']);
      expect(first.booking?.tickets.map(({ status }) => status)).toEqual(['REFUNDING', 'VALID']);
      expect(await ending('refundTickets', buyer, input)).toEqual({
        status: 'PARTIALLY_REFUNDED',
        codes: [],
      });
      expect(fixture.others.wallets.available.get(buyer.userId)).toBe(97_500n);
    },
  );

  it('a cancellation', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.lose('ReleaseSeats', 'question');
    expect(codesOf(await act(fixture.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    const hasty = await fixture.startProcess(undefined, { answerWithinMs: 200 });
    expect(codesOf(await act(hasty, 'payBooking', buyer, { bookingId: id }))).toEqual(['TRY_AGAIN']);
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'CANCELLED', codes: [] });
  });

  it('an outage that outlives the hold ends the booking and takes no money', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.lose('AuthorizePayment', 'answer');
    expect(codesOf(await act(fixture.process, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    fixture.wait(fixture.others.seats.holdMs + 1);
    expect(await ending('payBooking', buyer, input)).toEqual({
      status: 'EXPIRED',
      codes: ['BOOKING_EXPIRED'],
    });
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('a discount that cannot be asked for before the hold ends: nothing is booked', async () => {
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 2), spendPoints: 100, idempotencyKey: newId() };
    fixture.others.lose('ReserveDiscount', 'answer');
    expect(codesOf(await act(fixture.process, 'createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    fixture.wait(fixture.others.seats.holdMs + 1);
    expect(await ending('createBooking', buyer, input)).toEqual({ status: null, codes: ['HOLD_ENDED'] });
  });
});

describe('a hold that ends between two tries to reserve a discount', () => {
  afterEach(() => {
    fixture.others.seats.holdMs = 600_000;
  });

  it('ends the booking there and then, and not at the next try', async () => {
    fixture.others.seats.holdMs = 10_000;
    const input = { ...commandFor(fixture, 2), spendPoints: 100, idempotencyKey: newId() };
    fixture.others.lose('ReserveDiscount', 'question');
    expect(codesOf(await act(fixture.process, 'createBooking', fixture.buyer(), input))).toEqual([
      'TRY_AGAIN',
    ]);
    // Tried again after 1, 2 and 4 s: the next pause, of 8 s, would last for 5 s longer than the hold.
    for (const ms of [1_100, 2_100, 4_100, 2_800]) {
      fixture.wait(ms);
      await fixture.process.runJobs();
    }
    const [key] = await fixture.database.sql<{ outcome: { rejection: { code: string } } | null }>(
      'select outcome from idempotency_keys where key = $1',
      [input.idempotencyKey],
    );
    expect(key?.outcome?.rejection.code).toBe('HOLD_ENDED');
  });
});

describe('at its deadline a request answers, whatever it waits for', () => {
  it('another subgraph that hangs: the saga is taken over at once and not when a lease is over', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.before('AuthorizePayment', () => new Promise(() => {}));
    const hasty = await fixture.startProcess(undefined, { answerWithinMs: 300 });
    const askedBefore = fixture.others.timesRequested('AuthorizePayment');
    // One that has not come so far in its time, on a busy machine, is asked again, as a client would.
    while (fixture.others.timesRequested('AuthorizePayment') === askedBefore) {
      expect(codesOf(await act(hasty, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    }
    await until('the saga to be handed on', async () => {
      const [saga] = await fixture.database.sql<{ is_handed_on: boolean }>(
        'select failures > 0 and lease_owner is null as is_handed_on from sagas where id = $1',
        [id],
      );
      return saga?.is_handed_on === true;
    });
    fixture.others.restore();
    fixture.wait(2_000);
    await fixture.process.runJobs();
    expect(await act(fixture.process, 'payBooking', buyer, input)).toMatchObject({
      booking: { status: 'CONFIRMED' },
      userErrors: [],
    });
  });

  it('a statement that waits for a lock: it is cancelled, and the same key is free to begin', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    const hasty = await fixture.startProcess(undefined, { answerWithinMs: 300 });
    await fixture.database.transaction(async (tx) => {
      await tx.sql('select 1 from bookings where id = $1 for update', [id]);
      expect(codesOf(await act(hasty, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    });
    const paid = await act(fixture.process, 'payBooking', buyer, input);
    expect(paid).toMatchObject({ booking: { status: 'CONFIRMED' }, userErrors: [] });
  });
});

describe('a late answer is compensated', () => {
  it('an authorization that arrives after its void is refused', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    fixture.others.refuse('SellSeats', 'HOLD_EXPIRED');
    await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    const late = fixture.others.wallets.authorize({
      bookingId: id as never,
      attempt: 1,
      userId: buyer.userId,
      amount: { amount: '50.00', currencyCode: 'EUR' },
    });
    expect(late).toMatchObject({ userErrors: [{ code: 'PAYMENT_VOIDED' }] });
  });

  it('a process that was slow captures after another one turned back: the money is refunded', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    // The slow process captures between the other one's refused sale and its void.
    fixture.others.refuse('SellSeats', 'EVENT_NOT_ON_SALE');
    fixture.others.before('VoidPayment', () => {
      fixture.others.wallets.capture({ bookingId: id as never, attempt: 1 });
    });
    const refundsBefore = fixture.others.timesRequested('RefundPayment');
    const failed = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(failed.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'EVENT_CANCELLED' });
    expect(fixture.others.timesRequested('RefundPayment')).toBe(refundsBefore + 1);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('a discount whose older ask arrives after a younger one was refused reserves nothing', async () => {
    const buyer = fixture.buyer();
    const { eventId, seatIds } = commandFor(fixture, 2);
    const input = { eventId, seatIds, spendPoints: 500, idempotencyKey: 'late twin' };
    fixture.others.lose('ReserveDiscount', 'question');
    const begun = await act(fixture.process, 'createBooking', buyer, input);
    expect(codesOf(begun)).toEqual(['TRY_AGAIN']);
    fixture.others.restore();
    fixture.others.refuse('ReserveDiscount', 'INSUFFICIENT_POINTS');
    fixture.clock.aheadMs += 31_000;
    await fixture.process.runJobs();
    expect(codesOf(await act(fixture.process, 'createBooking', buyer, input))).toEqual([
      'INSUFFICIENT_POINTS',
    ]);
    fixture.others.restore();

    const { asked } = fixture.others.subgraphs;
    const ask = asked.findLast(({ operation }) => operation === 'ReserveDiscount')?.variables as {
      input: Parameters<typeof fixture.others.discounts.reserve>[0];
    };
    expect(fixture.others.discounts.reserve(ask.input)).toMatchObject({
      userErrors: [{ code: 'RESERVATION_ENDED' }],
    });
    expect(fixture.others.discounts.stateOf(ask.input.bookingId)).toBe('RELEASED');
  });

  it('a hold that comes late for a booking that was released is refused', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    const { eventId } = fixture.others.seats;
    const late = fixture.others.seats.hold({ bookingId: id as never, eventId, seatIds: [], standing: [] });
    expect(late).toMatchObject({ userErrors: [{ code: 'HOLD_ENDED' }] });
  });
});

describe('a compensation that is refused', () => {
  const parkedCauseOf = async (type: string): Promise<string | undefined> => {
    const [row] = await fixture.database.sql<{ cause: string }>(
      'select parked_cause as cause from sagas where type = $1 and parked_at is not null',
      [type],
    );
    return row?.cause;
  };
  /** A person resumes what is parked, now that it may pass. */
  async function resume(type: string): Promise<void> {
    fixture.others.restore();
    const [row] = await fixture.database.sql<{ id: string }>(
      'select id from sagas where type = $1 and parked_at is not null',
      [type],
    );
    expect(await resumeParkedSaga(fixture.database, row?.id ?? '')).toBe(true);
  }

  it('of the captured money is parked: it is not counted as paid back', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { spendPoints: 100 });
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.refuse('CommitDiscount', 'RESERVATION_RELEASED');
    fixture.others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND');
    expect(codesOf(await act(fixture.process, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await parkedCauseOf('booking')).toContain('PAYMENT_NOT_FOUND');
    await resume('booking');
    expect(await ending('payBooking', buyer, input)).toEqual({
      status: 'CANCELLED',
      codes: ['PAYMENT_DECLINED'],
    });
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('of the seats of a refund is parked: they are not counted as free', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { payNow: true });
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.refuse('ReleaseSeats', 'NOTHING_TO_RELEASE');
    expect(codesOf(await act(fixture.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await parkedCauseOf('refund')).toContain('NOTHING_TO_RELEASE');
    await resume('refund');
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'REFUNDED', codes: [] });
  });

  it('is parked with its cause for a person, never swallowed, and goes on when it is resumed', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { spendPoints: 100 });
    const input = { bookingId: id, idempotencyKey: newId() };
    fixture.others.refuse('ReleaseDiscount', 'RESERVATION_COMMITTED');
    expect(codesOf(await act(fixture.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    await fixture.comeToRest();
    const [parked] = await fixture.database.sql<{ cause: string }>(
      'select parked_cause as cause from sagas where id = $1',
      [id],
    );
    expect(parked?.cause).toContain('RESERVATION_COMMITTED');
    expect((await auditFaults(fixture)).join()).toContain('RESERVATION_COMMITTED');
    expect(await resumeParkedSaga(fixture.database, id)).toBe(true);
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'CANCELLED', codes: [] });
  });
});
