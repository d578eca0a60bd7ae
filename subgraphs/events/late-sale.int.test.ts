import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SeatsSold } from '@parterre/contracts/facts/events.ts';
import { factHead } from '@parterre/contracts/facts/fact.ts';
import type { BookingId, EventId } from '@parterre/contracts/kernel/ids.ts';
import type { SqlValue } from '@parterre/platform/postgres/database.ts';
import type { Statement } from '@parterre/platform/postgres/statement.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { Client } from 'pg';
import { createPostgresHoldsAtOnce } from './adapters/postgres/holds-at-once.ts';
import { hold, letExpire, publishTestEvent, sell } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

/** Whoever has this lock keeps the late session waiting. */
const LATE = 73_530;
let late: Client;

/**
 * A session whose next look at the clock tells the time that is set, and then takes long: its process was put aside between
 * reading the clock and locking a row.
 */
beforeEach(async () => {
  const [row] = await fixture.database.sql<{ name: string }>('select current_database() as name');
  const url = new URL(`/${row?.name}`, process.env.TEST_POSTGRES_URL);
  late = new Client({ connectionString: url.href });
  await late.connect();
  await late.query(
    `create function public.clock_timestamp() returns timestamptz language plpgsql volatile as $$
     declare
       time_read timestamptz := nullif(current_setting('late.time_read', true), '')::timestamptz;
     begin
       if time_read is null then return pg_catalog.clock_timestamp(); end if;
       perform set_config('late.time_read', '', false);
       perform pg_advisory_lock_shared(${LATE});
       return time_read;
     end $$`,
  );
  // Sessions that do not ask for this find the clock of PostgreSQL first.
  await late.query('set search_path = public, pg_catalog');
});
afterEach(() => late?.end());

it('a sale that was begun in time and comes late to its hold sells no places that somebody else has by then', async () => {
  const { eventId, pitId } = await publishTestEvent(fixture, { rows: 0, standing: 4 });
  const standing = [{ sectionId: pitId ?? '', quantity: 4 }];
  const { bookingId } = await hold(fixture, { eventId, standing });
  await letExpire(fixture, bookingId);
  await late.query(
    `select set_config('late.time_read', (expires_at - interval '1 second')::text, false) from holds where booking_id = $1`,
    [bookingId],
  );
  const atOnce = createPostgresHoldsAtOnce({
    ...fixture.database,
    atOnce: async <Row extends object>(text: Statement<Row>, params: readonly SqlValue[]) =>
      (await late.query(text, [...params])).rows as Row[],
  });
  const { selling, next } = await fixture.database.transaction(async (tx) => {
    await tx.sql('select pg_advisory_xact_lock($1)', [LATE]);
    const head = factHead(SeatsSold, eventId as EventId, new Date());
    const selling = atOnce.sell(bookingId as BookingId, eventId as EventId, head);
    await until('the sale to have looked at the clock', async () => {
      const waiting = await fixture.database.sql(
        `select 1 from pg_locks join pg_database d on d.oid = database
         where datname = current_database() and locktype = 'advisory' and objid = $1 and not granted`,
        [LATE],
      );
      return waiting.length > 0;
    });
    return { selling, next: await hold(fixture, { eventId, standing }) };
  });
  expect(next.hold).not.toBeNull();
  expect(await selling).toBe(false);
  expect((await sell(fixture, eventId, bookingId)).userErrors).toMatchObject([{ code: 'HOLD_EXPIRED' }]);
  expect(await sell(fixture, eventId, next.bookingId)).toEqual({ sold: true, userErrors: [] });
});
