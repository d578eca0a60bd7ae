import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { FactStore } from '../../application/ports.ts';
import type { EventState, Sales } from '../../domain/contribution.ts';

/** The facts and the sums made of them, in PostgreSQL. */
export const factStore: FactStore = {
  async keep(tx, fact) {
    const rows = await tx.sql(
      'insert into kept_facts (id, fact) values ($1, $2) on conflict (id) do nothing returning id',
      [fact.id, JSON.stringify(fact)],
    );
    return rows.length === 1;
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

  async close(tx) {
    // Conflicts with the row lock that every insert into the table takes first, and with no reader.
    await tx.sql('lock table kept_facts in share row exclusive mode');
  },

  async clear(tx) {
    // Not truncate, which would make readers wait.
    await tx.sql('delete from sales');
    await tx.sql('delete from events');
  },

  async kept(tx, after, limit) {
    return tx.sql<{ position: string; fact: FactEnvelope }>(
      'select position, fact from kept_facts where position > $1 order by position limit $2',
      [after, limit],
    );
  },

  async rules(sql) {
    const [row] = await sql.sql<{ version: number }>('select version from rules');
    return row?.version ?? 0;
  },

  async setRules(tx, version) {
    await tx.sql(
      `insert into rules (version) values ($1) on conflict (only_row) do update set version = excluded.version`,
      [version],
    );
  },
};

async function addEvent(
  tx: Sql,
  fact: Pick<FactEnvelope, 'id' | 'time'>,
  { eventId, organizerId, startsAt, capacity, currency, artistIds }: EventState,
): Promise<void> {
  const newest = await tx.sql(
    `insert into events (event_id, organizer_id, starts_at, capacity, currency, as_of, fact_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (event_id) do update set organizer_id = excluded.organizer_id, starts_at = excluded.starts_at,
       capacity = excluded.capacity, currency = excluded.currency, as_of = excluded.as_of,
       fact_id = excluded.fact_id
     where (events.as_of, events.fact_id) < (excluded.as_of, excluded.fact_id)
     returning event_id`,
    [eventId, organizerId, startsAt, capacity, currency, fact.time, fact.id],
  );
  if (newest.length === 0) return;
  await tx.sql('delete from event_artists where event_id = $1', [eventId]);
  await tx.sql(
    'insert into event_artists (event_id, artist_id) select distinct $1::uuid, unnest($2::uuid[])',
    [eventId, [...artistIds]],
  );
}

async function addSales(tx: Sql, sales: Sales): Promise<void> {
  const { eventId, hour, currency, sold, refunded, revenue } = sales;
  await tx.sql(
    `insert into sales (event_id, hour, currency, sold, refunded, revenue) values ($1, $2, $3, $4, $5, $6)
     on conflict (event_id, hour, currency) do update set sold = sales.sold + excluded.sold,
       refunded = sales.refunded + excluded.refunded, revenue = sales.revenue + excluded.revenue`,
    [eventId, hour, currency, sold, refunded, revenue],
  );
}
