import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { publishTestEvent, type UserErrors } from '../../subgraphs/events/testing/fixture.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

interface Offered {
  readonly event: {
    readonly ticketTypes: readonly { readonly id: string; readonly key: string }[];
    readonly seatingPlan: { readonly priceZones: readonly { readonly id: string; readonly key: string }[] };
  };
}

let server: Wired;
let buyer: UserCaller;
beforeAll(async () => {
  server = await wireSubgraphs();
  buyer = await server.buyer({ money: '100.00' });
});
afterAll(() => server.stop());

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** Adults at 20.00 and 10.00 in the pit, children at 5.00 and for nothing; at most two children at the event unless said otherwise. */
async function openShow(ofChildren: object = { maxPerEvent: 2 }) {
  const { eventId, organizer, seatIds, pitId, hallId } = await publishTestEvent(server.events, {
    rows: 2,
    standing: 10,
  });
  // The hall has its plan by now; the show with ticket types is another one in it.
  const { event } = await server.events.request<Offered>(
    'query($id: ID!) { event(id: $id) { ticketTypes { id key } seatingPlan { priceZones { id key } } } }',
    { id: eventId },
    organizer,
  );
  const amounts: Record<string, string> = {
    'adult/seat': '20.00',
    'adult/pit': '10.00',
    'child/seat': '5.00',
    'child/pit': '0.00',
  };
  const prices = ['adult', 'child'].flatMap((key) =>
    event.seatingPlan.priceZones.map((zone) => ({
      priceZoneId: zone.id,
      ticketTypeKey: key,
      price: euros(amounts[`${key}/${zone.key}`] ?? ''),
    })),
  );
  const created = await server.events.mutate<{ event: { id: string; ticketTypes: { id: string }[] } }>(
    'createEvent',
    'event { id ticketTypes { id } } userErrors { code message field }',
    {
      title: 'The Snow Queen',
      hallId,
      startsAt: '2099-12-01T14:00:00.000Z',
      endsAt: '2099-12-01T16:00:00.000Z',
      ticketTypes: [
        { key: 'adult', label: 'Adult' },
        { key: 'child', label: 'Child', ...ofChildren },
      ],
      prices,
    },
    organizer,
  );
  const published = await server.events.mutate<UserErrors>(
    'publishEvent',
    'userErrors { code message field }',
    { eventId: created.event.id },
    organizer,
  );
  expect(published.userErrors).toEqual([]);
  const [adult = '', child = ''] = created.event.ticketTypes.map(({ id }) => id);
  return { eventId: created.event.id, seatIds, pitId: pitId ?? '', adult, child };
}

it('a booking of several ticket types costs, earns and gives back what each of its tickets is worth', async () => {
  const { eventId, seatIds, pitId, adult, child } = await openShow();
  const input = {
    eventId,
    seatIds: [seatIds[0]],
    places: [{ seatId: seatIds[1], ticketTypeId: child }],
    standing: [
      { sectionId: pitId, quantity: 1 },
      { sectionId: pitId, quantity: 1, ticketTypeId: child },
    ],
    payNow: true,
  };
  const { booking, userErrors } = await server.act('createBooking', buyer, input);
  expect(userErrors).toEqual([]);
  expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '35.00' } });
  expect(booking?.items.map(({ price }) => price.amount)).toEqual(['20.00', '5.00', '10.00', '0.00']);
  const { data } = await server.tickets.execute(
    'query($id: ID!) { booking(id: $id) { items { ticketType { id } } tickets { ticketType { id } } } }',
    { id: booking?.id },
    buyer,
  );
  const ofChild = { ticketType: { id: child } };
  const ofAdult = { ticketType: { id: adult } };
  const kinds = [ofAdult, ofChild, ofAdult, ofChild];
  expect(data?.booking).toEqual({ items: kinds, tickets: kinds });

  const more = { eventId, places: [{ seatId: seatIds[2], ticketTypeId: child }] };
  const soldOut = await server.act('createBooking', buyer, more);
  expect(soldOut.userErrors.map(({ code }) => code)).toEqual(['TICKET_TYPE_SOLD_OUT']);

  const [, seatedChild, , standingChild] = booking?.tickets ?? [];
  const ticketIds = [seatedChild?.id, standingChild?.id];
  const refund = await server.act('refundTickets', buyer, { bookingId: booking?.id, ticketIds });
  expect(refund.userErrors).toEqual([]);
  expect(refund.refunded).toEqual({ amount: '5.00' });
  expect((await server.act('createBooking', buyer, more)).userErrors).toEqual([]);
  expect(await server.payments.balances(buyer.userId)).toEqual(['70.00', '0.00']);
  expect(await server.breaches()).toEqual([]);
});

it('the last adult of a booking is not given back while a child stays that needs one beside it', async () => {
  const { eventId, seatIds, pitId, child } = await openShow({ needsKey: 'adult' });
  const { booking, userErrors } = await server.act('createBooking', buyer, {
    eventId,
    seatIds: [seatIds[0]],
    standing: [{ sectionId: pitId, quantity: 1, ticketTypeId: child }],
    payNow: true,
  });
  expect(userErrors).toEqual([]);
  const [adultTicket, childTicket] = booking?.tickets.map(({ id }) => id) ?? [];
  const giveBack = (...ticketIds: (string | undefined)[]) =>
    server.act('refundTickets', buyer, { bookingId: booking?.id, ticketIds });
  const refused = await giveBack(adultTicket);
  expect(refused.userErrors).toMatchObject([
    {
      code: 'TICKET_TYPE_RULES',
      message: 'expected "Adult" to stay beside "Child", got the last one without it; give both back',
      field: ['ticketIds'],
    },
  ]);
  expect((await giveBack(adultTicket, childTicket)).refunded).toEqual({ amount: '20.00' });
  expect(await server.breaches()).toEqual([]);
});

describe('a booking that takes no money', () => {
  it('is confirmed without a payment when all of its places are free', async () => {
    const { eventId, pitId, child } = await openShow();
    const { booking, userErrors } = await server.act('createBooking', buyer, {
      eventId,
      standing: [{ sectionId: pitId, quantity: 2, ticketTypeId: child }],
      payNow: true,
    });
    expect(userErrors).toEqual([]);
    expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '0.00' }, payment: null });
    expect(booking?.tickets).toHaveLength(2);
    expect(await server.breaches()).toEqual([]);
  });
});
