import type { TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { HeldTypes } from '../../application/ports/places.ts';

/** SQL, because a type is locked, and counted by a statement of its own that sees what the lock waited for. */
export const statements = {
  lock: statement(`select from ticket_types where id = $1 for no key update`),

  // Every row counts until its hold has ended. No look at the clock: a hold whose time has run out may be one that is just
  // being sold, and a limit that let its places go would be passed. The sweep ends it a second later (expire-holds.ts).
  count: statement<{ taken: number }>(
    `select coalesce(sum(quantity), 0)::int as taken from held_types where ticket_type_id = $1`,
  ),

  record: statement(
    `insert into held_types (booking_id, ticket_type_id, quantity)
     select $1, ticket_type_id, quantity from unnest($2::uuid[], $3::int[]) as type (ticket_type_id, quantity)`,
  ),

  // Places whose type is not said are of the only one that their booking has.
  giveBack: statement(
    `with given as (
       select coalesce(type.ticket_type_id, own.ticket_type_id) as ticket_type_id, sum(type.quantity) as quantity
       from unnest($2::uuid[], $3::int[]) as type (ticket_type_id, quantity)
       left join held_types own on type.ticket_type_id is null and own.booking_id = $1 and not exists (
         select from held_types other
         where other.booking_id = own.booking_id and other.ticket_type_id <> own.ticket_type_id)
       group by 1
     ), used_up as (
       delete from held_types h using given g
       where h.booking_id = $1 and h.ticket_type_id = g.ticket_type_id and h.quantity <= g.quantity
     )
     update held_types h set quantity = h.quantity - g.quantity from given g
     where h.booking_id = $1 and h.ticket_type_id = g.ticket_type_id and h.quantity > g.quantity`,
  ),

  // Of the holds that still have places: `lockHolds` has waited for whoever was ending one.
  countAll: statement(
    `insert into held_types (booking_id, ticket_type_id, quantity)
     select h.booking_id, $2, h.places from holds h
     where h.booking_id in (
         select booking_id from event_seats where event_id = $1 and booking_id is not null
         union select booking_id from standing_holds where event_id = $1)
       and h.status in ('HELD', 'SOLD')
       and not exists (select from held_types t where t.booking_id = h.booking_id)`,
  ),

  inUse: statement<{ id: TicketTypeId }>(
    `select id from unnest($1::uuid[]) as type (id)
     where exists (select from held_types t where t.ticket_type_id = type.id)`,
  ),

  end: statement(`delete from held_types where booking_id = any ($1::uuid[])`),
};

/** Counts of ticket types in PostgreSQL. */
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

    async countAll(tx, eventId, onlyTypeId) {
      await tx.sql(statements.countAll, [eventId, onlyTypeId]);
    },

    async inUse(tx, typeIds) {
      return (await tx.sql(statements.inUse, [typeIds])).map(({ id }) => id);
    },

    async end(tx, bookingIds) {
      await tx.sql(statements.end, [bookingIds]);
    },
  };
}
