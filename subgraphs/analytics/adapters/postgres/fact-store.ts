import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { enteredInbox } from '@parterre/platform/inbox/apply-fact.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { FactStore } from '../../application/ports.ts';
import type { SumRow } from '../../domain/compare-sums.ts';
import type { EventState, OfferedLabel, Sales } from '../../domain/contribution.ts';
import type { SalesPart } from '../../domain/sales-part.ts';
import { EventArtistRow, EventRow, RulesRow, SalesByTypeRow, SalesRow } from './entities.ts';

/** In place of the ticket type of tickets from before there were any. */
const NO_TYPE = '00000000-0000-0000-0000-000000000000';

/** Before every identifier. */
const FIRST = '00000000-0000-0000-0000-000000000000';
/** At 500 quarters of an hour and 20 kinds of tickets some million rows at the worst, which take 1.5 s. */
const EVENTS_CLEARED_AT_ONCE = 500;

/** SQL, because what is there already is no error, sums change where they stand, and facts are read in batches. */
export const statements = {
  keep: statement<{ id: string }>(
    `insert into kept_facts (id, fact, rules) values ($1, $2, $3)
     on conflict (id) do nothing returning id`,
  ),

  // The newest fact about an event counts, whichever comes last.
  addEvent: statement<{ event_id: EventId }>(
    `insert into events (event_id, organizer_id, starts_at, time_zone, capacity, currency, as_of, fact_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (event_id) do update set organizer_id = excluded.organizer_id, starts_at = excluded.starts_at,
       time_zone = excluded.time_zone, capacity = excluded.capacity, currency = excluded.currency,
       as_of = excluded.as_of, fact_id = excluded.fact_id
     where (events.as_of, events.fact_id) < (excluded.as_of, excluded.fact_id)
     returning event_id`,
  ),

  addArtists: statement(
    'insert into event_artists (event_id, artist_id) select distinct $1::uuid, unnest($2::uuid[])',
  ),

  // The newest fact that names something counts; what a newer one leaves out keeps its name.
  addLabels: statement(
    `insert into labels (event_id, id, label, place, as_of, fact_id)
     select distinct on (id) $1::uuid, id, label, place, $5::timestamptz, $6::uuid
     from unnest($2::uuid[], $3::text[], $4::int[]) as named (id, label, place) order by id, place
     on conflict (event_id, id) do update set label = excluded.label, place = excluded.place,
       as_of = excluded.as_of, fact_id = excluded.fact_id
     where (labels.as_of, labels.fact_id) < (excluded.as_of, excluded.fact_id)`,
  ),

  addSales: statement(
    `insert into sales (event_id, hour, currency, sold, refunded, revenue) values ($1, $2, $3, $4, $5, $6)
     on conflict (event_id, hour, currency) do update set sold = sales.sold + excluded.sold,
       refunded = sales.refunded + excluded.refunded, revenue = sales.revenue + excluded.revenue`,
  ),

  addSalesByType: statement(
    `insert into sales_by_type
       (event_id, quarter, currency, ticket_type_id, price_zone_id, sold, refunded, revenue)
     select $1, $2, $3, part.* from unnest($4::uuid[], $5::uuid[], $6::int[], $7::int[], $8::bigint[])
       as part (ticket_type_id, price_zone_id, sold, refunded, revenue)
     order by ticket_type_id, price_zone_id
     on conflict (event_id, quarter, currency, ticket_type_id, price_zone_id) do update
       set sold = sales_by_type.sold + excluded.sold, refunded = sales_by_type.refunded + excluded.refunded,
         revenue = sales_by_type.revenue + excluded.revenue`,
  ),

  // What `enter` of the inbox, `keep`, `addSales` and `addSalesByType` do, in their order.
  recordSales: statement<{ fact_id: string }>(
    `with quiet as materialized (
       select set_config('synchronous_commit', 'off', true)
     ), entered as (
       ${enteredInbox('quiet')}
     ), kept as (
       insert into kept_facts (id, fact, rules) select fact_id, $4::jsonb, $5::int from entered
       on conflict (id) do nothing returning id
     ), sale as (
       insert into sales (event_id, hour, currency, sold, refunded, revenue)
       select $6::uuid, $7::timestamptz, $8::text, $9::int, $10::int, $11::bigint from kept
       on conflict (event_id, hour, currency) do update set sold = sales.sold + excluded.sold,
         refunded = sales.refunded + excluded.refunded, revenue = sales.revenue + excluded.revenue
       returning event_id
     ), by_type as (
       insert into sales_by_type
         (event_id, quarter, currency, ticket_type_id, price_zone_id, sold, refunded, revenue)
       select sale.event_id, $12::timestamptz, $8, part.*
       from sale, unnest($13::uuid[], $14::uuid[], $15::int[], $16::int[], $17::bigint[])
         as part (ticket_type_id, price_zone_id, sold, refunded, revenue)
       order by part.ticket_type_id, part.price_zone_id
       on conflict (event_id, quarter, currency, ticket_type_id, price_zone_id) do update
         set sold = sales_by_type.sold + excluded.sold, refunded = sales_by_type.refunded + excluded.refunded,
           revenue = sales_by_type.revenue + excluded.revenue
     )
     select fact_id from entered`,
  ),

  // Each from its own index; an event that only one table knows is one that a sum was lost or made up of.
  eventIds: statement<{ event_id: EventId }>(
    `(select event_id from events where event_id > $1 order by event_id limit $2)
     union (select distinct event_id from sales where event_id > $1 order by event_id limit $2)
     union (select distinct event_id from sales_by_type where event_id > $1 order by event_id limit $2)
     order by event_id limit $2`,
  ),

  // Whole rows, so that a column that is new is compared as well.
  sums: statement<SumRow>(
    `select concat_ws(' ', 'events', event_id) as name, to_jsonb(row) - 'event_id' as value
     from events row where event_id = any ($1::uuid[])
     union all select concat_ws(' ', 'event_artists', event_id, artist_id), '{}'
     from event_artists where event_id = any ($1::uuid[])
     union all select concat_ws(' ', 'labels', event_id, id), to_jsonb(row) - '{event_id,id}'::text[]
     from labels row where event_id = any ($1::uuid[])
     union all select concat_ws(' ', 'sales', event_id, to_json(hour) #>> '{}', currency),
       to_jsonb(row) - '{event_id,hour,currency}'::text[]
     from sales row where event_id = any ($1::uuid[])
     union all select
       concat_ws(' ', 'sales_by_type', event_id, to_json(quarter) #>> '{}', currency, ticket_type_id, price_zone_id),
       to_jsonb(row) - '{event_id,quarter,currency,ticket_type_id,price_zone_id}'::text[]
     from sales_by_type row where event_id = any ($1::uuid[])
     order by name`,
  ),

  // As entities all facts of a rebuild would stay in the memory of its transaction.
  kept: statement<{ position: string; fact: FactEnvelope }>(
    'select position, fact from kept_facts where position > $1 order by position limit $2',
  ),

  // One look into the index for each older version, however many facts it has added.
  newestOfOlderRules: statement<{ position: string | null }>(
    `select max(newest.position) as position
     from generate_series(1, $1::int - 1) as older (rules) cross join lateral (
       select position from kept_facts where kept_facts.rules = older.rules and position > $2::bigint
       order by position desc limit 1
     ) newest`,
  ),

  commitLater: statement("select set_config('synchronous_commit', 'off', true)"),
};

/**
 * Conflicts with the row lock that every insert into the table takes first, and with no reader. A fact's transaction takes
 * less time than a lock is waited for; another rebuild takes more. Not among the others, because PostgreSQL prepares no
 * `lock`.
 */
const LOCK_FACTS = statement('lock table kept_facts in share row exclusive mode');

/** The facts and the sums made of them, in PostgreSQL. */
export function createPostgresFactStore(database: Database): FactStore {
  return {
    async keep(tx, fact, rules) {
      const kept = await tx.sql(statements.keep, [fact.id, JSON.stringify(fact), rules]);
      return kept.length === 1;
    },

    async add(tx, fact, contribution) {
      switch (contribution.kind) {
        case 'event':
          return addEvent(tx, fact, contribution);
        case 'sales':
          return addSales(tx, contribution);
        default:
          return exhaustive(contribution);
      }
    },

    async recordSales(
      entry,
      fact,
      rules,
      { eventId, hour, quarter, currency, sold, refunded, revenue, parts },
    ) {
      const entered = await database.sql(statements.recordSales, [
        ...[...entry, JSON.stringify(fact), rules],
        ...[eventId, hour, currency, sold, refunded, revenue, quarter],
        ...columnsOf(parts),
      ]);
      return entered.length === 1;
    },

    async commitLater(tx) {
      await tx.sql(statements.commitLater);
    },

    async close(tx) {
      await tx.sql(LOCK_FACTS);
    },

    async clear(tx) {
      // Not truncate, which would make readers wait; and not all at once, which after some years would take longer than a
      // statement may: 100,000 events and their labels took 6 s.
      let after: string = FIRST;
      for (;;) {
        const eventIds = await tx.sql(statements.eventIds, [after, EVENTS_CLEARED_AT_ONCE]);
        const last = eventIds.at(-1);
        if (!last) return;
        const some = { $in: eventIds.map((row) => row.event_id) };
        await tx.em.nativeDelete(SalesByTypeRow, { eventId: some });
        await tx.em.nativeDelete(SalesRow, { eventId: some });
        await tx.em.nativeDelete(EventRow, { eventId: some });
        after = last.event_id;
      }
    },

    async kept(tx, after, limit) {
      return tx.sql(statements.kept, [after, limit]);
    },

    async eventIds(tx, after, limit) {
      const rows = await (tx ?? database).sql(statements.eventIds, [after, limit]);
      return rows.map((row) => row.event_id);
    },

    async sums(tx, eventIds) {
      return (tx ?? database).sql(statements.sums, [[...eventIds]]);
    },

    async made(tx) {
      const row = await (tx?.em ?? database.em()).findOne(RulesRow, { onlyRow: true }, { refresh: true });
      return { rules: row?.version ?? 0, position: row?.position ?? '0' };
    },

    async setMade(tx, { rules, position }) {
      await tx.em.upsert(RulesRow, { onlyRow: true, version: rules, position });
    },

    async newestOfOlderRules(tx, rules, since) {
      const [row] = await (tx ?? database).sql(statements.newestOfOlderRules, [rules, since]);
      return row?.position ?? null;
    },
  };
}

async function addEvent(
  tx: Transaction,
  fact: Pick<FactEnvelope, 'id' | 'time'>,
  { eventId, organizerId, startsAt, timeZone, capacity, currency, artistIds, labels }: EventState,
): Promise<void> {
  const event = [eventId, organizerId, startsAt, timeZone, capacity, currency, fact.time, fact.id];
  // First of all, because it locks the row of the event: facts about one event are added one after another.
  const newest = await tx.sql(statements.addEvent, event);
  if (labels.length > 0) {
    const of = <Key extends keyof OfferedLabel>(key: Key) => labels.map((label) => label[key]);
    await tx.sql(statements.addLabels, [eventId, of('id'), of('label'), of('place'), fact.time, fact.id]);
  }
  if (newest.length === 0) return;
  await tx.em.nativeDelete(EventArtistRow, { event: eventId });
  await tx.sql(statements.addArtists, [eventId, [...artistIds]]);
}

async function addSales(tx: Transaction, sales: Sales): Promise<void> {
  const { eventId, hour, quarter, currency, sold, refunded, revenue, parts } = sales;
  // First, because its one row is a lock: within an hour the rows below are changed by one transaction at a time.
  await tx.sql(statements.addSales, [eventId, hour, currency, sold, refunded, revenue]);
  await tx.sql(statements.addSalesByType, [eventId, quarter, currency, ...columnsOf(parts)]);
}

/** What unnest makes rows of again. */
function columnsOf(parts: readonly SalesPart[]) {
  const of = <Key extends keyof SalesPart>(key: Key) => parts.map((part) => part[key]);
  return [
    of('ticketTypeId').map((id) => id ?? NO_TYPE),
    of('priceZoneId'),
    of('sold'),
    of('refunded'),
    of('revenue'),
  ] as const;
}
