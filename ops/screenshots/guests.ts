import { randomUUID } from 'node:crypto';
import type { DemoAccount } from '../launch/demo/accounts.ts';
import { type DemoClient, DemoRefused } from '../launch/demo/demo-client.ts';

/** A booking that is paid, with its tickets. */
export interface Booking {
  readonly id: string;
  readonly tickets: readonly { readonly id: string; readonly code: string }[];
}

interface Sale {
  readonly eventId: string;
  /** So many free seats are left between one party and the next. */
  readonly skips: number;
}

const guests = ['clara', 'dmitri', 'elena', 'felix', 'greta', 'henrik', 'ines', 'jonas'];

/** Eight people with money buy a party of two to nine seats each, of every event. */
export async function sellTo(anyone: DemoClient, sales: readonly Sale[]): Promise<Map<string, Booking[]>> {
  const bought = new Map<string, Booking[]>();
  const people = await Promise.all(guests.map((nickname) => newGuest(anyone, nickname)));
  for (const { eventId, skips } of sales) {
    const free = await freeSeats(anyone, eventId);
    const bookings: Booking[] = [];
    for (const [at, person] of people.entries()) {
      const from = at * (skips + 8) + 4;
      bookings.push(await buy(person, eventId, free.slice(from, from + 2 + ((at * 5) % 8))));
    }
    bought.set(eventId, bookings);
  }
  return bought;
}

async function newGuest(anyone: DemoClient, nickname: string): Promise<DemoClient> {
  const { session } = await anyone.act<{ session: { accessToken: string } }>('ShotRegister', {
    nickname,
    email: `${nickname}@parterre.example`,
    password: randomUUID(),
  });
  const person = anyone.as(session.accessToken);
  // The wallet is opened by the fact that somebody has registered, a moment later.
  const until = Date.now() + 60_000;
  for (const input = { amount: euros('5000.00'), ...key() }; ; ) {
    try {
      await person.act('ShotTopUp', input);
      return person;
    } catch (error) {
      if (!(error instanceof DemoRefused) || error.code !== 'WALLET_NOT_FOUND' || Date.now() > until)
        throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function buy(person: DemoClient, eventId: string, seatIds: readonly string[]): Promise<Booking> {
  const { booking } = await person.act<{ booking: Booking }>('ShotBook', {
    ...{ eventId, seatIds, payNow: true, ...key() },
  });
  const { booking: whole } = await person.ask<{ booking: Booking }>('ShotTickets', { bookingId: booking.id });
  return whole;
}

export async function signIn(anyone: DemoClient, { email, password }: DemoAccount): Promise<DemoClient> {
  const { session } = await anyone.act<{ session: { accessToken: string } }>('ShotSignIn', {
    login: email,
    password,
  });
  return anyone.as(session.accessToken);
}

/** The free seats of an event in plan order, at most the first 2,000. */
export async function freeSeats(person: DemoClient, eventId: string): Promise<string[]> {
  interface Page {
    readonly nodes: readonly { readonly seat: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string | null };
  }
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { event }: { event: { seatMap: { seats: Page } } } = await person.ask('ShotSeats', {
      eventId,
      after,
    });
    ids.push(...event.seatMap.seats.nodes.map(({ seat }) => seat.id));
    after = event.seatMap.seats.nodes.length === 100 ? event.seatMap.seats.pageInfo.endCursor : null;
  } while (after !== null && ids.length < 2_000);
  return ids;
}

export function euros(amount: string) {
  return { amount, currencyCode: 'EUR' };
}

/** Names one attempt. */
export function key() {
  return { idempotencyKey: randomUUID() };
}
