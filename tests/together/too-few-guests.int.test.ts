import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import type { ShownBooking } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
beforeAll(async () => {
  // What the policy would give back: an event that does not take place gives everything.
  server = await wireSubgraphs({ refundTiers: [{ hoursBefore: 0, percent: 50 }], minimumGuests: 6 });
});
afterAll(() => server?.stop());
beforeEach(() => server.nextShow());
afterEach(async () => expect(await server.breaches()).toEqual([]));

interface Bought {
  readonly buyer: UserCaller;
  readonly booking: ShownBooking;
}

async function buy(seats: number, more: object = { payNow: true }): Promise<Bought> {
  const buyer = await server.buyer({ money: '200.00' });
  const input = { eventId: server.show.eventId, seatIds: server.seats(seats), ...more };
  const { booking, userErrors } = await server.act('createBooking', buyer, input);
  if (!booking) throw new Error(`expected a booking, got ${JSON.stringify(userErrors)}`);
  return { buyer, booking };
}

async function stateOf({ booking, buyer }: Bought): Promise<string> {
  const [row] = await server.tickets.database.sql<{ state: string }>(
    `select concat_ws(' ', status, cancellation_reason) as state from bookings where id = $1`,
    [booking.id],
  );
  return `${row?.state}, ${(await server.payments.balances(buyer.userId))[0]}`;
}

describe('an event with too few guests', () => {
  it('gives back everything, ends what is not paid, and tells its buyers why', async () => {
    const [paid, other, unpaid] = [await buy(3), await buy(2), await buy(4, {})];
    await server.decideMinimum();
    await server.settle();
    expect(await stateOf(paid)).toBe('REFUNDED EVENT_CANCELLED, 200.00');
    expect(await stateOf(other)).toBe('REFUNDED EVENT_CANCELLED, 200.00');
    expect(await stateOf(unpaid)).toBe('CANCELLED EVENT_CANCELLED, 200.00');
    expect(await server.cancellation()).toMatchObject({ status: 'DONE', total: 2, refunded: 2 });
    const told = (await server.tickets.published('BookedEventCancelled')).map(({ data }) => data);
    const cause = { reason: 'Too few guests: at least 6 are needed.', minimumGuests: 6 };
    expect(told).toHaveLength(2);
    expect(told).toEqual(told.map(() => expect.objectContaining(cause)));
  });

  it.each([
    ['its payment is authorized', 'AuthorizePayment', 'CANCELLED EVENT_CANCELLED, 200.00'],
    ['its places are sold', 'SellSeats', 'CANCELLED EVENT_CANCELLED, 200.00'],
    ['its payment is captured', 'CapturePayment', 'REFUNDED EVENT_CANCELLED, 200.00'],
  ])(
    'keeps nothing of a booking that is being paid when it is decided before %s',
    async (_when, step, state) => {
      const first = await buy(2);
      server.wire.before(step, () => server.decideMinimum());
      const buyer = await server.buyer({ money: '200.00' });
      const input = { eventId: server.show.eventId, seatIds: server.seats(3), payNow: true };
      const { booking } = await server.act('createBooking', buyer, input);
      await server.carryOn();
      await server.settle();
      if (!booking) throw new Error('expected a booking, got none');
      expect(await stateOf({ booking, buyer })).toBe(state);
      expect(await stateOf(first)).toBe('REFUNDED EVENT_CANCELLED, 200.00');
      expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
    },
  );
});

it('an event whose last places are sold, though not yet paid for, when it is decided takes place', async () => {
  const first = await buy(3);
  server.wire.before('CapturePayment', () => server.decideMinimum());
  const last = await buy(3);
  await server.settle();
  expect(await stateOf(last)).toBe('CONFIRMED, 140.00');
  expect(await stateOf(first)).toBe('CONFIRMED, 140.00');
  expect(await server.cancellation()).toBeNull();
});
