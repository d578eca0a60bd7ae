import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { logIn, register, registerOrganizer, topUp } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { openSeries, putOnSale, seatMap } from '../support/shows.ts';
import type { Things } from './access-paths.ts';
import type { CallerName } from './access-policy.ts';

interface Belongings {
  readonly me: {
    readonly id: string;
    readonly loyalty: { readonly operations: { readonly nodes: readonly object[] } };
    readonly notifications: { readonly nodes: readonly { readonly id: string }[] };
  };
}
interface Bought {
  readonly booking: { readonly id: string; readonly tickets: readonly { readonly id: string }[] };
}

export interface Seeded {
  readonly clients: Record<CallerName, Client>;
  readonly rival: Client;
  readonly things: Things;
}

/**
 * Fills an empty server: a show with one sold seat, one signed-in client of each of the five kinds, and a
 * rival: an organizer who has nothing to do with the show.
 */
export async function seed(anyone: Client): Promise<Seeded> {
  const admin = await logIn(anyone, adminEmail, adminPassword);
  const organizer = await registerOrganizer(anyone, admin, 'organizer');
  const rival = await registerOrganizer(anyone, admin, 'rival');
  const buyer = await register(anyone, 'buyer');
  const other = await register(anyone, 'other');
  const show = await putOnSale(organizer.client);
  await topUp(buyer, '100.00');

  const { seats } = await seatMap(anyone, show.eventId);
  const { booking } = await buyer.client.act<Bought>('CreateBooking', {
    eventId: show.eventId,
    seatIds: [seats[0]?.seat.id],
    payNow: true,
    idempotencyKey: randomUUID(),
  });
  const { booking: details } = await buyer.client.ask<{
    booking: { payment: { id: string }; tickets: { code: string }[] };
  }>('Booking', {
    id: booking.id,
  });
  const { data } = await anyone.send<{ event: { venue: { id: string } } }>(
    `{ event(id: "${show.eventId}") { venue { id } } }`,
  );
  const { data: mine } = await buyer.client.send<{ me: { sessions: { nodes: { id: string }[] } } }>(
    '{ me { sessions(first: 1) { nodes { id } } } }',
  );
  const { promoCode } = await organizer.client.act<{ promoCode: { id: string } }>('CreatePromoCode', {
    code: `SEED${randomUUID().slice(0, 8)}`,
    percentOff: 10,
  });
  const { me } = await eventually('points and mails of the booking', async () => {
    const answer = await buyer.client.ask<Belongings>('Me');
    return (
      answer.me.loyalty.operations.nodes.length > 0 && answer.me.notifications.nodes.length > 1 && answer
    );
  });
  await eventually('the statistics of the event', async () => {
    const { event } = await organizer.client.ask<{ event: { statistics: { sold: number } } }>(
      'EventStatistics',
      { id: show.eventId },
    );
    return event.statistics.sold === 1;
  });
  const { eventId: cancelledEvent } = await putOnSale(organizer.client, { title: 'The Seagull' });
  await organizer.client.act('CancelEvent', {
    eventId: cancelledEvent,
    reason: 'The leading actor is ill.',
    idempotencyKey: randomUUID(),
  });
  await eventually('the cancellation to be done', async () => {
    const { eventCancellation } = await organizer.client.ask<{ eventCancellation: object | null }>(
      'EventCancellation',
      { eventId: cancelledEvent },
    );
    return eventCancellation !== null;
  });

  return {
    clients: {
      anonymous: anyone,
      buyer: buyer.client,
      other: other.client,
      organizer: organizer.client,
      admin,
    },
    rival: rival.client,
    things: {
      buyer: buyer.id,
      event: show.eventId,
      series: await scheduleOne(organizer.client, await openSeries(organizer.client, show)),
      cancelledEvent,
      artist: show.artistId,
      venue: data?.event.venue.id ?? '',
      hall: show.hallId,
      freeSeat: seats[1]?.seat.id ?? '',
      booking: booking.id,
      ticket: booking.tickets[0]?.id ?? '',
      ticketCode: details.tickets[0]?.code ?? '',
      payment: details.payment.id,
      notification: me.notifications.nodes[0]?.id ?? '',
      session: mine?.me.sessions.nodes[0]?.id ?? '',
      promoCode: promoCode.id,
    },
  };
}

/** One slot of the series, on sale. */
async function scheduleOne(organizer: Client, eventSeriesId: string): Promise<string> {
  await organizer.act('ScheduleEventSeries', {
    eventSeriesId,
    startsAt: '2035-03-02T10:00:00.000Z',
    recurrenceRule: 'FREQ=DAILY;COUNT=1',
    durationMinutes: 60,
    publish: true,
  });
  return eventSeriesId;
}
