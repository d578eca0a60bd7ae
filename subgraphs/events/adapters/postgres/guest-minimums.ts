import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { GuestMinimums } from '../../application/ports/guest-minimums.ts';
import { statements as figures } from './event-figures.ts';

/** As the index `minimums_to_decide` says it (0061); the clock is asked once, so that it is a condition of the index. */
const isDue = `minimum_guests is not null and minimum_reached_at is null and status = 'ON_SALE'
  and (starts_at at time zone 'UTC') - minimum_decided_hours_before * interval '1 hour'
    <= (select clock_timestamp() at time zone 'UTC')
  and starts_at > (select clock_timestamp())`;

/** SQL, because the moment is an expression of two columns, and the clock that of the database. */
export const statements = {
  due: statement<{ id: EventId }>(
    `select id from events where ${isDue}
     order by (starts_at at time zone 'UTC') - minimum_decided_hours_before * interval '1 hour' limit $1`,
  ),

  isDue: statement<{ id: EventId }>(`select id from events where id = $1 and ${isDue}`),

  setReached: statement(`update events set minimum_reached_at = clock_timestamp() where id = $1`),
};

/** Minimums of guests in PostgreSQL. */
export function createPostgresGuestMinimums(database: Database): GuestMinimums {
  return {
    async due(limit) {
      const rows = await database.sql(statements.due, [limit]);
      return rows.map(({ id }) => id);
    },

    isDue: async (tx, id) => (await tx.sql(statements.isDue, [id])).length === 1,

    async soldIn(tx, id) {
      const [row] = await tx.sql(figures.soldPlaces, [[id]]);
      if (!row) throw new Error(`expected the sold places of event ${id} to be counted, got none`);
      return row.count;
    },

    async setReached(tx, id) {
      await tx.sql(statements.setReached, [id]);
    },
  };
}
