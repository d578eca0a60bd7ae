import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roundsOf } from '@parterre/platform/testing/reliability-scale.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BOOKINGS = 50;
const BUYERS = 5;
/** The server is killed when so many bookings have been answered: early, and again while it catches up. */
const killsAfter = (round: number) => [5, 25].map((answered) => answered + ((round - 1) % 20));

interface Booked {
  readonly booking: { readonly id: string; readonly status: string } | null;
}

/** One booking that somebody wants, and what the server has said about it. */
interface Command {
  readonly buyer: Actor;
  readonly input: object;
  /** Identifiers under which it was confirmed, in the order of the answers. */
  readonly confirmedAs: string[];
}

describe(`kill -9 in the middle of ${BOOKINGS} running bookings`, () => {
  let server: ServerProcess;
  let eventId: string;
  let buyers: Actor[];
  let seats: readonly SeatState[];

  beforeAll(async () => {
    server = await ServerProcess.start();
  }, 120_000);
  afterAll(() => server?.demolish());
  beforeEach(async () => {
    eventId = (await openShow(server.client, { seats: BOOKINGS, price: '10.00' })).eventId;
    seats = (await seatMap(server.client, eventId)).seats;
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(server.client, 'buyer')));
    for (const buyer of buyers) await topUp(buyer, '100.00');
  }, 120_000);

  it.each(roundsOf('killRounds'))(
    'loses nothing that was answered, and whoever asks again with the same key gets the one booking (round %d)',
    async (round) => {
      const commands = seats.map((seat, index): Command => {
        const input = { eventId, seatIds: [seat.seat.id], payNow: true, idempotencyKey: randomUUID() };
        return { buyer: buyers[index % BUYERS] as Actor, input, confirmedAs: [] };
      });
      const everybody = Promise.all(commands.map(bookUntilConfirmed));
      for (const answered of killsAfter(round)) {
        await eventually(
          `${answered} answers`,
          () => commands.filter((command) => command.confirmedAs.length > 0).length >= answered,
        );
        await server.kill();
        await server.startAgain();
      }
      await everybody;

      await Promise.all(commands.map(bookUntilConfirmed));
      const bookings = commands.map((command) => new Set(command.confirmedAs));
      expect(bookings.map((ids) => ids.size)).toEqual(commands.map(() => 1));
      expect(new Set(bookings.flatMap((ids) => [...ids])).size).toBe(BOOKINGS);
      expect((await seatMap(server.client, eventId)).states).toBe('S'.repeat(BOOKINGS));
      const wallets = await Promise.all(buyers.map(availableTo));
      expect(wallets).toEqual(buyers.map(() => '0.00'));
      await expectCleanAudit(server);
    },
    600_000,
  );

  /** Asks with the same key until the booking is confirmed, whatever happens to the server meanwhile. */
  async function bookUntilConfirmed({ buyer, input, confirmedAs }: Command): Promise<void> {
    const id = await eventually(
      'the booking to be confirmed',
      async () => {
        const { booking } = await buyer.client.attempt<Booked>('CreateBooking', input);
        return booking?.status === 'CONFIRMED' && booking.id;
      },
      240_000,
    );
    confirmedAs.push(id);
  }

  async function availableTo(buyer: Actor): Promise<string> {
    const { me } = await buyer.client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
    return me.wallet.available.amount;
  }
});
