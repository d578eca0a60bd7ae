import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { FactStore } from '../../application/ports.ts';
import type { EventState, Sales } from '../../domain/contribution.ts';
import { EventArtistRow, EventRow, RulesRow, SalesRow } from './entities.ts';

/** SQL, because what is there already is no error, sums change where they stand, and facts are read in batches. */
export const statements = {
  keep: statement<{ id: string }>(
    'insert into kept_facts (id, fact) values ($1, $2) on conflict (id) do nothing returning id',
  ),

  // The newest fact about an event counts, whichever comes last.
  addEvent: statement<{ event_id: EventId }>(
    `insert into events (event_id, organizer_id, starts_at, capacity, currency, as_of, fact_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (event_id) do update set organizer_id = excluded.organizer_id, starts_at = excluded.starts_at,
       capacity = excluded.capacity, currency = excluded.currency, as_of = excluded.as_of,
       fact_id = excluded.fact_id
     where (events.as_of, events.fact_id) < (excluded.as_of, excluded.fact_id)
     returning event_id`,
  ),

  addArtists: statement(
    'insert into event_artists (event_id, artist_id) select distinct $1::uuid, unnest($2::uuid[])',
  ),

  addSales: statement(
    `insert into sales (event_id, hour, currency, sold, refunded, revenue) values ($1, $2, $3, $4, $5, $6)
     on conflict (event_id, hour, currency) do update set sold = sales.sold + excluded.sold,
       refunded = sales.refunded + excluded.refunded, revenue = sales.revenue + excluded.revenue`,
  ),

  // As entities all facts of a rebuild would stay in the memory of its transaction.
  kept: statement<{ position: string; fact: FactEnvelope }>(
    'select position, fact from kept_facts where position > $1 order by position limit $2',
  ),

  commitLater: statement("select set_config('synchronous_commit', 'off', true)"),

  // Longer than a fact's transaction ever takes.
  waitLonger: statement("select set_config('lock_timeout', '60s', true)"),
};

/**
 * Conflicts with the row lock that every insert into the table takes first, and with no reader. Not among the others,
 * because PostgreSQL prepares no `lock`.
 */
const LOCK_FACTS = statement('lock table kept_facts in share row exclusive mode');

/** The facts and the sums made of them, in PostgreSQL. */
export function createPostgresFactStore(database: Database): FactStore {
  return {
    async keep(tx, fact) {
      const kept = await tx.sql(statements.keep, [fact.id, JSON.stringify(fact)]);
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

    async commitLater(tx) {
      await tx.sql(statements.commitLater);
    },

    async close(tx) {
      await tx.sql(statements.waitLonger);
      await tx.sql(LOCK_FACTS);
    },

    async clear(tx) {
      // Not truncate, which would make readers wait.
      await tx.em.nativeDelete(SalesRow, {});
      await tx.em.nativeDelete(EventRow, {});
    },

    async kept(tx, after, limit) {
      return tx.sql(statements.kept, [after, limit]);
    },

    async rules() {
      const row = await database.em().findOne(RulesRow, { onlyRow: true });
      return row?.version ?? 0;
    },

    async setRules(tx, version) {
      await tx.em.upsert(RulesRow, { onlyRow: true, version });
    },
  };
}

async function addEvent(
  tx: Transaction,
  fact: Pick<FactEnvelope, 'id' | 'time'>,
  { eventId, organizerId, startsAt, capacity, currency, artistIds }: EventState,
): Promise<void> {
  const event = [eventId, organizerId, startsAt, capacity, currency, fact.time, fact.id];
  const newest = await tx.sql(statements.addEvent, event);
  if (newest.length === 0) return;
  await tx.em.nativeDelete(EventArtistRow, { event: eventId });
  await tx.sql(statements.addArtists, [eventId, [...artistIds]]);
}

async function addSales(tx: Transaction, sales: Sales): Promise<void> {
  const { eventId, hour, currency, sold, refunded, revenue } = sales;
  await tx.sql(statements.addSales, [eventId, hour, currency, sold, refunded, revenue]);
}
