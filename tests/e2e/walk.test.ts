import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, registerOrganizer, topUp } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale, type Show, seatMap } from '../support/shows.ts';

interface MapMessage {
  readonly seatMapChanged:
    | { readonly __typename: 'SeatMapSnapshot'; readonly version: string; readonly states: string }
    | {
        readonly __typename: 'SeatMapDelta';
        readonly fromVersion: string;
        readonly version: string;
        readonly changes: readonly { readonly index: number; readonly state: string }[];
      };
}
interface BookingPayload {
  readonly booking: {
    readonly id: string;
    readonly status: string;
    readonly total: { readonly amount: string };
    readonly items: readonly {
      readonly price: { readonly amount: string };
      readonly seat: { readonly id: string; readonly label: string };
    }[];
    readonly tickets: readonly { readonly id: string }[];
  };
}
interface MeAnswer {
  readonly me: {
    readonly wallet: {
      readonly available: { readonly amount: string };
      readonly transactions: { readonly nodes: readonly { readonly kind: string }[] };
    };
    readonly loyalty: { readonly points: number };
    readonly bookings: { readonly nodes: readonly { readonly id: string; readonly status: string }[] };
    readonly notifications: {
      readonly nodes: readonly { readonly kind: string; readonly subject: string; readonly body: string }[];
    };
  };
}

describe('a stranger walks through the server', () => {
  const title = `The Cherry Orchard ${randomUUID().slice(0, 8)}`;
  let server: SharedServer;
  let anyone: Client;
  let organizer: Actor;
  let buyer: Actor;
  let show: Show;

  beforeAll(async () => {
    server = await shareServer();
    anyone = server.client;
  }, 120_000);
  afterAll(() => server?.leave());

  it('an organizer imports the seats.io sample, prices it and puts a show on sale', async () => {
    organizer = await registerOrganizer(anyone, await logIn(anyone, adminEmail, adminPassword), 'olga');
    show = await putOnSale(organizer.client, { title });
    expect(show.plan.seatCount).toBe(32);
    expect(show.plan.standingCapacity).toBe(200);
    const { events } = await anyone.ask<{ events: { nodes: { id: string; status: string }[] } }>('Events', {
      search: title.toLowerCase(),
    });
    expect(events.nodes).toEqual([expect.objectContaining({ id: show.eventId, status: 'ON_SALE' })]);
  });

  it('a buyer registers and tops up', async () => {
    buyer = await register(anyone, 'berta');
    await topUp(buyer, '100.00');
    const { me } = await buyer.client.ask<MeAnswer>('Me');
    expect(me.wallet.available.amount).toBe('100.00');
  });

  it('buys three seats, and the map on the socket changes from free to sold', async () => {
    const map = await seatMap(anyone, show.eventId);
    expect(map.states).toBe('F'.repeat(32));
    const watch = anyone.watch<MapMessage>('SeatMapChanged', { eventId: show.eventId });
    const first = (await watch.next()).seatMapChanged;
    expect(first.__typename).toBe('SeatMapSnapshot');

    const wanted = map.seats.slice(0, 3);
    const { booking } = await buyer.client.act<BookingPayload>('CreateBooking', {
      eventId: show.eventId,
      seatIds: wanted.map((each) => each.seat.id),
      payNow: true,
      idempotencyKey: randomUUID(),
    });
    expect(booking.status).toBe('CONFIRMED');
    expect(booking.total.amount).toBe('75.00');
    expect(booking.tickets).toHaveLength(3);
    expect(booking.items.map((item) => item.seat.label).sort()).toEqual(
      wanted.map((each) => each.seat.label).sort(),
    );

    const states = 'states' in first ? [...first.states] : [];
    let version = first.version;
    while (states.filter((state) => state === 'S').length < 3) {
      const message = (await watch.next()).seatMapChanged;
      if (message.__typename !== 'SeatMapDelta') throw new Error('expected a delta, got a snapshot');
      expect(message.fromVersion).toBe(version);
      for (const change of message.changes) states[change.index] = change.state[0] ?? '?';
      version = message.version;
    }
    await watch.close();
    expect(states.join('')).toBe((await seatMap(anyone, show.eventId)).states);
    expect(wanted.map((each) => states[each.index])).toEqual(['S', 'S', 'S']);
  });

  it('sees the tickets with seats and signed codes, the payment, and the points', async () => {
    const { me } = await buyer.client.ask<MeAnswer>('Me');
    const bookingId = me.bookings.nodes[0]?.id;
    const { booking } = await buyer.client.ask<{
      booking: {
        payment: { status: string; amount: { amount: string } };
        event: { title: string };
        tickets: { code: string; seat: { row: { label: string } } }[];
      };
    }>('Booking', { id: bookingId });
    expect(booking.event.title).toBe(title);
    expect(booking.payment).toMatchObject({ status: 'CAPTURED', amount: { amount: '75.00' } });
    expect(new Set(booking.tickets.map((ticket) => ticket.code)).size).toBe(3);
    expect(booking.tickets.every((ticket) => ticket.seat.row.label === 'A')).toBe(true);
    await eventually(
      '75 points',
      async () => (await buyer.client.ask<MeAnswer>('Me')).me.loyalty.points === 75,
    );
  });

  it('refunds one ticket: the money is back and the seat is free again', async () => {
    const { me } = await buyer.client.ask<MeAnswer>('Me');
    const bookingId = me.bookings.nodes[0]?.id;
    const { booking } = await buyer.client.ask<{ booking: { tickets: { id: string }[] } }>('Booking', {
      id: bookingId,
    });
    const payload = await buyer.client.act<{ booking: { status: string }; refunded: { amount: string } }>(
      'RefundTickets',
      {
        bookingId,
        ticketIds: [booking.tickets[0]?.id],
        idempotencyKey: randomUUID(),
      },
    );
    expect(payload.booking.status).toBe('PARTIALLY_REFUNDED');
    expect(payload.refunded.amount).toBe('25.00');
    expect((await buyer.client.ask<MeAnswer>('Me')).me.wallet.available.amount).toBe('50.00');
    const { states } = await seatMap(anyone, show.eventId);
    expect([...states].filter((state) => state === 'S')).toHaveLength(2);
    expect([...states].filter((state) => state === 'F')).toHaveLength(30);
    await eventually(
      '50 points',
      async () => (await buyer.client.ask<MeAnswer>('Me')).me.loyalty.points === 50,
    );
  });

  it('reads the statistics, which come from facts alone', async () => {
    const statistics = await eventually('two tickets of three in the statistics', async () => {
      const { event } = await organizer.client.ask<{
        event: {
          statistics: {
            capacity: number;
            sold: number;
            refunded: number;
            occupancy: number;
            revenue: { amount: string };
          };
        };
      }>('EventStatistics', { id: show.eventId });
      return event.statistics.refunded === 1 && event.statistics;
    });
    expect(statistics).toMatchObject({ capacity: 232, sold: 3, refunded: 1, revenue: { amount: '50.00' } });
    expect(statistics.occupancy).toBeCloseTo(2 / 232);
    const { artist } = await organizer.client.ask<{
      artist: { statistics: { eventCount: number; visitorCount: number } };
    }>('ArtistStatistics', {
      id: show.artistId,
      from: '2035-01-01T00:00:00.000Z',
      to: '2036-01-01T00:00:00.000Z',
    });
    expect(artist.statistics).toEqual({ eventCount: 1, visitorCount: 2 });
  });

  it('reads the mails: welcome, booking, refund', async () => {
    const mails = await eventually('three mails', async () => {
      const { nodes } = (await buyer.client.ask<MeAnswer>('Me')).me.notifications;
      return nodes.length >= 3 && nodes;
    });
    expect(mails.map((mail) => mail.kind).sort()).toEqual([
      'BOOKING_CONFIRMED',
      'TICKETS_REFUNDED',
      'USER_REGISTERED',
    ]);
    expect(mails.find((mail) => mail.kind === 'BOOKING_CONFIRMED')?.body).toContain(title);
  });

  it('holds standing places, pays later, and watches the booking become confirmed', async () => {
    const area = show.plan.sections.find((section) => section.kind === 'STANDING');
    const { booking } = await buyer.client.act<BookingPayload>('CreateBooking', {
      eventId: show.eventId,
      standing: [{ sectionId: area?.id, quantity: 2 }],
      idempotencyKey: randomUUID(),
    });
    expect(booking.status).toBe('AWAITING_PAYMENT');
    const watch = buyer.client.watch<{ bookingChanged: { status: string; event: { title: string } } }>(
      'BookingChanged',
      { bookingId: booking.id },
    );
    expect((await watch.next()).bookingChanged.status).toBe('AWAITING_PAYMENT');
    await buyer.client.act('PayBooking', { bookingId: booking.id, idempotencyKey: randomUUID() });
    let seen = (await watch.next()).bookingChanged;
    while (seen.status !== 'CONFIRMED') seen = (await watch.next()).bookingChanged;
    expect(seen.event.title).toBe(title);
    await watch.close();
  });

  it('cancels an unpaid booking, and its seats are free at once', async () => {
    const before = await seatMap(anyone, show.eventId);
    const seat = before.seats.find((each) => each.state === 'FREE');
    const { booking } = await buyer.client.act<BookingPayload>('CreateBooking', {
      eventId: show.eventId,
      seatIds: [seat?.seat.id],
      idempotencyKey: randomUUID(),
    });
    const { booking: cancelled } = await buyer.client.act<BookingPayload>('CancelBooking', {
      bookingId: booking.id,
      idempotencyKey: randomUUID(),
    });
    expect(cancelled.status).toBe('CANCELLED');
    expect((await seatMap(anyone, show.eventId)).states).toBe(before.states);
  });
});
