import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import type { Mutation, ShownBooking } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
let buyer: UserCaller;
beforeAll(async () => {
  server = await wireSubgraphs();
});
beforeEach(async () => {
  await server.nextShow();
  buyer = await server.buyer({ money: '100.00' });
});
afterAll(() => server?.stop());

interface Request {
  readonly mutation: Mutation;
  readonly input: object;
}

async function ask({ mutation, input }: Request) {
  const { booking, refunded, userErrors } = await server.act(mutation, buyer, input);
  return { booking, refunded, codes: userErrors.map(({ code }) => code) };
}

/** Books two seats, paid at once: 40.00 of the 100.00. */
async function buy(more: object = {}): Promise<{ asked: Request; booking: ShownBooking }> {
  const input = { eventId: server.show.eventId, seatIds: server.seats(2), payNow: true, ...more };
  const asked: Request = { mutation: 'createBooking', input: { ...input, idempotencyKey: 'buy' } };
  const { booking } = await ask(asked);
  if (!booking) throw new Error('expected a booking');
  return { asked, booking };
}

const refundOf = ({ id, tickets }: ShownBooking): Request => ({
  mutation: 'refundTickets',
  input: { bookingId: id, ticketIds: [tickets[0]?.id], idempotencyKey: 'refund' },
});

/** It is done, and what was answered to it, now and at every retry, cannot be read: parked after ten tries. */
const parkByFaultOf = (operation: string) =>
  async function parkByFault(request: Request): Promise<void> {
    server.wire.garbleNext(operation);
    expect((await ask(request)).codes).toEqual(['TRY_AGAIN']);
    while (!(await isParked())) {
      server.wire.garbleNext(operation);
      await server.carryOn();
    }
  };

/** The money is back; that its seats are the booking's is denied. */
async function parkByRefusal(request: Request): Promise<void> {
  server.wire.refuseNext('ReleaseSeats', 'NOTHING_TO_RELEASE');
  expect((await ask(request)).codes).toEqual(['TRY_AGAIN']);
  expect(await isParked()).toBe(true);
}

const isParked = async () =>
  (await server.tickets.database.sql('select 1 from sagas where parked_at is not null')).length > 0;
const keysLeft = async () =>
  (
    await server.tickets.database.sql<{ key: string }>(
      'select key from idempotency_keys where user_id = $1 order by key',
      [buyer.userId],
    )
  ).map(({ key }) => key);

describe.each([31, 100])('%d days of pruning over a refund that is parked', (days) => {
  it.each([
    ['with its money back and nobody told', parkByFaultOf('RefundPayment')],
    ['with its seats back and nobody told', parkByFaultOf('ReleaseSeats')],
    ['with its seats not back', parkByRefusal],
  ])('%s: once resumed the money is back once, however often it is asked for', async (_, park) => {
    const { asked, booking } = await buy();
    const request = refundOf(booking);
    await park(request);
    await server.age(days);
    expect(await keysLeft()).toEqual(['refund']);
    expect(await isParked()).toBe(true);

    await server.resume('refund');
    expect(await server.payments.balances(buyer.userId)).toEqual(['80.00', '0.00']);
    const told = await ask(request);
    expect(told).toMatchObject({
      booking: { status: 'PARTIALLY_REFUNDED' },
      refunded: { amount: '20.00' },
      codes: [],
    });
    expect(await ask(request)).toEqual(told);

    // Now its key has an outcome, and goes as well.
    await server.age(days);
    expect(await keysLeft()).toEqual([]);
    expect((await ask(request)).codes).toEqual(['TICKET_ALREADY_REFUNDED']);
    expect(await ask(asked)).toMatchObject({
      booking: { id: booking.id, status: 'PARTIALLY_REFUNDED' },
      codes: [],
    });
    expect(await server.payments.balances(buyer.userId)).toEqual(['80.00', '0.00']);
    expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
    expect(await server.breaches()).toEqual([]);
  });
});

describe('a key that was pruned', () => {
  it('of a booking that is long over shows it, and holds none of its places again', async () => {
    const { asked, booking } = await buy();
    const cancel: Request = {
      mutation: 'cancelBooking',
      input: { bookingId: booking.id, idempotencyKey: 'cancel' },
    };
    expect((await ask(cancel)).codes).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      await server.age(31);
      expect(await ask(asked)).toMatchObject({ booking: { id: booking.id, status: 'REFUNDED' }, codes: [] });
      expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
    }
    expect((await ask(cancel)).codes).toEqual(['BOOKING_ENDED']);
    expect(await server.breaches()).toEqual([]);
  });

  it('of a refund that was declined is told so again, and no money moves', async () => {
    const { booking } = await buy();
    const request = refundOf(booking);
    server.wire.refuseNext('RefundPayment', 'PAYMENT_NOT_FOUND');
    expect((await ask(request)).codes).toEqual(['REFUND_DECLINED']);
    await server.age(31);
    expect((await ask(request)).codes).toEqual(['REFUND_DECLINED']);
    const anew = { ...request, input: { ...request.input, idempotencyKey: 'refund anew' } };
    expect((await ask(anew)).codes).toEqual([]);
    expect(await server.payments.balances(buyer.userId)).toEqual(['80.00', '0.00']);
    expect(await server.breaches()).toEqual([]);
  });

  it('before its saga, which ended without a booking, is refused again and holds nothing', async () => {
    const input = { eventId: server.show.eventId, seatIds: server.seats(2), spendPoints: 50 };
    const asked: Request = { mutation: 'createBooking', input: { ...input, idempotencyKey: 'points' } };
    server.wire.refuseNext('ReleaseDiscount', 'RESERVATION_COMMITTED');
    expect((await ask(asked)).codes).toEqual(['TRY_AGAIN']);
    expect(await isParked()).toBe(true);
    await server.age(10);
    await server.resume('booking');
    const first = await ask(asked);
    expect(first).toMatchObject({ booking: null, codes: ['INSUFFICIENT_POINTS'] });
    await server.age(21);
    expect(await keysLeft()).toEqual([]);
    expect(await ask(asked)).toEqual(first);
    expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
    expect(await server.breaches()).toEqual([]);
  });
});
