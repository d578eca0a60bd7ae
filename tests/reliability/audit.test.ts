import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { auditAtRest, auditedDatabases } from '../../ops/audit/audit.ts';
import { HouseProcess } from '../support/house-process.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { seatMap } from '../support/shows.ts';
import { expectBooksInOrder } from './books.ts';
import { databasesOf } from './databases-of.ts';
import { openShow } from './open-show.ts';

/** A lie told to one room's books, and what takes it back. */
interface Lie {
  readonly invariant: string;
  readonly room: string;
  readonly tell: string;
  readonly takeBack: string;
}

const lies: readonly Lie[] = [
  {
    invariant: '2a',
    room: 'events',
    tell: "update event_seats set state = 'F', booking_id = null where state = 'S' returning seat_id",
    takeBack:
      "update event_seats set state = 'S', booking_id = (select booking_id from holds where status = 'SOLD' and cardinality(seat_ids) > 0) where seat_id = $1",
  },
  {
    invariant: '2b',
    room: 'events',
    tell: 'update standing_shards set taken = taken + 1 where (event_id, section_id, shard) = (select event_id, section_id, min(shard) from standing_shards group by 1, 2) returning section_id',
    takeBack: 'update standing_shards set taken = taken - 1 where section_id = $1 and shard = 0',
  },
  {
    invariant: '5',
    room: 'payments',
    tell: 'update wallets set available_minor = available_minor + 1 where available_minor > 0 returning id',
    takeBack: 'update wallets set available_minor = available_minor - 1 where id = $1',
  },
  {
    invariant: '8',
    room: 'tickets',
    tell: 'update tickets set paid_minor = paid_minor - 1 where seat_id is not null returning id',
    takeBack: 'update tickets set paid_minor = paid_minor + 1 where id = $1',
  },
  {
    invariant: '9a',
    room: 'loyalty',
    tell: 'update accounts set points = points + 1 where points > 0 returning user_id',
    takeBack: 'update accounts set points = points - 1 where user_id = $1',
  },
  {
    invariant: '11b',
    room: 'tickets',
    tell: "update bookings set status = 'AWAITING_PAYMENT', expires_at = now() - interval '1 minute' where id in (select booking_id from tickets where seat_id is not null) returning id",
    takeBack: "update bookings set status = 'CONFIRMED' where id = $1",
  },
  {
    invariant: '12',
    room: 'analytics',
    tell: 'update sales set sold = sold + 1 returning event_id',
    takeBack: 'update sales set sold = sold - 1 where event_id = $1',
  },
  {
    invariant: '13b',
    room: 'loyalty',
    tell: "insert into dead_letters (consumer, key, fact_id, fact, position, status, cause) values ('planted', 'k', gen_random_uuid(), '{}', '1', 'FAILED', 'planted') returning id",
    takeBack: 'delete from dead_letters where id = $1',
  },
];

describe('the audit', () => {
  let house: HouseProcess;
  let buyer: Actor;

  beforeAll(async () => {
    house = await HouseProcess.start();
    const { eventId, plan } = await openShow(house.client, { seats: 10, standing: 20, price: '10.00' });
    buyer = await register(house.client, 'buyer');
    await topUp(buyer, '100.00');
    const { seats } = await seatMap(house.client, eventId);
    const floor = plan.sections.find((section) => section.kind === 'STANDING');
    await buy({ eventId, seatIds: [seats[0]?.seat.id] });
    await buy({ eventId, standing: [{ sectionId: floor?.id, quantity: 2 }] });
  }, 120_000);
  afterAll(() => house?.demolish());

  it('finds nothing in a house where all went well', () => expectBooksInOrder(house));

  it.each(lies.map((lie) => [lie.invariant, lie] as const))(
    'finds a breach of %s',
    async (invariant, lie) => {
      const databases = await databasesOf(house);
      const audit = () => auditAtRest(auditedDatabases(databases));
      const room = new pg.Client({ connectionString: databases[lie.room] });
      await room.connect();
      try {
        const { rows } = await room.query<Record<string, string>>(lie.tell);
        const found = (await audit()).map((breach) => breach.invariant);
        for (const row of rows) await room.query(lie.takeBack, [Object.values(row)[0]]);
        expect(found).toContain(invariant);
        expect(await audit()).toEqual([]);
      } finally {
        await room.end();
      }
    },
  );

  function buy(places: object): Promise<object> {
    return buyer.client.act('CreateBooking', { ...places, payNow: true, idempotencyKey: randomUUID() });
  }
});
