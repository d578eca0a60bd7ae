import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

interface Quoted {
  readonly refundQuote: {
    readonly refunded: { readonly amount: string };
    readonly points: number;
    readonly until: string | null;
    readonly rejections: readonly { readonly code: string }[];
  } | null;
}

let server: Wired;
let buyer: UserCaller;
beforeAll(async () => {
  server = await wireSubgraphs();
  buyer = await server.buyer({ money: '1000.00', paidSeats: 10 });
});
afterAll(() => server.stop());

async function quote(bookingId: string | undefined, ticketIds: readonly unknown[], caller = buyer) {
  const { data, errors } = await server.tickets.execute(
    `query($bookingId: ID!, $ticketIds: [ID!]!) {
       refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {
         refunded { amount } points until rejections { code } } }`,
    { bookingId, ticketIds },
    caller,
  );
  if (errors) throw errors[0];
  return (data as unknown as Quoted).refundQuote;
}

const pointsOf = async () => {
  const [row] = await server.loyalty.database.sql<{ returned: number }>(
    `select coalesce(sum(points), 0)::int as returned from operations where user_id = $1 and kind = 'RETURNED'`,
    [buyer.userId],
  );
  return row?.returned ?? 0;
};

it('what is quoted for tickets is what then comes back, in money and in points', async () => {
  const input = {
    eventId: server.show.eventId,
    seatIds: server.seats(3),
    spendPoints: 100,
    payNow: true,
  };
  const { booking } = await server.act('createBooking', buyer, input);
  const ids = booking?.tickets.map(({ id }) => id) ?? [];
  expect(booking?.total.amount).toBe('59.00');
  for (const chosen of [ids.slice(0, 1), ids.slice(1)]) {
    const quoted = await quote(booking?.id, chosen);
    expect(quoted).toMatchObject({ until: '2099-03-01T18:30:00.000Z', rejections: [] });
    const before = await pointsOf();
    const { refunded } = await server.act('refundTickets', buyer, {
      bookingId: booking?.id,
      ticketIds: chosen,
    });
    expect(await server.breaches()).toEqual([]);
    expect(refunded).toEqual(quoted?.refunded);
    expect((await pointsOf()) - before).toBe(quoted?.points);
    expect(quoted?.points).toBeGreaterThan(0);
  }
  expect(await pointsOf()).toBe(100);
  expect(await quote(booking?.id, ids)).toMatchObject({
    refunded: { amount: '0.00' },
    points: 0,
    until: null,
    rejections: [{ code: 'TICKET_ALREADY_REFUNDED' }],
  });
});

it('what cannot be given back says why, and what is not yours is not there', async () => {
  const { booking } = await server.act('createBooking', buyer, {
    eventId: server.show.eventId,
    seatIds: server.seats(1),
    payNow: true,
  });
  const [ticket] = booking?.tickets ?? [];
  expect(await quote(booking?.id, [])).toMatchObject({ rejections: [{ code: 'INVALID_INPUT' }] });
  expect(await quote(booking?.id, ['none'])).toMatchObject({ rejections: [{ code: 'TICKET_NOT_FOUND' }] });
  const stranger: UserCaller = { kind: 'user', userId: newId(), role: 'ORGANIZER', sessionId: newId() };
  expect(await quote(booking?.id, [ticket?.id], stranger)).toBeNull();
  expect(await quote(newId(), [ticket?.id])).toBeNull();
  expect(await quote('none', [ticket?.id])).toBeNull();
});
