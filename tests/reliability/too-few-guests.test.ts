import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { databasesOf } from './databases-of.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const PLACES = 20;
const MINIMUM = 8;
/** Bookings of one seat each: too few. */
const BOOKINGS = 5;
const PRICE = 10;

describe('kill -9 while an event with too few guests is cancelled', () => {
  let server: ServerProcess;
  let buyers: readonly Actor[];
  let eventId: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    const options = { seats: PLACES, price: `${PRICE}.00`, minimumGuests: MINIMUM };
    eventId = (await openShow(server.client, options)).eventId;
    buyers = await Promise.all(Array.from({ length: BOOKINGS }, () => register(server.client, 'guest')));
    const { seats } = await seatMap(server.client, eventId);
    await Promise.all(
      buyers.map(async (buyer, index) => {
        await topUp(buyer, `${PRICE}.00`);
        const seatIds = [seats[index]?.seat.id];
        const input = { eventId, seatIds, payNow: true, idempotencyKey: randomUUID() };
        const { booking } = await buyer.client.act<{ booking: { status: string } }>('CreateBooking', input);
        expect(booking.status).toBe('CONFIRMED');
      }),
    );
  }, 600_000);
  afterAll(() => server?.demolish());

  it('it is cancelled once, and everybody is told once and has the money back once', async () => {
    const { events } = await databasesOf(server);
    await rowsOf(
      events,
      `update events set starts_at = now() + interval '23 hours', ends_at = now() + interval '24 hours' where id = $1`,
      [eventId],
    );
    // Wherever the job is by then: before its transaction, in it, or behind it.
    await server.kill();
    await server.startAgain();
    await eventually('the event to be cancelled', async () => (await statusOf()) === 'CANCELLED');
    await server.kill();
    await server.startAgain();

    const { tickets, payments, notifications, bus } = await databasesOf(server);
    await eventually('the refunds to be done', async () => {
      const sql = 'select is_done, refunded, minimum_guests from event_cancellations where event_id = $1';
      expect(await rowsOf(tickets, sql, [eventId])).toEqual([
        { is_done: true, refunded: BOOKINGS, minimum_guests: MINIMUM },
      ]);
      return true;
    });
    expect(await Promise.all(buyers.map(availableTo))).toEqual(buyers.map(() => `${PRICE}.00`));
    expect((await seatMap(server.client, eventId)).states).toBe('F'.repeat(PLACES));
    const refunds = 'select count(*)::int as refunds from transfers where refund_id is not null';
    expect(await rowsOf(payments, refunds)).toEqual([{ refunds: BOOKINGS }]);
    // One that was on its way to the bus when the server died may stand there twice.
    const facts = `select count(distinct fact ->> 'id')::int as facts from facts where fact ->> 'type' = 'EventCancelled'`;
    expect(await rowsOf(bus, facts)).toEqual([{ facts: 1 }]);
    await eventually('every buyer to be told, once for each booking', async () => {
      const sql = `select count(*)::int as mails, count(distinct booking_id)::int as bookings
                   from notifications where kind = 'EVENT_CANCELLED' and body like '%Too few guests%'`;
      expect(await rowsOf(notifications, sql)).toEqual([{ mails: BOOKINGS, bookings: BOOKINGS }]);
      return true;
    });
    await expectCleanAudit(server);
  }, 600_000);

  async function statusOf(): Promise<string | undefined> {
    const query = 'query ($id: ID!) { event(id: $id) { status } }';
    const { data } = await server.client.send<{ event: { status: string } }>(query, { id: eventId });
    return data?.event.status;
  }

  async function availableTo(buyer: Actor): Promise<string> {
    const client = await logIn(server.client, buyer.nickname, buyer.password);
    const { me } = await client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
    return me.wallet.available.amount;
  }
});

async function rowsOf(url: string | undefined, sql: string, params: unknown[] = []): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql, params)).rows;
  } finally {
    await client.end();
  }
}
