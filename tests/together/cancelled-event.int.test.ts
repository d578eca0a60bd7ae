import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { ShownBooking } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
/** Facts of tickets that tests before this one caused. */
let earlier = 0;
beforeAll(async () => {
  // What the policy would give back: a cancelled event gives everything.
  server = await wireSubgraphs({ refundTiers: [{ hoursBefore: 0, percent: 50 }] });
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await server.nextShow();
  earlier = (await server.tickets.published()).length;
});
afterEach(async () => expect(await server.breaches()).toEqual([]));

interface Bought {
  readonly buyer: UserCaller;
  readonly booking: ShownBooking;
}

async function buy(seats: number, more: object = {}, given?: UserCaller): Promise<Bought> {
  const buyer = given ?? (await server.buyer({ money: '100.00' }));
  const input = { eventId: server.show.eventId, seatIds: server.seats(seats), ...more };
  const { booking, userErrors } = await server.act('createBooking', buyer, input);
  if (!booking) throw new Error(`expected a booking, got ${JSON.stringify(userErrors)}`);
  return { buyer, booking };
}

async function several(count: number, make: () => Promise<Bought>): Promise<Bought[]> {
  return Promise.all(Array.from({ length: count }, make));
}

async function letIn({ booking: { tickets } }: Bought): Promise<void> {
  const { errors } = await server.tickets.execute(
    'mutation ($input: CheckInTicketInput!) { checkInTicket(input: $input) { userErrors { code } } }',
    { input: { code: tickets[0]?.code } },
    server.show.organizer,
  );
  expect(errors).toBeUndefined();
}

const giveOneBack = ({ buyer, booking: { id, tickets } }: Bought) =>
  server.act('refundTickets', buyer, { bookingId: id, ticketIds: [tickets[0]?.id] });

async function statesOf(bought: readonly Bought[]): Promise<string[]> {
  const rows = await server.tickets.database.sql<{ id: string; state: string }>(
    `select id, status || ' ' || coalesce(cancellation_reason, '') as state from bookings where id = any($1)`,
    [bought.map(({ booking }) => booking.id)],
  );
  const byId = new Map(rows.map(({ id, state }) => [id, state]));
  return bought.map(({ booking }) => byId.get(booking.id) ?? 'none');
}

async function walletsOf(bought: readonly Bought[]): Promise<string[]> {
  return Promise.all(
    bought.map(async ({ buyer }) => (await server.payments.balances(buyer.userId))[0] ?? 'none'),
  );
}

const published = async () => (await server.tickets.published()).slice(earlier);
const publishedOf = async <Data>(type: string) =>
  (await published()).filter((fact) => fact.type === type).map(({ data }) => data as Data);

const done = (total: number) => ({ status: 'DONE', total, refunded: total, failed: 0, remaining: 0 });
const all = <Value>(bought: readonly Bought[], value: Value) => bought.map(() => value);

describe('when an event is cancelled', () => {
  it('30 bookings of every kind end, and everybody has all the money and all the points back', async () => {
    const unpaid = await several(6, () => buy(2));
    const paid = await several(12, () => buy(2, { payNow: true }));
    const partly = await several(4, () => buy(2, { payNow: true }));
    for (const each of partly) expect((await giveOneBack(each)).refunded).toEqual({ amount: '10.00' });
    const entered = await several(4, () => buy(2, { payNow: true }));
    for (const each of entered) await letIn(each);
    const withPoints: Bought[] = [];
    for (let count = 0; count < 4; count += 1) {
      const buyer = await server.buyer({ money: '200.00', paidSeats: 5 });
      withPoints.push(await buy(1, { payNow: true, spendPoints: 50 }, buyer));
    }
    await server.tellFacts();

    await server.cancelShow();
    expect(await server.cancellation()).toEqual({
      status: 'RUNNING',
      total: 28,
      refunded: 0,
      failed: 0,
      remaining: 28,
    });
    await server.settle();
    expect(await server.cancellation()).toEqual(done(28));

    expect(await statesOf(unpaid)).toEqual(all(unpaid, 'CANCELLED EVENT_CANCELLED'));
    const refunded = [...paid, ...partly, ...entered, ...withPoints];
    expect(await statesOf(refunded)).toEqual(all(refunded, 'REFUNDED EVENT_CANCELLED'));
    expect(await walletsOf([...unpaid, ...paid, ...entered])).toEqual(
      all([...unpaid, ...paid, ...entered], '100.00'),
    );
    // Of the ticket that was given back before, the policy of then has kept 10.00.
    expect(await walletsOf(partly)).toEqual(all(partly, '90.00'));
    expect(await walletsOf(withPoints)).toEqual(all(withPoints, '200.00'));
    await server.tellFacts();
    for (const { booking, buyer } of withPoints) {
      expect(await server.kept(booking.id, buyer)).toMatchObject({
        points: [{ points: 0, reserved_points: 0 }],
      });
    }
    for (const { buyer } of [...unpaid, ...refunded]) {
      expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
    }
  });

  it('every buyer with tickets is told once and at once, and nothing is done twice', async () => {
    const paid = await several(3, () => buy(1, { payNow: true }));
    await buy(1);
    await server.cancelShow();
    await server.settle();
    const told = await publishedOf<{ bookingId: string; reason: string }>('BookedEventCancelled');
    expect(told.map(({ bookingId }) => bookingId).sort()).toEqual(
      paid.map(({ booking }) => booking.id).sort(),
    );
    expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(['The leading actor is ill.']));

    const types = async () => (await published()).map(({ type }) => type);
    const before = await types();
    const cancelled = (await server.events.published('EventCancelled')).at(-1);
    if (cancelled) await server.tickets.deliver({ ...cancelled, id: newId() });
    await server.carryOn();
    expect(await types()).toEqual(before);
    expect(await server.cancellation()).toEqual(done(3));
    expect(await walletsOf(paid)).toEqual(all(paid, '100.00'));
  });

  it('its progress is published as it changes, once for many refunds, and always adds up', async () => {
    await several(45, () => buy(1, { payNow: true }));
    await server.cancelShow();
    await server.settle();
    const steps = await publishedOf<Record<'total' | 'refunded' | 'failed' | 'remaining', number>>(
      'EventCancellationProgressed',
    );
    expect(steps.map(({ refunded }) => refunded)).toEqual([0, 45]);
    for (const { total, refunded, failed, remaining } of steps) {
      expect([total, refunded + failed + remaining]).toEqual([45, 45]);
    }
    expect(steps.at(-1)).toMatchObject(done(45));
  });

  it('an event that nobody has booked is done at once', async () => {
    await server.cancelShow();
    expect(await server.cancellation()).toEqual(done(0));
  });

  it('its organizer and administrators see how far it is, for others there is nothing', async () => {
    expect(await server.cancellation()).toBeNull();
    await server.cancelShow();
    const other = { ...server.show.organizer, userId: newId<'User'>() };
    expect(await server.cancellation({ ...other, role: 'ADMIN' })).toEqual(done(0));
    expect(await server.cancellation(other)).toBeNull();
    await expect(server.cancellation({ ...other, role: 'USER' })).rejects.toBeInstanceOf(AggregateError);
  });
});

describe('a refund of a cancelled event that is refused', () => {
  it('counts as failed, is tried again, and is paid once', async () => {
    const paid = await several(3, () => buy(1, { payNow: true }));
    await server.cancelShow();
    server.wire.refuseNext('RefundPayment', 'PAYMENT_NOT_FOUND');
    await server.settle();
    expect(await server.cancellation()).toEqual({
      status: 'RUNNING',
      total: 3,
      refunded: 2,
      failed: 1,
      remaining: 0,
    });
    await server.carryOn();
    await server.settle();
    expect(await server.cancellation()).toEqual(done(3));
    expect(await walletsOf(paid)).toEqual(all(paid, '100.00'));
  });

  it('is parked at last, holds no other up, and goes on when a person resumes it', async () => {
    const [first] = await several(1, () => buy(1, { payNow: true }));
    await server.cancelShow();
    for (let tries = 0; tries < 10; tries += 1) {
      server.wire.refuseNext('RefundPayment', 'PAYMENT_NOT_FOUND');
      if (tries === 0) await server.settle();
      else await server.carryOn();
    }
    expect(await server.cancellation()).toMatchObject({ status: 'RUNNING', failed: 1, remaining: 0 });
    await server.resume('refund');
    await server.settle();
    expect(await server.cancellation()).toEqual(done(1));
    expect(await walletsOf(first ? [first] : [])).toEqual(['100.00']);
  });
});

describe('a booking that is on its way while its event is cancelled', () => {
  const cancelAndSettle = async () => {
    await server.cancelShow();
    await server.settle();
  };

  it.each([
    ['its seats are held', 'HoldSeats', 'none', ['EVENT_NOT_ON_SALE']],
    ['its payment is authorized', 'AuthorizePayment', 'CANCELLED EVENT_CANCELLED', ['EVENT_NOT_ON_SALE']],
    ['its seats are sold', 'SellSeats', 'CANCELLED EVENT_CANCELLED', ['EVENT_NOT_ON_SALE']],
  ])('comes to nothing, and costs nothing, when %s afterwards', async (_when, step, state, codes) => {
    const buyer = await server.buyer({ money: '100.00' });
    server.wire.before(step, cancelAndSettle);
    const input = { eventId: server.show.eventId, seatIds: server.seats(1), payNow: true };
    const { booking, userErrors } = await server.act('createBooking', buyer, input);
    expect(userErrors.map(({ code }) => code)).toEqual(codes);
    await server.carryOn();
    if (booking) expect(await statesOf([{ buyer, booking }])).toEqual([state]);
    else expect(state).toBe('none');
    expect(await server.payments.balances(buyer.userId)).toEqual(['100.00', '0.00']);
    expect(await server.cancellation()).toEqual(done(0));
  });

  it('is paid back when its seats were sold before, though its payment came to its end after', async () => {
    const buyer = await server.buyer({ money: '100.00' });
    server.wire.before('CapturePayment', server.cancelShow);
    const bought = await buy(1, { payNow: true }, buyer);
    await server.settle();
    expect(await statesOf([bought])).toEqual(['REFUNDED EVENT_CANCELLED']);
    expect(await walletsOf([bought])).toEqual(['100.00']);
    expect(await server.cancellation()).toEqual(done(1));
  });

  it('ends though it was written down when all others had ended', async () => {
    const buyer = await server.buyer({ money: '200.00', paidSeats: 5 });
    server.wire.before('ReserveDiscount', cancelAndSettle);
    const late = await buy(1, { spendPoints: 50 }, buyer);
    expect(await server.cancellation()).toEqual(done(1));
    await server.settle();
    expect(await statesOf([late])).toEqual(['CANCELLED EVENT_CANCELLED']);
    expect(await server.cancellation()).toEqual(done(1));
  });

  it('is paid back wholly when its buyer was just giving a ticket back, and that was declined', async () => {
    const bought = await buy(2, { payNow: true });
    server.wire.before('RefundPayment', async () => {
      await cancelAndSettle();
      server.wire.refuseNext('RefundPayment', 'PAYMENT_NOT_FOUND');
    });
    expect((await giveOneBack(bought)).userErrors.map(({ code }) => code)).toEqual(['REFUND_DECLINED']);
    expect(await server.cancellation()).toMatchObject({ status: 'RUNNING', total: 1, remaining: 1 });
    await server.settle();
    expect(await statesOf([bought])).toEqual(['REFUNDED EVENT_CANCELLED']);
    expect(await walletsOf([bought])).toEqual(['100.00']);
    expect(await server.cancellation()).toEqual(done(1));
  });

  it('gives back everything, whatever the policy says, to a buyer who asks first', async () => {
    const bought = await buy(2, { payNow: true });
    await server.cancelShow();
    expect((await giveOneBack(bought)).refunded).toEqual({ amount: '20.00' });
    await server.settle();
    expect(await statesOf([bought])).toEqual(['REFUNDED EVENT_CANCELLED']);
    expect(await walletsOf([bought])).toEqual(['100.00']);
  });
});
