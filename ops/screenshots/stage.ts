import { readFileSync } from 'node:fs';
import { demoAdministrator, demoBuyers, demoOrganizer } from '../launch/demo/accounts.ts';
import { DemoClient } from '../launch/demo/demo-client.ts';
import { arenaPlan } from './arena-plan.ts';
import { type Booking, buy, euros, freeSeats, key, sellTo, signIn } from './guests.ts';

/** What the pages show: addresses, and what is made anew for a picture because it ends by itself. */
export interface Stage {
  readonly ids: StageIds;
  /** Holds two places for the second buyer, until `letGo`. */
  hold(): Promise<{ bookingId: string; letGo(): Promise<void> }>;
}

export interface StageIds {
  readonly play: string;
  readonly arena: string;
  readonly tonight: string;
  readonly cancelled: string;
  readonly series: string;
  readonly venue: string;
  readonly studio: string;
  readonly paid: string;
  readonly refunded: string;
  readonly ticket: string;
  /** The nickname of who bought it. */
  readonly buyer: string;
  /** Codes of tickets of tonight that nobody has shown yet. */
  readonly codes: readonly string[];
}

interface Hall {
  readonly id: string;
  readonly name: string;
  readonly seatingPlan: { readonly priceZones: readonly { readonly id: string }[] } | null;
}

const HOUR_MS = 3_600_000;
const document = readFileSync(new URL('./operations.graphql', import.meta.url), 'utf8');

/** Adds to a fresh demo, by its public API, what makes a page worth a picture. */
export async function setStage(graphqlUrl: string, now: Date): Promise<Stage> {
  const anyone = new DemoClient(graphqlUrl, undefined, document);
  const organizer = await signIn(anyone, demoOrganizer);
  const { buyer: bea, holder: ben } = viewers;
  if (!bea || !ben) throw new Error('expected the demo to have two buyers');
  const house = await ownVenue(organizer);
  const great = house.halls.find(({ name }) => name === 'Great Hall');
  const studio = house.halls.find(({ name }) => name === 'Studio');
  if (!great || !studio) throw new Error('expected the demo to have a Great Hall and a Studio');
  await organizer.act('ShotImportPlan', {
    hallId: (await organizer.act<{ hall: Hall }>('ShotCreateHall', { venueId: house.id, name: 'Arena' })).hall
      .id,
    format: 'PARTERRE',
    document: arenaPlan(),
  });
  const big = (await ownVenue(organizer)).halls.find(({ name }) => name === 'Arena');
  if (!big) throw new Error('expected the arena to be there after it was created');

  const show = (hall: Hall, title: string, inDays: number, prices: readonly string[]) =>
    putOnSale(organizer, hall, { title, prices, startsAt: evening(now, inDays) });
  const tonight = await show(great, 'The Seagull', 0, ['58.00', '39.00', '24.00']);
  const arena = await show(big, 'Mahler: Symphony No. 2', 33, ['120.00', '85.00', '49.00']);
  const cancelled = await show(great, 'Three Sisters', 8, ['58.00', '39.00', '24.00']);
  const bought = await sellTo(anyone, [
    { eventId: tonight, skips: 15 },
    { eventId: arena, skips: 180 },
    { eventId: cancelled, skips: 18 },
  ]);
  const codes = bought.get(tonight)?.flatMap(({ tickets }) => tickets.map(({ code }) => code)) ?? [];
  const early = Math.ceil(codes.length * 0.6);
  for (const code of codes.slice(0, early)) {
    await organizer.act('ShotCheckIn', { code, eventId: tonight, ...key() });
  }
  const spare = await freeSeats(organizer, tonight);
  await organizer.act('ShotBlockSeats', { eventId: tonight, seatIds: spare.slice(-4) });
  await organizer.act('ShotCancelEvent', {
    eventId: cancelled,
    reason: 'Two of the sisters are ill.',
    ...key(),
  });
  await organizer.act('ShotPromoCode', { code: 'STUDENT', fixedPrice: euros('15.00') });
  await organizer.act('ShotPromoCode', {
    code: 'SUBSCRIBER',
    percentOff: 25,
    validUntil: new Date(now.getTime() + 90 * 24 * HOUR_MS).toISOString(),
  });

  const events = await eventsOnSale(organizer);
  const play = events.find(({ title }) => title === 'A Midsummer Night’s Dream')?.id ?? tonight;
  const buyer = await signIn(anyone, bea);
  const paid = await buy(buyer, play, (await freeSeats(buyer, play)).slice(60, 62));
  const refunded = await buy(buyer, tonight, (await freeSeats(buyer, tonight)).slice(30, 32));
  await buyer.act('ShotRefund', {
    bookingId: refunded.id,
    ticketIds: refunded.tickets.map(({ id }) => id),
    ...key(),
  });
  return {
    ids: {
      ...{ play, arena, tonight, cancelled, codes: codes.slice(early) },
      series: events.find(({ series }) => series !== null)?.series?.id ?? '',
      ...{ venue: house.id, studio: studio.id },
      ...{ paid: paid.id, refunded: refunded.id, ticket: paid.tickets[0]?.id ?? '', buyer: bea.nickname },
    },
    async hold() {
      // A token lives for minutes, the pictures take longer.
      const person = await signIn(anyone, ben);
      const seatIds = (await freeSeats(person, play)).slice(84, 86);
      const { booking } = await person.act<{ booking: Booking }>('ShotBook', {
        ...{ eventId: play, seatIds, ...key() },
      });
      return {
        bookingId: booking.id,
        letGo: async () => {
          await person.act('ShotCancelBooking', { bookingId: booking.id, ...key() });
        },
      };
    },
  };
}

/** The accounts that pages are seen as. */
export const viewers = {
  buyer: demoBuyers[0],
  /** Whose lists do not matter: a hold that was taken back stays in them. */
  holder: demoBuyers[1],
  organizer: demoOrganizer,
  administrator: demoAdministrator,
};

async function ownVenue(organizer: DemoClient): Promise<{ id: string; halls: readonly Hall[] }> {
  const { venues } = await organizer.ask<{ venues: { nodes: { id: string; halls: Hall[] }[] } }>(
    'ShotVenue',
    {},
  );
  const [venue] = venues.nodes;
  if (!venue) throw new Error('expected the demo to have its theatre');
  return venue;
}

async function eventsOnSale(organizer: DemoClient) {
  type Found = { id: string; title: string; series: { id: string } | null };
  return (await organizer.ask<{ events: { nodes: Found[] } }>('ShotEvents', {})).events.nodes;
}

/** Half past six in the evening (UTC) so many days from now, or two hours from now when that is over or near today. */
function evening(now: Date, inDays: number): Date {
  const [day, halfHour] = [24 * HOUR_MS, HOUR_MS / 2];
  const startsAt = Math.floor(now.getTime() / day) * day + (inDays * 24 + 18.5) * HOUR_MS;
  const soon = Math.ceil((now.getTime() + 2 * HOUR_MS) / halfHour) * halfHour;
  return new Date(Math.max(startsAt, soon));
}

interface Show {
  readonly title: string;
  readonly startsAt: Date;
  readonly prices: readonly string[];
}

async function putOnSale(
  organizer: DemoClient,
  hall: Hall,
  { title, startsAt, prices }: Show,
): Promise<string> {
  const { event } = await organizer.act<{ event: { id: string } }>('ShotCreateEvent', {
    ...{ title, hallId: hall.id, startsAt: startsAt.toISOString() },
    endsAt: new Date(startsAt.getTime() + 3 * HOUR_MS).toISOString(),
    refundTiers: [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 1, percent: 50 },
    ],
    prices: hall.seatingPlan?.priceZones.map(({ id }, at) => ({
      priceZoneId: id,
      price: euros(prices[at] ?? '0.00'),
    })),
  });
  await organizer.act('ShotPublish', { eventId: event.id });
  return event.id;
}
