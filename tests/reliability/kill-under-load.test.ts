import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { HouseProcess } from '../support/house-process.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { expectBooksInOrder } from './books.ts';
import { openShow } from './open-show.ts';

const BOOKINGS = 50;
const BUYERS = 5;
/** The house is killed when so many bookings have been answered: early, and again while it catches up. */
const KILLS_AFTER = [5, 25];

interface Booked {
  readonly booking: { readonly id: string; readonly status: string } | null;
}

/** One booking that somebody wants, and what the house has said about it. */
interface Wish {
  readonly buyer: Actor;
  readonly input: object;
  /** Identifiers under which it was confirmed, in the order of the answers. */
  readonly confirmedAs: string[];
}

describe(`kill -9 in the middle of ${BOOKINGS} running bookings`, () => {
  let house: HouseProcess;
  let eventId: string;
  let buyers: Actor[];
  let seats: readonly SeatState[];

  beforeAll(async () => {
    house = await HouseProcess.start();
    eventId = (await openShow(house.client, { seats: BOOKINGS, price: '10.00' })).eventId;
    seats = (await seatMap(house.client, eventId)).seats;
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(house.client, 'buyer')));
    for (const buyer of buyers) await topUp(buyer, '100.00');
  }, 120_000);
  afterAll(() => house?.demolish());

  it('loses nothing that was answered, and whoever asks again with the same key gets the one booking', async () => {
    const wishes = seats.map((seat, index): Wish => {
      const input = { eventId, seatIds: [seat.seat.id], payNow: true, idempotencyKey: randomUUID() };
      return { buyer: buyers[index % BUYERS] as Actor, input, confirmedAs: [] };
    });
    const everybody = Promise.all(wishes.map(bookUntilConfirmed));
    for (const answered of KILLS_AFTER) {
      await eventually(
        `${answered} answers`,
        () => wishes.filter((wish) => wish.confirmedAs.length > 0).length >= answered,
      );
      await house.kill();
      await house.startAgain();
    }
    await everybody;

    await Promise.all(wishes.map(bookUntilConfirmed));
    const bookings = wishes.map((wish) => new Set(wish.confirmedAs));
    expect(bookings.map((ids) => ids.size)).toEqual(wishes.map(() => 1));
    expect(new Set(bookings.flatMap((ids) => [...ids])).size).toBe(BOOKINGS);
    expect((await seatMap(house.client, eventId)).states).toBe('S'.repeat(BOOKINGS));
    const wallets = await Promise.all(buyers.map(availableTo));
    expect(wallets).toEqual(buyers.map(() => '0.00'));
    await expectBooksInOrder(house);
  }, 180_000);

  /** Asks with the same key until the booking is confirmed, whatever happens to the house meanwhile. */
  async function bookUntilConfirmed({ buyer, input, confirmedAs }: Wish): Promise<void> {
    const id = await eventually(
      'the booking to be confirmed',
      async () => {
        const { booking } = await buyer.client.attempt<Booked>('CreateBooking', input);
        return booking?.status === 'CONFIRMED' && booking.id;
      },
      90_000,
    );
    confirmedAs.push(id);
  }

  async function availableTo(buyer: Actor): Promise<string> {
    const { me } = await buyer.client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
    return me.wallet.available.amount;
  }
});
