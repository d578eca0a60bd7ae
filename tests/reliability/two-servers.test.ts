import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roundsOf } from '@parterre/platform/testing/reliability-scale.ts';
import type { Refusable } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { type PostgresBeside, startPostgresBeside } from '../support/postgres-beside.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BUYERS = 16;
const SEATS = 100;
const BOOKINGS_EACH = 12;
const HOLD_SECONDS = 3;
const PRICE = 10;
const PURSE = 500;
/** One of the servers is killed when so many requests have been answered; the other goes on alone until it is back. */
const KILLS_AFTER = [40, 110, 180];
/** What a buyer does with a seat, in turn. */
const courses = ['pays at once', 'pays later', 'walks away', 'gives it back'] as const;

interface Booked extends Refusable {
  readonly booking: { readonly id: string; readonly status: string } | null;
}

/** A booking as its buyer knows it. */
interface Known {
  readonly buyer: Actor;
  readonly id: string;
  /** What the answers promised; a booking that was left alone may end either way. */
  readonly promised: 'CONFIRMED' | 'REFUNDED' | null;
}

describe(`two complete servers on one set of databases, ${BUYERS} buyers, holds of ${HOLD_SECONDS} s`, () => {
  const folders: string[] = [];
  let postgres: PostgresBeside;
  let servers: readonly [ServerProcess, ServerProcess];
  let eventId: string;
  let seatIds: readonly string[];
  let buyers: readonly Actor[];
  let answers = 0;

  beforeAll(async () => {
    postgres = await startPostgresBeside();
    const first = await ServerProcess.start(postgres.variables, undefined, await newFolder());
    // Replicas share their keys: a token or a ticket's code of one is good at the other.
    const folder = await newFolder();
    await copyFile(join(first.dataDir, 'secrets.json'), join(folder, 'secrets.json'));
    servers = [first, await ServerProcess.start(postgres.variables, undefined, folder)];
  }, 240_000);
  beforeEach(async () => {
    const [first] = servers;
    answers = 0;
    const show = await openShow(first.client, {
      seats: SEATS,
      price: `${PRICE}.00`,
      holdSeconds: HOLD_SECONDS,
      maxSeatsPerUser: BOOKINGS_EACH,
    });
    eventId = show.eventId;
    seatIds = (await seatMap(first.client, eventId)).seats.map(({ seat }) => seat.id);
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(first.client, 'buyer')));
    for (const buyer of buyers) await topUp(buyer, `${PURSE}.00`);
  }, 240_000);

  afterAll(async () => {
    for (const server of servers ?? []) await server.demolish();
    await postgres?.demolish();
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }, 120_000);

  it.each(roundsOf('replicaKillRounds'))(
    'sells no seat twice and loses no coin, though one of them is killed with -9 three times (round %d)',
    async () => {
      const everybody = Promise.all(buyers.map(buyAgainAndAgain));
      // It is awaited below, unless something else fails before.
      everybody.catch(() => undefined);
      for (const [kill, answered] of KILLS_AFTER.entries()) {
        await eventually(`${answered} answers`, () => answers >= answered);
        const server = servers[kill % 2] as ServerProcess;
        await server.kill();
        await server.startAgain();
      }
      const known = (await everybody).flat();

      // Every promise is kept, what was held by those who walked away is free again, and every saga has ended.
      for (const booking of known) await endsAsPromised(booking);
      // Nor does any of them change afterwards.
      const ended = await Promise.all(known.map(endsAsPromised));
      const kept = known.filter((_, index) => ended[index] === 'CONFIRMED');
      expect(kept.length).toBeGreaterThan(0);
      const { states } = await eventually('the map to show no held seat', async () => {
        const map = await seatMap(servers[0].client, eventId);
        return !map.states.includes('H') && map;
      });
      expect(states.replaceAll('F', '')).toBe('S'.repeat(kept.length));
      const purses = await Promise.all(buyers.map(availableTo));
      expect(purses).toEqual(
        buyers.map(({ id }) => PURSE - PRICE * kept.filter(({ buyer }) => buyer.id === id).length),
      );
      await expectCleanAudit(servers[0]);
    },
    480_000,
  );

  /** One buyer's evening: seats that others want as well, one after the other. */
  async function buyAgainAndAgain(buyer: Actor, number: number): Promise<Known[]> {
    const known: Known[] = [];
    for (let round = 0; round < BOOKINGS_EACH; round += 1) {
      const course = courses[(number + round) % courses.length];
      // Steps of 7 and 13 lead every buyer past the seats of all others.
      const seatId = seatIds[(number * 13 + round * 7) % SEATS];
      const payNow = course === 'pays at once' || course === 'gives it back';
      const booking = await ask(buyer, 'CreateBooking', { eventId, seatIds: [seatId], payNow });
      if (!booking) continue;
      const later = course === 'pays later' && (await ask(buyer, 'PayBooking', { bookingId: booking.id }));
      const returned =
        course === 'gives it back' && (await ask(buyer, 'CancelBooking', { bookingId: booking.id }));
      const isPaid = (later || booking).status === 'CONFIRMED';
      known.push({ buyer, id: booking.id, promised: returned ? 'REFUNDED' : isPaid ? 'CONFIRMED' : null });
    }
    return known;
  }

  /**
   * Asks one server and then the other with the same key until either answers; null when it refuses, because somebody
   * else was faster or the hold has run out.
   */
  async function ask(buyer: Actor, operation: string, input: object): Promise<Booked['booking']> {
    const idempotencyKey = randomUUID();
    let attempt = answers;
    const { booking, userErrors } = await eventually(
      `an answer to ${operation}`,
      async () => {
        const server = servers[attempt++ % 2] as ServerProcess;
        const client = server.client.as(buyer.client.accessToken as string);
        const payload = await client.attempt<Booked>(operation, { ...input, idempotencyKey });
        return !payload.userErrors.some(({ code }) => code === 'TRY_AGAIN') && payload;
      },
      120_000,
    );
    answers += 1;
    return userErrors.length > 0 ? null : booking;
  }

  /** One booking at a time: whoever asks for all of them again and again keeps the servers from ending them. */
  function endsAsPromised({ buyer, id, promised }: Known): Promise<string> {
    return eventually(`booking ${id} to be ${promised ?? 'ended'}`, async () => {
      const { booking } = await buyer.client.ask<{ booking: { status: string } }>('Booking', { id });
      const { status } = booking;
      if (promised ? status === promised : status !== 'AWAITING_PAYMENT') return status;
      throw new Error(`it is ${status}`);
    });
  }

  async function availableTo(buyer: Actor): Promise<number> {
    const { me } = await buyer.client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
    return Number(me.wallet.available.amount);
  }

  async function newFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'parterre-two-'));
    folders.push(folder);
    return folder;
  }
});
