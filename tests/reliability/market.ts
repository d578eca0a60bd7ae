import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Client, Refusable } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { seatMap } from '../support/shows.ts';
import { LongestWaits } from './longest-waits.ts';
import { openShow } from './open-show.ts';

export interface MarketOptions {
  /** Of gateways or servers that sell the same; buyers go to the next one when one does not answer. */
  readonly clients: readonly Client[];
  readonly buyers: number;
  readonly seats: number;
  readonly holdSeconds: number;
}

const PRICE = 10;
const PURSE = 5_000;
/** What a buyer does with a seat, in turn. */
const courses = ['pays at once', 'pays later', 'walks away', 'gives it back'] as const;
/** Whoever has waited for so long waits for ever. */
export const FOR_EVER_MS = 120_000;
const END_PATIENCE_MS = 120_000;
/** An access token lives for ten minutes. */
const SESSION_MS = 5 * 60_000;

interface Booked extends Refusable {
  readonly booking: { readonly id: string; readonly status: string } | null;
}

/** A booking as its buyer knows it. */
interface Known {
  /** Which of the buyers. */
  readonly buyer: number;
  readonly id: string;
  /** What the answers promised; a booking that was left alone may end either way. */
  readonly promised: 'CONFIRMED' | 'REFUNDED' | null;
}

/** How bookings of a market have ended. */
export interface Endings {
  readonly confirmed: number;
  /** Paid, and undone. */
  readonly refunded: number;
  /** Held, and never paid for. */
  readonly expired: number;
}

/** Buyers who want the same seats again and again, until they are told to stop, and know what they were promised. */
export class Market {
  readonly eventId: string;
  /** For answers to what buyers ask, and for what becomes of it. */
  readonly waits = new LongestWaits();
  readonly #options: MarketOptions;
  readonly #seatIds: readonly string[];
  readonly #buyers: Actor[];
  readonly #known: Known[] = [];
  #running: Promise<unknown> = Promise.resolve();
  #isOpen = false;
  #answers = 0;
  #confirmed = 0;
  /** Paid for and not given back. */
  #kept = 0;

  private constructor(options: MarketOptions, eventId: string, seatIds: readonly string[], buyers: Actor[]) {
    this.#options = options;
    this.eventId = eventId;
    this.#seatIds = seatIds;
    this.#buyers = buyers;
  }

  static async prepare(options: MarketOptions): Promise<Market> {
    const [first] = options.clients;
    if (!first) throw new Error('expected somebody who sells');
    const { eventId } = await openShow(first, {
      seats: options.seats,
      price: `${PRICE}.00`,
      holdSeconds: options.holdSeconds,
      maxSeatsPerUser: 50,
    });
    const seatIds = (await seatMap(first, eventId)).seats.map(({ seat }) => seat.id);
    const buyers: Actor[] = [];
    for (let number = 0; number < options.buyers; number += 1) {
      // An account that was opened without the answer arriving does no harm: the next one has another name.
      const buyer = await eventually('a buyer', () => register(first, 'buyer'));
      await topUp(buyer, `${PURSE}.00`);
      buyers.push(buyer);
    }
    return new Market(options, eventId, seatIds, buyers);
  }

  /** Answers that came, refusals included. */
  get answers(): number {
    return this.#answers;
  }

  /** Bookings that were paid for. */
  get confirmed(): number {
    return this.#confirmed;
  }

  open(): void {
    this.#isOpen = true;
    this.#running = Promise.all(this.#buyers.map((_, number) => this.#buyOn(number)));
    // It is awaited in `close`.
    this.#running.catch(() => undefined);
  }

  /** Lets everybody finish what is in hand. @throws what went wrong with any of them */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#running;
  }

  /** Every promise is kept, what was held by those who walked away is free again, and no coin is missing. */
  async expectPromisesKept(): Promise<Endings> {
    for (const number of this.#buyers.keys()) await this.#signInAnew(number);
    const ended = await eventually(
      'every booking to end as it was promised',
      async () => {
        const statuses = await this.#statuses();
        const open = this.#known.flatMap(({ id, promised }, index) =>
          (promised ? statuses[index] === promised : statuses[index] !== 'AWAITING_PAYMENT')
            ? []
            : [`${id} is ${statuses[index]}, not ${promised ?? 'ended'}`],
        );
        if (open.length > 0) throw new Error(open.slice(0, 5).join('; '));
        return statuses;
      },
      END_PATIENCE_MS,
    );
    const kept = this.#known.filter((_, index) => ended[index] === 'CONFIRMED');
    expect(kept.length).toBeGreaterThan(0);
    const { states } = await eventually('the map to show no held seat', async () => {
      const map = await seatMap(this.#options.clients[0] as Client, this.eventId);
      return !map.states.includes('H') && map;
    });
    expect(states.replaceAll('F', '')).toBe('S'.repeat(kept.length));
    const purses = await Promise.all(this.#buyers.map(availableTo));
    expect(purses).toEqual(
      this.#buyers.map((_, number) => PURSE - PRICE * kept.filter(({ buyer }) => buyer === number).length),
    );
    const count = (status: string) => ended.filter((each) => each === status).length;
    return { confirmed: kept.length, refunded: count('REFUNDED'), expired: count('EXPIRED') };
  }

  /** One buyer's evening: seats that others want as well, one after the other; what was bought is given back. */
  async #buyOn(number: number): Promise<void> {
    let signedInAt = performance.now();
    for (let round = 0; this.#isOpen; round += 1) {
      if (performance.now() - signedInAt > SESSION_MS) {
        await this.#signInAnew(number);
        signedInAt = performance.now();
      }
      const buyer = this.#buyers[number] as Actor;
      const course = courses[(number + round) % courses.length];
      // Steps of 7 and 13 lead every buyer past the seats of all others.
      const seatId = this.#seatIds[(number * 13 + round * 7) % this.#seatIds.length];
      const payNow = course === 'pays at once' || course === 'gives it back';
      const input = { eventId: this.eventId, seatIds: [seatId], payNow };
      const booking = await this.#ask(buyer, 'CreateBooking', input);
      if (!booking) continue;
      const later =
        course === 'pays later' && (await this.#ask(buyer, 'PayBooking', { bookingId: booking.id }));
      const isPaid = (later || booking).status === 'CONFIRMED';
      if (isPaid) this.#confirmed += 1;
      // A hall that is sold out has nothing left to fight for.
      const isEnough = this.#kept >= this.#seatIds.length / 2;
      const givesBack = course === 'gives it back' || (isPaid && (isEnough || round % 3 !== 0));
      if (isPaid && !givesBack) this.#kept += 1;
      const returned = givesBack && (await this.#ask(buyer, 'CancelBooking', { bookingId: booking.id }));
      this.#known.push({
        buyer: number,
        id: booking.id,
        promised: returned ? 'REFUNDED' : isPaid ? 'CONFIRMED' : null,
      });
    }
  }

  /**
   * Asks one gateway and then the next with the same key until one answers; null when it refuses, because somebody
   * else was faster or the hold has run out.
   */
  async #ask(buyer: Actor, operation: string, input: object): Promise<Booked['booking']> {
    const idempotencyKey = randomUUID();
    let attempt = this.#answers;
    const outcome = eventually(
      `an answer to ${operation}`,
      async () => {
        const { clients } = this.#options;
        const at = clients[attempt++ % clients.length] as Client;
        const client = at.as(buyer.client.accessToken as string);
        const answer = client.once<Booked>(operation, { ...input, idempotencyKey });
        const payload = await this.waits.answer(answer);
        return !payload.userErrors.some(({ code }) => code === 'TRY_AGAIN') && payload;
      },
      FOR_EVER_MS,
    );
    const { booking, userErrors } = await this.waits.outcome(outcome);
    this.#answers += 1;
    return userErrors.length > 0 ? null : booking;
  }

  async #signInAnew(number: number): Promise<void> {
    const { clients } = this.#options;
    const { nickname, password, ...buyer } = this.#buyers[number] as Actor;
    let attempt = number;
    const client = await eventually('a new session', () =>
      logIn(clients[attempt++ % clients.length] as Client, nickname, password),
    );
    this.#buyers[number] = { ...buyer, nickname, password, client };
  }

  /** Of every booking, a buyer's own one after another. */
  async #statuses(): Promise<readonly string[]> {
    const statuses: string[] = [];
    const byBuyer = Map.groupBy([...this.#known.entries()], ([, { buyer }]) => buyer);
    await Promise.all(
      [...byBuyer.values()].map(async (mine) => {
        for (const [index, known] of mine) statuses[index] = await this.#statusOf(known);
      }),
    );
    return statuses;
  }

  async #statusOf({ buyer: number, id }: Known): Promise<string> {
    const buyer = this.#buyers[number] as Actor;
    const { booking } = await buyer.client.ask<{ booking: { status: string } }>('Booking', { id });
    return booking.status;
  }
}

async function availableTo(buyer: Actor): Promise<number> {
  const { me } = await buyer.client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
  return Number(me.wallet.available.amount);
}
