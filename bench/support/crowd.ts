import { randomUUID } from 'node:crypto';
import { openShow } from '../../tests/reliability/open-show.ts';
import type { Client } from '../../tests/support/client.ts';
import { type Actor, register, topUp } from '../../tests/support/people.ts';

/** Buyers who each buy one free seat after another, pay at once, and all take from one list. */
export interface Crowd {
  /** Buys for so long; answers the milliseconds of each booking. */
  buyFor(ms: number): Promise<number[]>;
  /** What was bought so far. */
  readonly bought: readonly Bought[];
}

/** A booking, and the key that it was asked for under. */
export interface Bought {
  readonly bookingId: string;
  readonly idempotencyKey: string;
}

export interface Hall {
  readonly eventId: string;
  /** Seats that nobody has yet; taken from the end. */
  readonly free: string[];
}

const PURSE = '100000.00';

export async function openHall(anyone: Client, seats: number, price = '1.00'): Promise<Hall> {
  const { eventId } = await openShow(anyone, { seats, price });
  return { eventId, free: await allSeatIds(anyone, eventId) };
}

/** `clients`: of gateways or servers that sell the same; the crowd spreads over them. */
export async function gather(clients: readonly Client[], size: number, hall: Hall): Promise<Crowd> {
  const buyers: Awaited<ReturnType<typeof openBuyer>>[] = [];
  // One after another: a password takes a tenth of a second of a processor, and a request ends after ten seconds.
  while (buyers.length < size) {
    buyers.push(await openBuyer(clients[buyers.length % clients.length] as Client));
  }
  const bought: Bought[] = [];
  return {
    bought,
    async buyFor(ms) {
      const end = performance.now() + ms;
      const durations: number[] = [];
      await Promise.all(
        buyers.map(async (buyer) => {
          while (performance.now() < end) {
            const seatId = hall.free.pop();
            if (!seatId) throw new Error('expected more seats for this machine; make the hall larger');
            const idempotencyKey = randomUUID();
            const begun = performance.now();
            const { booking } = await buyer.client.act<Booked>('CreateBooking', {
              eventId: hall.eventId,
              seatIds: [seatId],
              payNow: true,
              idempotencyKey,
            });
            durations.push(performance.now() - begun);
            bought.push({ bookingId: booking.id, idempotencyKey });
          }
        }),
      );
      return durations;
    },
  };
}

async function openBuyer(anyone: Client): Promise<Actor> {
  const buyer = await register(anyone, 'bench');
  await topUp(buyer, PURSE);
  return buyer;
}

async function allSeatIds(anyone: Client, eventId: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { event }: SeatPage = await anyone.ask<SeatPage>('SeatPage', { eventId, first: 100, after });
    ids.push(...event.seatMap.seats.nodes.map((node) => node.seat.id));
    after = event.seatMap.seats.pageInfo.hasNextPage ? event.seatMap.seats.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

interface Booked {
  readonly booking: { readonly id: string };
}

interface SeatPage {
  readonly event: {
    readonly seatMap: {
      readonly seats: {
        readonly nodes: readonly { readonly seat: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}
