import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import pg from 'pg';
import { auditAtRest, auditedDatabases, auditLive } from '../../ops/audit/audit.ts';
import { readInvariants } from '../../ops/audit/invariants.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { databasesOf } from './databases-of.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

/** A lie told to one subgraph's books, and what takes it back. */
interface Lie {
  readonly invariant: string;
  readonly subgraph: string;
  /** What the database itself would refuse is let through first, in this database alone, and refused again afterwards. */
  readonly unbolt?: string;
  readonly tell: string;
  readonly takeBack: string;
  readonly bolt?: string;
}

/** Lets a session write past triggers and foreign keys. */
const asReplica = {
  unbolt: 'set session_replication_role = replica',
  bolt: 'set session_replication_role = origin',
};

const lies: readonly Lie[] = [
  {
    invariant: '1',
    subgraph: 'tickets',
    unbolt: 'drop index one_live_ticket_a_seat',
    tell: `update tickets set seat_id = seated.seat_id
           from (select event_id, seat_id from tickets where seat_id is not null) seated
           where tickets.seat_id is null and tickets.event_id = seated.event_id returning tickets.id`,
    takeBack: 'update tickets set seat_id = null where id = $1',
    bolt: `create unique index one_live_ticket_a_seat on tickets (event_id, seat_id)
             where status = 'VALID' and seat_id is not null`,
  },
  {
    invariant: '2a',
    subgraph: 'events',
    tell: "update event_seats set state = 'F', booking_id = null where state = 'S' returning seat_id",
    takeBack:
      "update event_seats set state = 'S', booking_id = (select booking_id from holds where status = 'SOLD' and cardinality(seat_ids) > 0) where seat_id = $1",
  },
  {
    invariant: '2b',
    subgraph: 'events',
    tell: 'update standing_shards set taken = taken + 1 where (event_id, section_id, shard) = (select event_id, section_id, min(shard) from standing_shards group by 1, 2) returning section_id',
    takeBack: 'update standing_shards set taken = taken - 1 where section_id = $1 and shard = 0',
  },
  {
    invariant: '2c',
    subgraph: 'events',
    tell: 'update standing_holds set quantity = quantity + 1 returning booking_id',
    takeBack: 'update standing_holds set quantity = quantity - 1 where booking_id = $1',
  },
  ...['2d', '2e'].map((invariant) => ({
    invariant,
    subgraph: 'events',
    tell: "update event_seats set state = 'H', held_until = now() + interval '1 hour' where state = 'S' returning seat_id",
    takeBack: "update event_seats set state = 'S', held_until = null where seat_id = $1",
  })),
  ...['3a', '3b'].map((invariant) => ({
    invariant,
    subgraph: 'payments',
    ...asReplica,
    tell: "update entries set amount_minor = amount_minor + 1 where account = 'cash-in:EUR' returning transfer_id",
    takeBack:
      "update entries set amount_minor = amount_minor - 1 where transfer_id = $1 and account = 'cash-in:EUR'",
  })),
  {
    invariant: '4',
    subgraph: 'payments',
    unbolt: 'alter table wallets drop constraint available_never_below_zero',
    tell: 'update wallets set available_minor = -1 - available_minor returning id',
    takeBack: 'update wallets set available_minor = -1 - available_minor where id = $1',
    bolt: 'alter table wallets add constraint available_never_below_zero check (available_minor >= 0)',
  },
  {
    invariant: '7a',
    subgraph: 'payments',
    unbolt: `${asReplica.unbolt}; drop index transfers_resolve_once`,
    tell: `insert into transfers
           select (jsonb_populate_record(twice, jsonb_build_object('id', gen_random_uuid()))).*
           from transfers twice where kind = 'CAPTURE' returning id`,
    takeBack: 'delete from transfers where id = $1',
    bolt: `${asReplica.bolt};
           create unique index transfers_resolve_once on transfers (resolves) where resolves is not null`,
  },
  {
    invariant: '7b',
    subgraph: 'payments',
    tell: "update payments set status = 'AUTHORIZED' where status = 'CAPTURED' returning id",
    takeBack: "update payments set status = 'CAPTURED' where id = $1",
  },
  {
    invariant: '5',
    subgraph: 'payments',
    tell: 'update wallets set available_minor = available_minor + 1 where available_minor > 0 returning id',
    takeBack: 'update wallets set available_minor = available_minor - 1 where id = $1',
  },
  {
    invariant: '8',
    subgraph: 'tickets',
    tell: 'update tickets set paid_minor = paid_minor - 1 where seat_id is not null returning id',
    takeBack: 'update tickets set paid_minor = paid_minor + 1 where id = $1',
  },
  {
    invariant: '9a',
    subgraph: 'loyalty',
    tell: 'update accounts set points = points + 1 where points > 0 returning user_id',
    takeBack: 'update accounts set points = points - 1 where user_id = $1',
  },
  ...[
    { invariant: '9b', state: 'RESERVED' },
    { invariant: '9d', state: 'COMMITTED' },
  ].map(({ invariant, state }) => ({
    invariant,
    subgraph: 'loyalty',
    tell: `insert into reservations
             (booking_id, user_id, state, points, subtotal_minor, discount_minor, currency, created_at)
           select gen_random_uuid(), user_id, '${state}', 0, 0, 0, 'EUR', now() from earnings limit 1
           returning booking_id`,
    takeBack: 'delete from reservations where booking_id = $1',
  })),
  {
    invariant: '9c',
    subgraph: 'tickets',
    tell: "update bookings set status = 'EXPIRED', cancellation_reason = 'EXPIRED' where id in (select booking_id from tickets where seat_id is not null) returning id",
    takeBack: "update bookings set status = 'CONFIRMED', cancellation_reason = null where id = $1",
  },
  {
    invariant: '9e',
    subgraph: 'loyalty',
    tell: "insert into reservations (booking_id, user_id, state, created_at) select booking_id, user_id, 'RELEASED', now() from earnings limit 1 returning booking_id",
    takeBack: 'delete from reservations where booking_id = $1',
  },
  {
    invariant: '10a',
    subgraph: 'loyalty',
    tell: `insert into promo_codes
             (id, code, code_key, currency, percent_off, first_booking_only, created_by, created_at, uses)
           values (gen_random_uuid(), 'LIE', 'LIE', 'EUR', 1, false, gen_random_uuid(), now(), 1) returning id`,
    takeBack: 'delete from promo_codes where id = $1',
  },
  ...[
    { invariant: '10b', bookingId: 'gen_random_uuid()' },
    { invariant: '10c', bookingId: 'booking_id' },
  ].map(({ invariant, bookingId }) => ({
    invariant,
    subgraph: 'loyalty',
    tell: `with code as (
             insert into promo_codes (id, code, code_key, currency, percent_off, first_booking_only, created_by,
                                      created_at, uses, discounted_minor)
             values (gen_random_uuid(), 'LIE', 'LIE', 'EUR', 1, false, gen_random_uuid(), now(), 1, 1) returning id
           ), reservation as (
             insert into reservations
               (booking_id, user_id, state, points, subtotal_minor, discount_minor, currency, created_at)
             select ${bookingId}, user_id, 'COMMITTED', 0, 1, 1, 'EUR', now() from earnings limit 1
             returning booking_id, user_id
           )
           insert into promo_uses (booking_id, promo_code_id, user_id, discount_minor)
           select booking_id, id, user_id, 1 from reservation, code returning booking_id`,
    takeBack: `with unused as (delete from promo_uses where booking_id = $1 returning promo_code_id),
                    without_code as (delete from promo_codes where id in (select promo_code_id from unused))
               delete from reservations where booking_id = $1`,
  })),
  {
    invariant: '11a',
    subgraph: 'tickets',
    tell: "update sagas set parked_at = now(), parked_cause = 'planted', wake_at = null where step = 'done' returning id",
    takeBack: 'update sagas set parked_at = null, parked_cause = null where id = $1',
  },
  {
    invariant: '11d',
    subgraph: 'tickets',
    tell: "insert into refunds (id, booking_id, status, cancels_booking, currency, amount_minor) select gen_random_uuid(), id, 'RUNNING', false, 'EUR', 0 from bookings limit 1 returning id",
    takeBack: 'delete from refunds where id = $1',
  },
  {
    invariant: '11b',
    subgraph: 'tickets',
    tell: "update bookings set status = 'AWAITING_PAYMENT', expires_at = now() - interval '1 minute' where id in (select booking_id from tickets where seat_id is not null) returning id",
    takeBack: "update bookings set status = 'CONFIRMED' where id = $1",
  },
  {
    invariant: '11c',
    subgraph: 'events',
    // The sweep would end such a hold within a second.
    unbolt: `create function leave_it() returns trigger language plpgsql as 'begin return null; end';
             create trigger never_swept before update on holds for each row
               when (old.seat_ids = '{}' and old.status = 'HELD') execute function leave_it()`,
    tell: `insert into holds
           select (jsonb_populate_record(old, jsonb_build_object('booking_id', gen_random_uuid(), 'seat_ids', '{}',
                     'status', 'HELD', 'expires_at', now() - interval '1 minute'))).*
           from holds old returning booking_id`,
    takeBack: 'delete from holds where booking_id = $1',
    bolt: 'drop function leave_it cascade',
  },
  {
    invariant: '11e',
    subgraph: 'tickets',
    tell: "insert into event_cancellations (event_id, organizer_id, reason, cancelled_at, is_done) select event_id, gen_random_uuid(), 'Rain.', now(), true from bookings where status = 'CONFIRMED' limit 1 returning event_id",
    takeBack: 'delete from event_cancellations where event_id = $1',
  },
  {
    invariant: '12',
    subgraph: 'analytics',
    tell: 'update sales set sold = sold + 1 returning event_id',
    takeBack: 'update sales set sold = sold - 1 where event_id = $1',
  },
  {
    invariant: '12b',
    subgraph: 'analytics',
    tell: 'update sales_by_type set revenue = revenue + 1 returning event_id',
    takeBack: 'update sales_by_type set revenue = revenue - 1 where event_id = $1',
  },
  {
    invariant: '13a',
    subgraph: 'analytics',
    // No bus takes it, so its relay tries for ever.
    tell: "insert into outbox (fact) values ('{}') returning id",
    takeBack: 'delete from outbox where id = $1',
  },
  {
    invariant: '13b',
    subgraph: 'loyalty',
    tell: "insert into dead_letters (consumer, key, fact_id, fact, position, status, cause) values ('planted', 'k', gen_random_uuid(), '{}', '1', 'FAILED', 'planted') returning id",
    takeBack: 'delete from dead_letters where id = $1',
  },
];

describe('the audit', () => {
  let server: ServerProcess;
  let buyer: Actor;

  beforeAll(async () => {
    server = await ServerProcess.start();
    const { eventId, plan } = await openShow(server.client, { seats: 10, standing: 20, price: '10.00' });
    buyer = await register(server.client, 'buyer');
    await topUp(buyer, '100.00');
    const { seats } = await seatMap(server.client, eventId);
    const floor = plan.sections.find((section) => section.kind === 'STANDING');
    await buy({ eventId, seatIds: [seats[0]?.seat.id] });
    await buy({ eventId, standing: [{ sectionId: floor?.id, quantity: 2 }] });
  }, 240_000);
  afterAll(() => server?.demolish());

  it('finds nothing in a server where all went well', () => expectCleanAudit(server));

  it('is lied to about every invariant', () => {
    const told = new Set(lies.map((lie) => lie.invariant));
    const { invariants } = readInvariants();
    expect(invariants.map(({ number }) => number).filter((number) => !told.has(number))).toEqual([]);
  });

  it.each(lies.map((lie) => [lie.invariant, lie] as const))(
    'finds a breach of %s',
    async (invariant, lie) => {
      const databases = await databasesOf(server);
      const audit = () => auditAtRest(auditedDatabases(databases));
      const subgraph = new pg.Client({ connectionString: databases[lie.subgraph] });
      await subgraph.connect();
      try {
        if (lie.unbolt) await subgraph.query(lie.unbolt);
        const { rows } = await subgraph.query<Record<string, string>>(lie.tell);
        const found = (await audit()).map((breach) => breach.invariant);
        for (const row of rows) await subgraph.query(lie.takeBack, [Object.values(row)[0]]);
        if (lie.bolt) await subgraph.query(lie.bolt);
        expect(found).toContain(invariant);
        expect(await audit()).toEqual([]);
      } finally {
        await subgraph.end();
      }
    },
  );

  describe('of an installation that sells', () => {
    const lie = lies.find(({ invariant }) => invariant === '2a') as Lie;
    const nothingOnItsWay: Pick<Bus, 'backlog'> = { backlog: async () => ({ facts: 0, oldestAt: null }) };
    let databases: Record<string, string>;
    let events: pg.Client;
    let tickets: pg.Client;
    let freed: string[];

    beforeAll(async () => {
      databases = await databasesOf(server);
      events = new pg.Client({ connectionString: databases.events });
      tickets = new pg.Client({ connectionString: databases.tickets });
      await Promise.all([events.connect(), tickets.connect()]);
    });
    afterAll(() => Promise.all([events?.end(), tickets?.end()]));

    const tellLie = async () => {
      const { rows } = await events.query<{ seat_id: string }>(lie.tell);
      freed = rows.map((row) => row.seat_id);
    };
    const takeLieBack = async () => {
      for (const seat of freed) await events.query(lie.takeBack, [seat]);
    };
    const audit = (between: () => Promise<unknown> = async () => {}, bus = nothingOnItsWay) =>
      auditLive({
        databases: auditedDatabases(databases),
        bus,
        pause: async () => {
          await between();
        },
      });

    it('tells what stands in both looks', async () => {
      await tellLie();
      const { breaches } = await audit();
      await takeLieBack();
      expect(breaches).toMatchObject([{ invariant: '2a', rows: [{ events: null }] }]);
    });

    it('tells nothing that stood in one look only, whichever', async () => {
      await tellLie();
      expect((await audit(takeLieBack)).breaches).toEqual([]);
      expect((await audit(tellLie)).breaches).toEqual([]);
      await takeLieBack();
    });

    it('tells nothing of a booking whose saga is at work, and does when the saga is parked', async () => {
      const saga = (sql: string) =>
        tickets.query(
          `update sagas set ${sql} where id in (select booking_id from tickets where seat_id is not null)`,
        );
      await tellLie();
      await saga("step = 'capturePayment', wake_at = now() + interval '1 hour'");
      const atWork = await audit();
      await saga("wake_at = null, parked_at = now(), parked_cause = 'planted'");
      const parked = await audit();
      await saga("step = 'done', parked_at = null, parked_cause = null");
      await takeLieBack();
      expect(atWork.breaches).toEqual([]);
      expect(parked.breaches.map(({ invariant }) => invariant)).toEqual(['2a', '11a']);
    });

    it('does not judge what waits for facts that are on their way', async () => {
      const analytics = new pg.Client({ connectionString: databases.analytics });
      await analytics.connect();
      await analytics.query('update sales set sold = sold + 1');
      const onTheirWay = await audit(undefined, {
        backlog: async () => ({ facts: 1, oldestAt: new Date(Date.now() - 60_000) }),
      });
      const allApplied = await audit();
      await analytics.query('update sales set sold = sold - 1');
      await analytics.end();
      expect(onTheirWay).toMatchObject({ breaches: [], notJudged: [{ invariant: '12' }] });
      expect(allApplied).toMatchObject({ breaches: [{ invariant: '12' }], notJudged: [] });
    });
  });

  function buy(places: object): Promise<object> {
    return buyer.client.act('CreateBooking', { ...places, payNow: true, idempotencyKey: randomUUID() });
  }
});
