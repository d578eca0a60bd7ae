import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client, Refusable } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { operation } from '../support/operations.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { databasesOf } from './databases-of.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const BUYERS = 10;

/** Whoever hears of the block first: the gateway, the tickets subgraph, or the wallet. */
const refusals = /^(UNAUTHENTICATED|BUYER_BLOCKED|PAYMENT_DECLINED|TRY_AGAIN)$/;

interface BookingEnd {
  readonly status: string;
  readonly cancellation_reason: string | null;
}

describe(`${BUYERS} buyers are blocked in the middle of their bookings`, () => {
  let server: ServerProcess;
  let admin: Client;
  let buyers: readonly Actor[];
  let eventId: string;
  let seats: readonly SeatState[];
  let tickets: pg.Client;

  beforeAll(async () => {
    server = await ServerProcess.start();
    eventId = (await openShow(server.client, { seats: BUYERS, price: '10.00' })).eventId;
    seats = (await seatMap(server.client, eventId)).seats;
    admin = await logIn(server.client, adminEmail, adminPassword);
    buyers = await Promise.all(Array.from({ length: BUYERS }, () => register(server.client, 'buyer')));
    await Promise.all(buyers.map((buyer) => topUp(buyer, '10.00')));
    tickets = new pg.Client({ connectionString: (await databasesOf(server)).tickets });
    await tickets.connect();
  }, 120_000);
  afterAll(async () => {
    await tickets?.end();
    await server?.demolish();
  });

  it('no booking is left to be paid, no seat is left held, and the books are in order', async () => {
    const bookings = await Promise.all(
      buyers.map(async (buyer, index) => {
        const booking = book(buyer, index);
        await admin.act('BlockUser', { userId: buyer.id, reason: 'sells tickets on at the door' });
        return booking;
      }),
    );
    for (const code of bookings.flat()) expect(code).toMatch(refusals);

    const ends = await eventually('every booking to have ended or to be paid', async () => {
      const all = await endsOfBookings();
      return all.every(({ status }) => status !== 'AWAITING_PAYMENT') && all;
    });
    for (const { status, cancellation_reason } of ends) {
      expect([status, cancellation_reason]).toEqual(
        status === 'CONFIRMED' ? ['CONFIRMED', null] : ['CANCELLED', 'USER_BLOCKED'],
      );
    }
    await eventually('no seat to be held', async () => {
      const { states } = await seatMap(server.client, eventId);
      return !states.includes('H');
    });
    await expectCleanAudit(server);
  }, 120_000);

  /** Books the buyer's own seat, every other buyer paying at once; answers the codes of what was refused. */
  async function book(buyer: Actor, index: number): Promise<string[]> {
    const { data, errors } = await buyer.client.send<{ createBooking: Refusable }>(
      operation('CreateBooking'),
      {
        input: {
          eventId,
          seatIds: [seats[index]?.seat.id],
          payNow: index % 2 === 0,
          idempotencyKey: randomUUID(),
        },
      },
    );
    return [
      ...(errors ?? []).map(({ extensions, message }) => extensions?.code ?? message),
      ...(data?.createBooking.userErrors ?? []).map(({ code }) => code),
    ];
  }

  async function endsOfBookings(): Promise<readonly BookingEnd[]> {
    const { rows } = await tickets.query<BookingEnd>(
      'select status, cancellation_reason from bookings where user_id = any($1)',
      [buyers.map(({ id }) => id)],
    );
    return rows;
  }
});
