import { readFileSync } from 'node:fs';
import type { Client } from './client.ts';

/** A real chart: 32 seats in rows A to D (two categories), and two standing areas of 100. */
export const sampleChart = readFileSync(
  new URL('../../subgraphs/events/samples/seatsio/sampleChart.json', import.meta.url),
  'utf8',
);
/** A real chart with two sections whose seats inherit their section's category: 36 and 35 seats. */
export const sampleChartWithSections = readFileSync(
  new URL('../../subgraphs/events/samples/seatsio/sampleChartWithSections.json', import.meta.url),
  'utf8',
);

export interface Plan {
  readonly id: string;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly sections: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'SEATED' | 'STANDING';
  }[];
  readonly priceZones: readonly { readonly id: string; readonly key: string; readonly label: string }[];
}

export interface Show {
  readonly eventId: string;
  readonly hallId: string;
  readonly artistId: string;
  readonly plan: Plan;
}

/** An organizer draws a hall from a chart, prices every zone, and puts a show on sale. */
export async function putOnSale(
  organizer: Client,
  options: {
    chart?: string;
    format?: 'SEATS_IO' | 'PARTERRE';
    price?: string;
    holdSeconds?: number;
    maxSeatsPerUser?: number;
    minimumGuests?: number;
    title?: string;
  } = {},
): Promise<Show> {
  const { venue } = await organizer.act<{ venue: { id: string } }>('CreateVenue', {
    name: 'Old Theatre',
    address: 'Linke Wienzeile 6',
    city: 'Vienna',
    timeZone: 'Europe/Vienna',
  });
  const { hall } = await organizer.act<{ hall: { id: string } }>('CreateHall', {
    venueId: venue.id,
    name: 'Great Hall',
  });
  const { seatingPlan } = await organizer.act<{ seatingPlan: Plan }>('ImportSeatingPlan', {
    hallId: hall.id,
    format: options.format ?? 'SEATS_IO',
    document: options.chart ?? sampleChart,
  });
  const { artist } = await organizer.act<{ artist: { id: string } }>('CreateArtist', { name: 'The Company' });
  const { event } = await organizer.act<{ event: { id: string } }>('CreateEvent', {
    title: options.title ?? 'The Cherry Orchard',
    hallId: hall.id,
    artistIds: [artist.id],
    startsAt: '2035-03-01T18:30:00.000Z',
    endsAt: '2035-03-01T21:00:00.000Z',
    prices: seatingPlan.priceZones.map((zone) => ({
      priceZoneId: zone.id,
      price: { amount: options.price ?? '25.00', currencyCode: 'EUR' },
    })),
    ...(options.holdSeconds === undefined ? {} : { holdSeconds: options.holdSeconds }),
    ...(options.maxSeatsPerUser === undefined ? {} : { maxSeatsPerUser: options.maxSeatsPerUser }),
    ...(options.minimumGuests === undefined ? {} : { minimumGuests: options.minimumGuests }),
  });
  await organizer.act('PublishEvent', { eventId: event.id });
  return { eventId: event.id, hallId: hall.id, artistId: artist.id, plan: seatingPlan };
}

export interface SeatState {
  readonly index: number;
  readonly state: 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';
  readonly seat: { readonly id: string; readonly label: string };
}

interface MapAnswer {
  readonly event: {
    readonly seatMap: {
      readonly version: string;
      readonly states: string;
      readonly seats: { readonly nodes: readonly SeatState[] };
    };
  };
}

/** The map of a show as anybody sees it: its version, its states, and its first hundred seats. */
export async function seatMap(client: Client, eventId: string) {
  const { event } = await client.ask<MapAnswer>('SeatMap', { eventId });
  return { version: event.seatMap.version, states: event.seatMap.states, seats: event.seatMap.seats.nodes };
}

/** The identifiers of all seats of a show, in plan order: as `seatMap` has their states. */
export async function seatIdsOf(client: Client, eventId: string): Promise<readonly string[]> {
  const { data, errors } = await client.send<{ event: { seatingPlan: { seats: { id: string }[] } } }>(
    'query ($id: ID!) { event(id: $id) { seatingPlan { seats { id } } } }',
    { id: eventId },
  );
  if (!data) throw new Error(`expected the seats of ${eventId}, got ${JSON.stringify(errors)}`);
  return data.event.seatingPlan.seats.map(({ id }) => id);
}

/** A series in the hall of the show, without a slot. */
export async function openSeries(organizer: Client, { hallId, artistId, plan }: Show): Promise<string> {
  const { eventSeries } = await organizer.act<{ eventSeries: { id: string } }>('CreateEventSeries', {
    title: 'Behind the Scenes',
    hallId,
    artistIds: [artistId],
    prices: plan.priceZones.map((zone) => ({
      priceZoneId: zone.id,
      price: { amount: '5.00', currencyCode: 'EUR' },
    })),
  });
  return eventSeries.id;
}
