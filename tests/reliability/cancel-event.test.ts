import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import pg from 'pg';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';
import { seatIdsOf, seatMap } from '../support/shows.ts';
import { databasesOf } from './databases-of.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BOOKINGS = amountOf('cancelledBookings');
const BUYERS = 5;
const PRICE = 10;
const KILLS = amountOf('killsWhileCancelling');
/** The server is killed when such a share of the bookings has its money back. */
const killsAfter = Array.from({ length: KILLS }, (_, kill) => kill / KILLS);
/** Of one buyer, as the API allows it. */
const MOST_SEATS = 500;
/** An access token lives for ten minutes. */
const SESSION_MS = 5 * 60_000;
/** For what hangs: a booking, or its refund, takes some 20 ms. */
const TIMEOUT_MS = 540_000 + BOOKINGS * 600;
const REFUNDS_PATIENCE_MS = 60_000 + BOOKINGS * 200;

interface Progress {
  readonly status: string;
  readonly total: number;
  readonly refunded: number;
  readonly failed: number;
  readonly remaining: number;
}

describe(`kill -9 ${KILLS} times while an event with ${BOOKINGS} bookings is cancelled`, () => {
  let server: ServerProcess;
  let buyers: Actor[];
  let eventId: string;
  let admin: Client;

  beforeAll(async () => {
    server = await ServerProcess.start();
    const options = {
      seats: BOOKINGS,
      price: `${PRICE}.00`,
      maxSeatsPerUser: Math.min(BOOKINGS, MOST_SEATS),
    };
    eventId = (await openShow(server.client, options)).eventId;
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(server.client, 'buyer')));
    for (const buyer of buyers) await topUp(buyer, `${BOOKINGS * PRICE}.00`);
    const seatIds = await seatIdsOf(server.client, eventId);
    let signedInAt = performance.now();
    for (let row = 0; row < seatIds.length; row += BUYERS) {
      if (performance.now() - signedInAt > SESSION_MS) {
        buyers = await Promise.all(buyers.map(signedInAnew));
        signedInAt = performance.now();
      }
      await Promise.all(seatIds.slice(row, row + BUYERS).map((seatId, index) => book(index, seatId)));
    }
    admin = await logIn(server.client, adminEmail, adminPassword);
  }, TIMEOUT_MS);
  afterAll(() => server?.demolish());

  it(
    'everybody has all the money back, once, is told once, and the books are in order',
    async () => {
      await admin.act('CancelEvent', { eventId, reason: 'Rain.', idempotencyKey: randomUUID() });
      for (const share of killsAfter) {
        await eventually(
          `${share} of the refunds`,
          async () => {
            const progress = await progressOf();
            return progress !== null && progress.refunded >= share * BOOKINGS;
          },
          REFUNDS_PATIENCE_MS,
        );
        await server.kill();
        await server.startAgain();
        admin = await logIn(server.client, adminEmail, adminPassword);
      }
      const progress = await eventually(
        'the cancellation to be done',
        async () => {
          const now = await progressOf();
          return now?.status === 'DONE' && now;
        },
        240_000 + REFUNDS_PATIENCE_MS,
      );
      expect(progress).toEqual({
        status: 'DONE',
        total: BOOKINGS,
        refunded: BOOKINGS,
        failed: 0,
        remaining: 0,
      });

      const wallets = await Promise.all(buyers.map(availableTo));
      expect(wallets).toEqual(buyers.map(() => `${BOOKINGS * PRICE}.00`));
      expect((await seatMap(server.client, eventId)).states).toBe('F'.repeat(BOOKINGS));
      const { payments, tickets, notifications } = await databasesOf(server);
      expect(
        await rowsOf(payments, 'select count(*)::int as refunds from transfers where refund_id is not null'),
      ).toEqual([{ refunds: BOOKINGS }]);
      expect(
        await rowsOf(
          tickets,
          `select status, cancellation_reason as reason, count(*)::int as bookings
                             from bookings group by 1, 2`,
        ),
      ).toEqual([{ status: 'REFUNDED', reason: 'EVENT_CANCELLED', bookings: BOOKINGS }]);
      await eventually(
        'every buyer to be told, once for each booking',
        async () => {
          const sql = `select count(*)::int as mails, count(distinct booking_id)::int as bookings
                   from notifications where kind = 'EVENT_CANCELLED'`;
          const [told] = await rowsOf<{ mails: number; bookings: number }>(notifications, sql);
          expect(told).toEqual({ mails: BOOKINGS, bookings: BOOKINGS });
          return true;
        },
        REFUNDS_PATIENCE_MS,
      );
      await expectCleanAudit(server);
    },
    TIMEOUT_MS,
  );

  async function signedInAnew(buyer: Actor): Promise<Actor> {
    return { ...buyer, client: await logIn(server.client, buyer.nickname, buyer.password) };
  }

  async function book(index: number, seatId: string): Promise<void> {
    const buyer = buyers[index % BUYERS] as Actor;
    const input = { eventId, seatIds: [seatId], payNow: true, idempotencyKey: randomUUID() };
    const { booking } = await buyer.client.act<{ booking: { status: string } }>('CreateBooking', input);
    expect(booking.status).toBe('CONFIRMED');
  }

  async function progressOf(): Promise<Progress | null> {
    const answer = await admin.ask<{ eventCancellation: Progress | null }>('EventCancellation', { eventId });
    return answer.eventCancellation;
  }

  async function availableTo(buyer: Actor): Promise<string> {
    const { client } = await signedInAnew(buyer);
    const { me } = await client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
    return me.wallet.available.amount;
  }
});

async function rowsOf<Row extends object>(url: string | undefined, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
