import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { resumeParkedSaga } from '@parterre/platform/saga/saga-store.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { faultsInBooks } from './testing/books.ts';
import { act, book, codesOf, type Mutation, wishFor } from './testing/operations.ts';
import type { Loss, OperationName } from './testing/other-rooms.ts';
import { TicketsHouse } from './testing/tickets-house.ts';

let house: TicketsHouse;
beforeAll(async () => {
  house = await TicketsHouse.open();
});
afterAll(() => house.stop());
afterEach(async () => {
  house.others.restore();
  expect(await faultsInBooks(house)).toEqual([]);
});

const losses: readonly Loss[] = ['question', 'answer'];
const eachLoss = (operations: readonly OperationName[]) =>
  operations.flatMap((operation) => losses.map((loss) => ({ operation, loss })));

/** What was silent speaks again, what was begun ends, and the client asks once more with its key. */
async function ending(mutation: Mutation, buyer: Parameters<typeof act>[2], input: object) {
  await house.comeToRest();
  const told = await act(house.process, mutation, buyer, input);
  return { status: told.booking?.status ?? null, codes: codesOf(told) };
}

describe('while a room is silent the client is told to try again, and what has begun goes on', () => {
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
    const buyer = house.buyer();
    const input = { ...wishFor(house, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
    house.others.lose(operation, loss);
    const first = await act(house.process, 'createBooking', buyer, input);
    expect(codesOf(first)).toEqual(['TRY_AGAIN']);
    expect(first.booking?.status).not.toBe('CONFIRMED');
    expect(await ending('createBooking', buyer, input)).toEqual({ status: 'CONFIRMED', codes: [] });
    expect(house.others.wallets.available.get(buyer.userId)).toBe(95_100n);
  });

  it.each(eachLoss(['VoidPayment', 'ReleaseDiscount', 'ReleaseSeats']))(
    'a booking that is undone, when the $loss of $operation is lost',
    async ({ operation, loss }) => {
      const buyer = house.buyer();
      const input = { ...wishFor(house, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
      house.others.before('SellSeats', () => {
        for (const id of house.others.seats.holds.keys()) house.others.seats.expire(id);
      });
      house.others.lose(operation, loss);
      const first = await act(house.process, 'createBooking', buyer, input);
      expect(codesOf(first)).toEqual(['TRY_AGAIN']);
      expect(first.booking?.status).toBe('AWAITING_PAYMENT');
      expect(await ending('createBooking', buyer, input)).toEqual({
        status: 'EXPIRED',
        codes: ['BOOKING_EXPIRED'],
      });
      expect(house.others.wallets.available.get(buyer.userId)).toBe(100_000n);
    },
  );

  it.each(losses)('captured money that is paid back, when the %s of RefundPayment is lost', async (loss) => {
    const buyer = house.buyer();
    const input = { ...wishFor(house, 2), payNow: true, spendPoints: 100, idempotencyKey: newId() };
    house.others.before('CommitDiscount', () => {
      for (const id of house.others.discounts.reservations.keys())
        house.others.discounts.release({ bookingId: id });
    });
    house.others.lose('RefundPayment', loss);
    expect(codesOf(await act(house.process, 'createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await ending('createBooking', buyer, input)).toEqual({
      status: 'CANCELLED',
      codes: ['PAYMENT_DECLINED'],
    });
    expect(house.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it.each(eachLoss(['RefundPayment', 'ReleaseSeats']))(
    'a refund, when the $loss of $operation is lost',
    async ({ operation, loss }) => {
      const buyer = house.buyer();
      const { id, tickets } = await book(house, buyer, { payNow: true });
      const input = { bookingId: id, ticketIds: [tickets[0]?.id], idempotencyKey: newId() };
      house.others.lose(operation, loss);
      const first = await act(house.process, 'refundTickets', buyer, input);
      expect(codesOf(first)).toEqual(['TRY_AGAIN']);
      expect(first.booking?.tickets.map(({ status }) => status)).toEqual(['REFUNDING', 'VALID']);
      expect(await ending('refundTickets', buyer, input)).toEqual({
        status: 'PARTIALLY_REFUNDED',
        codes: [],
      });
      expect(house.others.wallets.available.get(buyer.userId)).toBe(97_500n);
    },
  );

  it('a cancellation', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.lose('ReleaseSeats', 'question');
    expect(codesOf(await act(house.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    const hasty = await house.startProcess(undefined, { answerWithinMs: 200 });
    expect(codesOf(await act(hasty, 'payBooking', buyer, { bookingId: id }))).toEqual(['TRY_AGAIN']);
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'CANCELLED', codes: [] });
  });

  it('an outage that outlives the hold ends the booking and takes no money', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.lose('AuthorizePayment', 'answer');
    expect(codesOf(await act(house.process, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    house.wait(house.others.seats.holdMs + 1);
    expect(await ending('payBooking', buyer, input)).toEqual({
      status: 'EXPIRED',
      codes: ['BOOKING_EXPIRED'],
    });
    expect(house.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('a discount that cannot be asked for before the hold ends: nothing is booked', async () => {
    const buyer = house.buyer();
    const input = { ...wishFor(house, 2), spendPoints: 100, idempotencyKey: newId() };
    house.others.lose('ReserveDiscount', 'answer');
    expect(codesOf(await act(house.process, 'createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    house.wait(house.others.seats.holdMs + 1);
    expect(await ending('createBooking', buyer, input)).toEqual({ status: null, codes: ['HOLD_ENDED'] });
  });
});

describe('a hold that ends between two tries to reserve a discount', () => {
  afterEach(() => {
    house.others.seats.holdMs = 600_000;
  });

  it('ends the booking there and then, and not at the next try', async () => {
    house.others.seats.holdMs = 10_000;
    const input = { ...wishFor(house, 2), spendPoints: 100, idempotencyKey: newId() };
    house.others.lose('ReserveDiscount', 'question');
    expect(codesOf(await act(house.process, 'createBooking', house.buyer(), input))).toEqual(['TRY_AGAIN']);
    // Tried again after 1, 2 and 4 s: the next pause, of 8 s, would last for 5 s longer than the hold.
    for (const ms of [1_100, 2_100, 4_100, 2_800]) {
      house.wait(ms);
      await house.process.runJobs();
    }
    const [key] = await house.database.sql<{ outcome: { rejection: { code: string } } | null }>(
      'select outcome from idempotency_keys where key = $1',
      [input.idempotencyKey],
    );
    expect(key?.outcome?.rejection.code).toBe('HOLD_ENDED');
  });
});

describe('at its deadline a request answers, whatever it waits for', () => {
  it('another subgraph that hangs: the saga is taken over at once and not when a lease is over', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.before('AuthorizePayment', () => new Promise(() => {}));
    const hasty = await house.startProcess(undefined, { answerWithinMs: 300 });
    const askedBefore = house.others.timesAsked('AuthorizePayment');
    // One that has not come so far in its time, on a busy machine, is asked again, as a client would.
    while (house.others.timesAsked('AuthorizePayment') === askedBefore) {
      expect(codesOf(await act(hasty, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    }
    await until('the saga to be handed on', async () => {
      const [saga] = await house.database.sql<{ is_handed_on: boolean }>(
        'select failures > 0 and lease_owner is null as is_handed_on from sagas where id = $1',
        [id],
      );
      return saga?.is_handed_on === true;
    });
    house.others.restore();
    house.wait(2_000);
    await house.process.runJobs();
    expect(await act(house.process, 'payBooking', buyer, input)).toMatchObject({
      booking: { status: 'CONFIRMED' },
      userErrors: [],
    });
  });

  it('a statement that waits for a lock: it is cancelled, and the same key is free to begin', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    const hasty = await house.startProcess(undefined, { answerWithinMs: 300 });
    await house.database.transaction(async (tx) => {
      await tx.sql('select 1 from bookings where id = $1 for update', [id]);
      expect(codesOf(await act(hasty, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    });
    const paid = await act(house.process, 'payBooking', buyer, input);
    expect(paid).toMatchObject({ booking: { status: 'CONFIRMED' }, userErrors: [] });
  });
});

describe('a late answer is compensated', () => {
  it('an authorization that arrives after its void is refused', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    house.others.refuse('SellSeats', 'HOLD_EXPIRED');
    await act(house.process, 'payBooking', buyer, { bookingId: id });
    const late = house.others.wallets.authorize({
      bookingId: id as never,
      attempt: 1,
      userId: buyer.userId,
      amount: { amount: '50.00', currencyCode: 'EUR' },
    });
    expect(late).toMatchObject({ userErrors: [{ code: 'PAYMENT_VOIDED' }] });
  });

  it('a process that was slow captures after another one turned back: the money is refunded', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    // The slow process captures between the other one's refused sale and its void.
    house.others.refuse('SellSeats', 'EVENT_NOT_ON_SALE');
    house.others.before('VoidPayment', () => {
      house.others.wallets.capture({ bookingId: id as never, attempt: 1 });
    });
    const refundsBefore = house.others.timesAsked('RefundPayment');
    const failed = await act(house.process, 'payBooking', buyer, { bookingId: id });
    expect(failed.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'EVENT_CANCELLED' });
    expect(house.others.timesAsked('RefundPayment')).toBe(refundsBefore + 1);
    expect(house.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('a discount whose older ask arrives after a younger one was refused reserves nothing', async () => {
    const buyer = house.buyer();
    const { eventId, seatIds } = wishFor(house, 2);
    const input = { eventId, seatIds, spendPoints: 500, idempotencyKey: 'late twin' };
    house.others.lose('ReserveDiscount', 'question');
    const begun = await act(house.process, 'createBooking', buyer, input);
    expect(codesOf(begun)).toEqual(['TRY_AGAIN']);
    house.others.restore();
    house.others.refuse('ReserveDiscount', 'INSUFFICIENT_POINTS');
    house.clock.aheadMs += 31_000;
    await house.process.runJobs();
    expect(codesOf(await act(house.process, 'createBooking', buyer, input))).toEqual(['INSUFFICIENT_POINTS']);
    house.others.restore();

    const { asked } = house.others.rooms;
    const ask = asked.findLast(({ operation }) => operation === 'ReserveDiscount')?.variables as {
      input: Parameters<typeof house.others.discounts.reserve>[0];
    };
    expect(house.others.discounts.reserve(ask.input)).toMatchObject({
      userErrors: [{ code: 'RESERVATION_ENDED' }],
    });
    expect(house.others.discounts.stateOf(ask.input.bookingId)).toBe('RELEASED');
  });

  it('a hold that comes late for a booking that was released is refused', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer);
    await act(house.process, 'cancelBooking', buyer, { bookingId: id });
    const { eventId } = house.others.seats;
    const late = house.others.seats.hold({ bookingId: id as never, eventId, seatIds: [], standing: [] });
    expect(late).toMatchObject({ userErrors: [{ code: 'HOLD_ENDED' }] });
  });
});

describe('a compensation that is refused', () => {
  const parkedCauseOf = async (type: string): Promise<string | undefined> => {
    const [row] = await house.database.sql<{ cause: string }>(
      'select parked_cause as cause from sagas where type = $1 and parked_at is not null',
      [type],
    );
    return row?.cause;
  };
  /** A person resumes what is parked, now that it may pass. */
  async function resume(type: string): Promise<void> {
    house.others.restore();
    const [row] = await house.database.sql<{ id: string }>(
      'select id from sagas where type = $1 and parked_at is not null',
      [type],
    );
    expect(await resumeParkedSaga(house.database, row?.id ?? '')).toBe(true);
  }

  it('of the captured money is parked: it is not counted as paid back', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer, { spendPoints: 100 });
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.refuse('CommitDiscount', 'RESERVATION_RELEASED');
    house.others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND');
    expect(codesOf(await act(house.process, 'payBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await parkedCauseOf('booking')).toContain('PAYMENT_NOT_FOUND');
    await resume('booking');
    expect(await ending('payBooking', buyer, input)).toEqual({
      status: 'CANCELLED',
      codes: ['PAYMENT_DECLINED'],
    });
    expect(house.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('of the seats of a refund is parked: they are not counted as free', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer, { payNow: true });
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.refuse('ReleaseSeats', 'NOTHING_TO_RELEASE');
    expect(codesOf(await act(house.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    expect(await parkedCauseOf('refund')).toContain('NOTHING_TO_RELEASE');
    await resume('refund');
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'REFUNDED', codes: [] });
  });

  it('is parked with its cause for a person, never swallowed, and goes on when it is resumed', async () => {
    const buyer = house.buyer();
    const { id } = await book(house, buyer, { spendPoints: 100 });
    const input = { bookingId: id, idempotencyKey: newId() };
    house.others.refuse('ReleaseDiscount', 'RESERVATION_COMMITTED');
    expect(codesOf(await act(house.process, 'cancelBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    await house.comeToRest();
    const [parked] = await house.database.sql<{ cause: string }>(
      'select parked_cause as cause from sagas where id = $1',
      [id],
    );
    expect(parked?.cause).toContain('RESERVATION_COMMITTED');
    expect((await faultsInBooks(house)).join()).toContain('RESERVATION_COMMITTED');
    expect(await resumeParkedSaga(house.database, id)).toBe(true);
    expect(await ending('cancelBooking', buyer, input)).toEqual({ status: 'CANCELLED', codes: [] });
  });
});
