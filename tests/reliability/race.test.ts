import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { amountOf, roundsOf } from '@parterre/platform/testing/reliability-scale.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatIdsOf, seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BUYERS = amountOf('raceBuyers');
const SEATS = amountOf('raceSeats');
/** For what hangs; opening an account is a password's hash, some 30 ms of a core. */
const TIMEOUT_MS = 180_000 + BUYERS * 500;
/** Buyers that are opened at once: enough to keep both cores busy hashing passwords. */
const AT_ONCE = 20;

interface Attempt {
  readonly booking: { readonly status: string; readonly tickets: readonly object[] } | null;
}

describe(`${BUYERS} buyers race for ${SEATS} seats`, () => {
  let server: ServerProcess;
  let buyers: Actor[] = [];
  let eventId: string;
  let seatIds: readonly string[] = [];

  beforeAll(async () => {
    server = await ServerProcess.start();
  }, 180_000);
  afterAll(() => server?.demolish());
  beforeEach(async () => {
    eventId = (await openShow(server.client, { seats: SEATS, price: '10.00' })).eventId;
    seatIds = await seatIdsOf(server.client, eventId);
    buyers = [];
    for (let opened = 0; opened < BUYERS; opened += AT_ONCE) {
      buyers = buyers.concat(await Promise.all(Array.from({ length: AT_ONCE }, () => openBuyer(server))));
    }
  }, TIMEOUT_MS);

  it.each(roundsOf('raceRounds'))(
    'every seat is sold, none twice, and nobody paid for nothing (round %d)',
    async () => {
      expect(seatIds).toHaveLength(SEATS);
      const outcomes = await Promise.all(buyers.map((buyer, index) => buyUntilSoldOut(buyer, index)));
      expect(outcomes.reduce((sum, bought) => sum + bought, 0)).toBe(SEATS);
      expect((await seatMap(server.client, eventId)).states).toBe('S'.repeat(SEATS));
      await expectCleanAudit(server);
    },
    TIMEOUT_MS,
  );

  /** Tries two seats, then ever other ones, until it has some or all are taken; answers the seats it got. */
  async function buyUntilSoldOut(buyer: Actor, index: number): Promise<number> {
    for (let round = 0; round < SEATS; round += 1) {
      const free = round === 0 ? seatIds : await freeSeats(buyer);
      if (free.length === 0) return 0;
      const wanted = [free[(index * 7 + round) % free.length], free[(index * 7 + round + 1) % free.length]];
      const input = { eventId, seatIds: [...new Set(wanted)], payNow: true, idempotencyKey: randomUUID() };
      const { booking, userErrors } = await buyer.client.outcome<Attempt>('CreateBooking', input);
      if (booking?.status === 'CONFIRMED') return booking.tickets.length;
      expect(userErrors.map((error) => error.code)).toEqual(['SEATS_TAKEN']);
    }
    return 0;
  }

  async function freeSeats({ client }: Actor): Promise<readonly string[]> {
    const { states } = await seatMap(client, eventId);
    return seatIds.filter((_, index) => states[index] === 'F');
  }
});

async function openBuyer(server: ServerProcess): Promise<Actor> {
  const buyer = await register(server.client, 'racer');
  await topUp(buyer, '50.00');
  return buyer;
}
