import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
let zoneId: string;
beforeAll(async () => {
  server = await wireSubgraphs();
  const { event } = await server.events.request<{
    event: { prices: { priceZone: { id: string; key: string } }[] };
  }>(
    'query($id: ID!) { event(id: $id) { prices { priceZone { id key } } } }',
    { id: server.show.eventId },
    server.show.organizer,
  );
  zoneId = event.prices.find(({ priceZone }) => priceZone.key === 'seat')?.priceZone.id ?? '';
});
afterAll(() => server.stop());

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

async function setPrice(amount: string): Promise<void> {
  const { userErrors } = await server.events.mutate<{ userErrors: object[] }>(
    'updateEvent',
    'userErrors { code message }',
    { eventId: server.show.eventId, prices: [{ priceZoneId: zoneId, price: euros(amount) }] },
    server.show.organizer,
  );
  expect(userErrors).toEqual([]);
}

const bookingOf = (seats: number, more: object = {}) => ({
  eventId: server.show.eventId,
  seatIds: server.seats(seats),
  payNow: true,
  ...more,
});

/** What analytics has counted, in cents. */
async function revenue(): Promise<number> {
  const [row] = await server.analytics.database.sql<{ revenue: number }>(
    'select coalesce(sum(revenue), 0)::int as revenue from sales where event_id = $1',
    [server.show.eventId],
  );
  return row?.revenue ?? 0;
}

it('a refund gives back what was paid, whatever the price has become', async () => {
  const buyer = await server.buyer({ money: '100.00' });
  const { booking } = await server.act('createBooking', buyer, bookingOf(2));
  await setPrice('35.00');
  const refund = async (ticketId?: string) =>
    server.act('refundTickets', buyer, { bookingId: booking?.id, ticketIds: [ticketId] });
  expect((await refund(booking?.tickets[0]?.id)).refunded).toEqual({ amount: '20.00' });
  await setPrice('5.00');
  expect((await refund(booking?.tickets[1]?.id)).refunded).toEqual({ amount: '20.00' });
  expect(await server.payments.balances(buyer.userId)).toEqual(['100.00', '0.00']);
  expect(await server.breaches()).toEqual([]);
});

it('a hold that a process died after is booked at the price that it was made at', async () => {
  const buyer = await server.buyer({ money: '100.00' });
  await setPrice('20.00');
  for (const more of [{}, { expectedTotal: euros('40.00') }]) {
    const input = { ...bookingOf(2, more), idempotencyKey: newId() };
    server.wire.garbleNext('HoldSeats');
    await expect(server.act('createBooking', buyer, input)).rejects.toThrow();
    await setPrice('30.00');
    const { booking, userErrors } = await server.act('createBooking', buyer, input);
    expect(userErrors).toEqual([]);
    expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '40.00' } });
    await setPrice('20.00');
  }
  expect(await server.payments.balances(buyer.userId)).toEqual(['20.00', '0.00']);
  expect(await server.breaches()).toEqual([]);
});

it('while the price changes every booking has one price or the other, and nobody pays another total than expected', async () => {
  const prices = ['20.00', '30.00'];
  const buyers = await Promise.all(Array.from({ length: 24 }, () => server.buyer({ money: '100.00' })));
  const wanted = buyers.map((buyer, index) => ({
    buyer,
    // A third of them takes what it costs.
    input: bookingOf(2, index % 3 > 0 ? { expectedTotal: euros(index % 3 > 1 ? '60.00' : '40.00') } : {}),
  }));
  const before = await revenue();
  let isOver = false;
  const toAndFro = async () => {
    for (let turn = 1; !isOver; turn += 1) await setPrice(prices[turn % 2] ?? '');
  };
  const changing = toAndFro();
  const booked = await Promise.all(
    wanted.map(async ({ buyer, input }) => ({
      buyer,
      input,
      ...(await server.act('createBooking', buyer, input)),
    })),
  ).finally(() => {
    isOver = true;
  });
  await changing;
  for (const { buyer, input, booking, userErrors } of booked) {
    const expected = (input as { expectedTotal?: { amount: string } }).expectedTotal?.amount;
    const [free] = await server.payments.balances(buyer.userId);
    if (!booking) {
      expect(userErrors.map(({ code }) => code)).toEqual(['PRICE_CHANGED']);
      expect({ isExpecting: expected !== undefined, free }).toEqual({ isExpecting: true, free: '100.00' });
      expect(await server.locked(buyer)).toEqual({ money: 0, points: 0, seats: 0 });
      continue;
    }
    const [first, second] = booking.items.map(({ price }) => price.amount);
    expect(prices).toContain(first);
    expect(second).toBe(first);
    const total = (2 * Number(first)).toFixed(2);
    expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: total } });
    expect([undefined, total]).toContain(expected);
    expect(free).toBe((100 - Number(total)).toFixed(2));
  }
  expect(await server.breaches()).toEqual([]);
  const sold = booked.flatMap(({ booking }) => (booking ? [Number(booking.total.amount) * 100] : []));
  expect(sold.length).toBeGreaterThanOrEqual(8);
  expect((await revenue()) - before).toBe(sold.reduce((sum, cents) => sum + cents, 0));
});
