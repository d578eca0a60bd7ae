import { randomUUID } from 'node:crypto';
import { Client } from '../support/client.ts';
import { type Actor, logIn, register, registerOrganizer, topUp } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type Plan, putOnSale, seatMap } from '../support/shows.ts';
import type { AttackedServer } from './attacked-server.ts';

const HALL = { sections: 20, rows: 40, seats: 50 } as const;
const SMALL_HALL_SEATS = 234;
/** Accounts that one address uses to hold a whole hall. */
const CROWD = 24;
/** An access token is good for ten minutes; before that a new one is fetched. */
const TOKEN_AGE_MS = 8 * 60_000;

/** Somebody with an account, whose token is renewed when it gets old. */
export interface Person {
  readonly id: string;
  readonly nickname: string;
  readonly password: string;
  token(): Promise<string>;
}

/** What there is to attack. */
export interface Target {
  readonly server: AttackedServer;
  readonly port: number;
  /** On sale, in a hall of 40,000 seats. */
  readonly largeEvent: string;
  readonly largePlan: Plan;
  /** On sale, in a hall of 234 seats, at most 10 for each buyer. */
  readonly smallEvent: string;
  readonly smallSeats: readonly string[];
  /** With twelve halls. */
  readonly venue: string;
  readonly admin: Person;
  readonly organizer: Person;
  /** Has paid for a seat. */
  readonly alice: Person;
  /** Wants what is Alice's. */
  readonly mallory: Person;
  readonly crowd: readonly Person[];
  readonly alices: { readonly booking: string; readonly ticket: string; readonly payment: string };
}

interface Booked {
  readonly booking: { readonly id: string; readonly tickets: readonly { readonly id: string }[] };
}

/** Fills a fresh server with something worth attacking. */
export async function prepareTarget(server: AttackedServer): Promise<Target> {
  const anyone = new Client(server.url);
  const admin = await logIn(anyone, adminEmail, adminPassword);
  const organizer = await registerOrganizer(anyone, admin, 'organizer');
  const large = await putOnSale(organizer.client, {
    title: 'The large hall',
    price: '10.00',
    format: 'PARTERRE',
    chart: planOf(HALL.sections, HALL.rows, HALL.seats),
  });
  const small = await putOnSale(organizer.client, {
    title: 'The small hall',
    price: '10.00',
    format: 'PARTERRE',
    chart: planOf(1, 1, SMALL_HALL_SEATS),
  });
  const { venue } = await organizer.client.act<{ venue: { id: string } }>('CreateVenue', {
    name: 'Twelve halls',
    address: 'Ring 1',
    city: 'Vienna',
    timeZone: 'Europe/Vienna',
  });
  for (let hall = 1; hall <= 12; hall += 1) {
    await organizer.client.act('CreateHall', { venueId: venue.id, name: `Hall ${hall}` });
  }
  const [alice, mallory, ...crowd] = await registerAll(anyone, CROWD + 2);
  if (!alice || !mallory) throw new Error('expected two people');
  return {
    server,
    port: server.port,
    largeEvent: large.eventId,
    largePlan: large.plan,
    smallEvent: small.eventId,
    smallSeats: await allSeats(anyone, small.eventId),
    venue: venue.id,
    admin: personOf(anyone, { id: '', nickname: adminEmail, password: adminPassword, client: admin }),
    organizer: personOf(anyone, organizer),
    alice: personOf(anyone, alice),
    mallory: personOf(anyone, mallory),
    crowd: crowd.map((one) => personOf(anyone, one)),
    alices: await buySomething(alice, large.eventId),
  };
}

/** Buys a seat of the large hall, to see whether the server still sells. @throws when it does not */
export async function sellOne({ server, alice, largeEvent }: Target, seatNumber: number): Promise<void> {
  const client = new Client(server.url).as(await alice.token());
  const { seats } = await seatMap(client, largeEvent);
  const seat = seats[seatNumber];
  if (!seat) throw new Error(`expected a seat ${seatNumber} on the first page of the map`);
  await client.act<Booked>('CreateBooking', {
    eventId: largeEvent,
    seatIds: [seat.seat.id],
    payNow: true,
    idempotencyKey: randomUUID(),
  });
}

async function registerAll(anyone: Client, count: number): Promise<Actor[]> {
  const people: Actor[] = [];
  for (let one = 0; one < count; one += 1) people.push(await register(anyone, 'person'));
  return people;
}

async function buySomething(alice: Actor, eventId: string): Promise<Target['alices']> {
  await topUp(alice, '500.00');
  const { seats } = await seatMap(alice.client, eventId);
  const { booking } = await alice.client.act<Booked>('CreateBooking', {
    eventId,
    seatIds: [seats[0]?.seat.id],
    payNow: true,
    idempotencyKey: randomUUID(),
  });
  const { booking: paid } = await alice.client.ask<{ booking: { payment: { id: string } } }>('Booking', {
    id: booking.id,
  });
  return { booking: booking.id, ticket: booking.tickets[0]?.id ?? '', payment: paid.payment.id };
}

function personOf(anyone: Client, actor: Actor): Person {
  let token = actor.client.accessToken ?? '';
  let since = Date.now();
  return {
    ...actor,
    async token() {
      if (Date.now() - since > TOKEN_AGE_MS) {
        token = (await logIn(anyone, actor.nickname, actor.password)).accessToken ?? '';
        since = Date.now();
      }
      return token;
    },
  };
}

interface SeatPage {
  readonly event: {
    readonly seatMap: {
      readonly seats: {
        readonly nodes: readonly { readonly seat: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    };
  };
}

async function allSeats(client: Client, eventId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: SeatPage = await client.ask('SeatPage', { eventId, first: 100, after });
    const { nodes, pageInfo } = page.event.seatMap.seats;
    ids.push(...nodes.map(({ seat }) => seat.id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

/** A plan in Parterre's own format: sections of equal rows of equal length, in one price zone. */
function planOf(sections: number, rows: number, seats: number): string {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return JSON.stringify({
    format: 'parterre-seating-plan/1',
    name: 'A hall',
    priceZones: [{ key: 'all', label: 'All', color: '#446688' }],
    sections: numbers(sections).map((section) => ({
      kind: 'SEATED',
      label: `Section ${section}`,
      zone: 'all',
      rows: numbers(rows).map((row) => ({
        label: String(row),
        seats: numbers(seats).map((seat) => ({ label: String(seat), x: seat, y: section * 100 + row })),
      })),
    })),
  });
}
