import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BUYERS = 200;
const SEATS = 40;
/** Buyers that are opened at once: enough to keep both cores busy hashing passwords. */
const AT_ONCE = 20;

interface Attempt {
  readonly booking: { readonly status: string; readonly tickets: readonly object[] } | null;
}

describe(`${BUYERS} buyers race for ${SEATS} seats`, () => {
  let server: ServerProcess;
  let buyers: Actor[] = [];
  let eventId: string;
  let seats: readonly SeatState[] = [];

  beforeAll(async () => {
    server = await ServerProcess.start();
    eventId = (await openShow(server.client, { seats: SEATS, price: '10.00' })).eventId;
    seats = (await seatMap(server.client, eventId)).seats;
    for (let opened = 0; opened < BUYERS; opened += AT_ONCE) {
      buyers = buyers.concat(await Promise.all(Array.from({ length: AT_ONCE }, () => openBuyer(server))));
    }
  }, 180_000);
  afterAll(() => server?.demolish());

  it('every seat is sold, none twice, and nobody paid for nothing', async () => {
    expect(seats).toHaveLength(SEATS);
    const outcomes = await Promise.all(buyers.map((buyer, index) => buyUntilSoldOut(buyer, index)));
    expect(outcomes.reduce((sum, bought) => sum + bought, 0)).toBe(SEATS);
    expect((await seatMap(server.client, eventId)).states).toBe('S'.repeat(SEATS));
    await expectCleanAudit(server);
  }, 180_000);

  /** Tries two seats, then ever other ones, until it has some or all are taken; answers the seats it got. */
  async function buyUntilSoldOut(buyer: Actor, index: number): Promise<number> {
    for (let round = 0; round < SEATS; round += 1) {
      const free =
        round === 0
          ? seats
          : (await seatMap(buyer.client, eventId)).seats.filter((seat) => seat.state === 'FREE');
      if (free.length === 0) return 0;
      const wanted = [free[(index * 7 + round) % free.length], free[(index * 7 + round + 1) % free.length]];
      const seatIds = [...new Set(wanted.map((seat) => seat?.seat.id))];
      const input = { eventId, seatIds, payNow: true, idempotencyKey: randomUUID() };
      const { booking, userErrors } = await buyer.client.outcome<Attempt>('CreateBooking', input);
      if (booking?.status === 'CONFIRMED') return booking.tickets.length;
      expect(userErrors.map((error) => error.code)).toEqual(['SEATS_TAKEN']);
    }
    return 0;
  }
});

async function openBuyer(server: ServerProcess): Promise<Actor> {
  const buyer = await register(server.client, 'racer');
  await topUp(buyer, '50.00');
  return buyer;
}
