import { statement } from '@parterre/platform/postgres/statement.ts';
import type { HeldTypes } from '../../application/ports/places.ts';

/** SQL, because a type is locked, and counted by a statement of its own that sees what the lock waited for. */
export const statements = {
  lock: statement(`select from ticket_types where id = $1 for no key update`),

  // What is held no longer counts from the moment on at which it can no longer be sold.
  count: statement<{ taken: number }>(
    `select coalesce(sum(t.quantity), 0)::int as taken
     from held_types t join holds h on h.booking_id = t.booking_id
     where t.ticket_type_id = $1
       and (h.status = 'SOLD' or (h.status = 'HELD' and h.expires_at > clock_timestamp()))`,
  ),

  record: statement(
    `insert into held_types (booking_id, ticket_type_id, quantity)
     select $1, ticket_type_id, quantity from unnest($2::uuid[], $3::int[]) as type (ticket_type_id, quantity)`,
  ),

  giveBack: statement(
    `with given as (
       select ticket_type_id, quantity from unnest($2::uuid[], $3::int[]) as type (ticket_type_id, quantity)
     ), used_up as (
       delete from held_types h using given g
       where h.booking_id = $1 and h.ticket_type_id = g.ticket_type_id and h.quantity <= g.quantity
     )
     update held_types h set quantity = h.quantity - g.quantity from given g
     where h.booking_id = $1 and h.ticket_type_id = g.ticket_type_id and h.quantity > g.quantity`,
  ),
};

/** Counts of limited ticket types in PostgreSQL. */
export function createPostgresHeldTypes(): HeldTypes {
  return {
    async lockAndCount(tx, typeId) {
      await tx.sql(statements.lock, [typeId]);
      const [row] = await tx.sql(statements.count, [typeId]);
      return row?.taken ?? 0;
    },

    async record(tx, bookingId, counts) {
      if (counts.size > 0)
        await tx.sql(statements.record, [bookingId, [...counts.keys()], [...counts.values()]]);
    },

    async giveBack(tx, bookingId, counts) {
      if (counts.size > 0)
        await tx.sql(statements.giveBack, [bookingId, [...counts.keys()], [...counts.values()]]);
    },
  };
}
