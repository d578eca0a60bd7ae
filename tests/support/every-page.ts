import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Client } from './client.ts';
import { eventually } from './eventually.ts';
import { type Actor, topUp } from './people.ts';
import { openSeries, putOnSale, seatMap } from './shows.ts';

/** Every page of the web app with something on it, for one person: the organizer of it all has bought there as well. */
export interface EveryPage {
  /** Of the shop, the account and the office. */
  readonly paths: readonly string[];
  /** For administrators alone. */
  readonly adminPaths: readonly string[];
  /** Those that a visitor comes by on the way to a ticket. */
  readonly onTheWay: {
    readonly event: string;
    readonly held: string;
    readonly paid: string;
    readonly ticket: string;
  };
}

interface Booked {
  readonly booking: { readonly id: string; readonly tickets: readonly { readonly id: string }[] };
}

/**
 * Makes a show of a title of its own, a draft, a series with a slot, and bookings that are held, paid and given back, all of
 * one organizer.
 */
export async function everyPage(client: Client, person: Actor, title: string): Promise<EveryPage> {
  const organizer = person.client;
  const show = await putOnSale(organizer, { title });
  const { eventId, hallId } = show;
  const { event: draft } = await organizer.act<{ event: { id: string } }>('CreateEvent', {
    title: 'Three Sisters',
    hallId,
    startsAt: '2035-04-01T18:30:00.000Z',
    endsAt: '2035-04-01T21:00:00.000Z',
  });
  const seriesId = await openSeries(organizer, show);
  await organizer.act('ScheduleEventSeries', {
    eventSeriesId: seriesId,
    startsAt: '2035-05-01T08:00:00.000Z',
    recurrenceRule: 'FREQ=DAILY;COUNT=3',
    durationMinutes: 60,
    publish: true,
  });
  await organizer.act('CreatePromoCode', { code: randomUUID(), percentOff: 10, eventIds: [eventId] });

  await topUp(person, '500.00');
  const { seats } = await seatMap(client, eventId);
  const book = async (at: number, payNow: boolean) => {
    const { booking } = await organizer.act<Booked>('CreateBooking', {
      eventId,
      seatIds: [seats[at]?.seat.id],
      payNow,
      idempotencyKey: randomUUID(),
    });
    return booking.id;
  };
  const [paid, refunded, held] = [await book(0, true), await book(1, true), await book(2, false)];
  const ticket = await ticketOf(organizer, paid);
  const ticketIds = [await ticketOf(organizer, refunded)];
  await organizer.act('RefundTickets', { bookingId: refunded, ticketIds, idempotencyKey: randomUUID() });

  const office = `/organizer/events/${eventId}`;
  const ofVenue = `/organizer/venues/${await venueOf(organizer, eventId)}`;
  return {
    paths: [
      ...[`/?q=${encodeURIComponent(title)}`, '/?q=nothing-like-it', '/no-such-page'],
      ...[`/events/${eventId}`, `/events/${eventId}?view=list`, `/series/${seriesId}`],
      ...[held, paid, refunded].map((id) => `/bookings/${id}`),
      `/tickets/${ticket}`,
      ...['bookings', 'wallet', 'points', 'notifications', 'security'].map((path) => `/account/${path}`),
      ...['/confirm-email?token=none', '/reset-password?token=none'],
      ...['/organizer', '/organizer/orders', '/organizer/events', '/organizer/events/new'],
      '/organizer/promo-codes',
      ...[`/organizer/events/${draft.id}`, `/organizer/events/${draft.id}/prices`, office],
      ...['prices', 'seats', 'sales', 'check-in', 'orders', 'attendees', 'move', 'cancel'].map(
        (path) => `${office}/${path}`,
      ),
      ...['/organizer/series/new', `/organizer/series/${seriesId}`],
      ...['/organizer/venues', ofVenue],
      ...[`${ofVenue}/halls/${hallId}/plan`, `${ofVenue}/halls/${hallId}/plan/draw`],
    ],
    adminPaths: ['/admin/users', '/admin/dead-letters', '/admin/health'],
    onTheWay: {
      event: `/events/${eventId}`,
      held: `/bookings/${held}`,
      paid: `/bookings/${paid}`,
      ticket: `/tickets/${ticket}`,
    },
  };
}

async function venueOf(organizer: Client, eventId: string): Promise<string> {
  const { data } = await organizer.send<{ event: { venue: { id: string } } }>(
    `{ event(id: "${eventId}") { venue { id } } }`,
  );
  return data?.event.venue.id ?? '';
}

/** The first ticket of a booking, which is printed a moment after it was paid. */
function ticketOf(buyer: Client, bookingId: string): Promise<string> {
  return eventually('a ticket', async () => {
    const { data } = await buyer.send<Booked>(`{ booking(id: "${bookingId}") { id tickets { id } } }`);
    return data?.booking.tickets[0]?.id;
  });
}

const isWhole = `document.querySelector('main h1') !== null
  && document.querySelector('[data-skeleton], [aria-busy=true]') === null`;

/** Opens a page, and waits until nothing of it is still to come. */
export async function openWhole(page: Page, url: string): Promise<void> {
  await page.goto(url);
  // A function that the page itself looks at would be made there from a text, which its policy refuses.
  await eventually(`all of ${url}`, () => page.evaluate<boolean>(isWhole));
}
