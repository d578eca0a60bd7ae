import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { adminEmail, adminPassword } from '../support/house-process.ts';
import { register, registerOrganizer, signIn, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import type { AskerName } from './access-policy.ts';
import type { Things } from './ways.ts';

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

export interface Furnished {
  readonly clients: Record<AskerName, Client>;
  readonly rival: Client;
  readonly things: Things;
}

/**
 * Fills an empty house: a show with one sold seat, one signed-in client of each of the five kinds, and a
 * rival: an organizer who has nothing to do with the show.
 */
export async function furnish(anyone: Client): Promise<Furnished> {
  const admin = await signIn(anyone, adminEmail, adminPassword);
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
  const { booking: details } = await buyer.client.ask<{ booking: { payment: { id: string } } }>('Booking', {
    id: booking.id,
  });
  const { data } = await anyone.send<{ event: { venue: { id: string } } }>(
    `{ event(id: "${show.eventId}") { venue { id } } }`,
  );
  const { data: mine } = await buyer.client.send<{ me: { sessions: { nodes: { id: string }[] } } }>(
    '{ me { sessions(first: 1) { nodes { id } } } }',
  );
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

  return {
    clients: { nobody: anyone, buyer: buyer.client, other: other.client, organizer: organizer.client, admin },
    rival: rival.client,
    things: {
      buyer: buyer.id,
      event: show.eventId,
      artist: show.artistId,
      venue: data?.event.venue.id ?? '',
      hall: show.hallId,
      freeSeat: seats[1]?.seat.id ?? '',
      booking: booking.id,
      ticket: booking.tickets[0]?.id ?? '',
      payment: details.payment.id,
      notification: me.notifications.nodes[0]?.id ?? '',
      session: mine?.me.sessions.nodes[0]?.id ?? '',
    },
  };
}
