import type { BookingId, EventId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ChangedShard, ReleasedPlaces, StandingPart } from '../../application/ports/places.ts';
import type { StandingRequest } from '../../domain/requested-places.ts';
import type { ShardRoom } from '../../domain/standing-shards.ts';

export type ShardOfEvent = ChangedShard & { readonly eventId: EventId };

/** SQL, because places are counted where they stand, in rows that everybody locks in the order of section and number. */
export const statements = {
  takeFromShards: statement<ShardOfEvent>(
    `with part as (
       select event_id, section_id, shard, sum(quantity) as quantity
       from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) as part (event_id, section_id, shard, quantity)
       group by event_id, section_id, shard
     ), locked as materialized (
       select s.event_id, s.section_id, s.shard from standing_shards s
       where (s.event_id, s.section_id, s.shard) in (select event_id, section_id, shard from part)
       order by s.event_id, s.section_id, s.shard
       for update of s
     )
     update standing_shards s set taken = s.taken + p.quantity, version = s.version + 1
     from part p join locked l using (event_id, section_id, shard)
     where s.event_id = p.event_id and s.section_id = p.section_id and s.shard = p.shard
     returning s.event_id as "eventId", s.section_id as "sectionId", s.shard, s.taken, s.version`,
  ),

  // Expired holds are few, wherever they are; the places of a section that is sold out are many.
  soldOut: statement<{ is_sold_out: boolean }>(
    `select coalesce(sum(capacity - taken), 0) < $3::int and not exists (
       select from holds h
       where h.event_id = $1 and h.status = 'HELD' and h.expires_at <= (select clock_timestamp())
         and exists (select from standing_holds p where p.booking_id = h.booking_id and p.section_id = $2)) as is_sold_out
     from standing_shards where event_id = $1 and section_id = $2`,
  ),

  lockSection: statement<ShardRoom>(
    `select shard, capacity - taken as free from standing_shards
     where event_id = $1 and section_id = $2 order by shard for update`,
  ),

  reclaim: statement<StandingPart & { bookingId: BookingId }>(
    `with expired as materialized (
       select booking_id from holds h
       where event_id = $1 and status = 'HELD' and expires_at <= (select clock_timestamp())
         and exists (select from standing_holds p where p.booking_id = h.booking_id and p.section_id = $2)
       order by expires_at
       for update skip locked
     )
     delete from standing_holds where booking_id in (select booking_id from expired) and section_id = $2
     returning booking_id as "bookingId", section_id as "sectionId", shard, quantity`,
  ),

  sweeping: statement<{ booking_id: BookingId }>(
    `select booking_id from standing_holds p join holds h using (booking_id)
     where p.event_id = $1 and p.section_id = $2 and h.status = 'HELD' and h.expires_at <= (select clock_timestamp())
     limit 1`,
  ),
};

/**
 * Takes parts out of their shards, or gives them back when the quantity is negative; answers each shard once,
 * as it is now. Locks in the order of event, section and shard, as everybody does, so that nobody can wait
 * for somebody who waits for him.
 */
export async function takeFromShards(
  tx: Transaction,
  parts: readonly (StandingPart & { readonly eventId: EventId })[],
): Promise<ShardOfEvent[]> {
  return tx.sql(statements.takeFromShards, [
    parts.map((part) => part.eventId),
    parts.map((part) => part.sectionId),
    parts.map((part) => part.shard),
    parts.map((part) => part.quantity),
  ]);
}

/**
 * Whether a section has not that many places left and no expired hold has any of them, without waiting for anybody: what
 * others are just taking counts as free, what they are just giving back as taken.
 */
export async function isSoldOut(
  tx: Transaction,
  eventId: EventId,
  { sectionId, quantity }: StandingRequest,
): Promise<boolean> {
  const [row] = await tx.sql(statements.soldOut, [eventId, sectionId, quantity]);
  return row?.is_sold_out === true;
}

/** Locks all shards of a section, in order; answers what is left in each. */
export async function lockSection(
  tx: Transaction,
  eventId: EventId,
  { sectionId }: StandingRequest,
): Promise<ShardRoom[]> {
  return tx.sql(statements.lockSection, [eventId, sectionId]);
}

/**
 * Gives back the places of a section that expired holds still have, so that the next buyer need not wait for
 * the sweep. The caller has locked the section's shards. Holds that somebody else has locked are skipped:
 * waiting for them here, with shards in hand, could wait in a circle.
 */
export async function reclaimSection(
  tx: Transaction,
  eventId: EventId,
  sectionId: SectionId,
): Promise<readonly ReleasedPlaces[]> {
  const parts = await tx.sql(statements.reclaim, [eventId, sectionId]);
  if (parts.length === 0) return [];
  const changes = await takeFromShards(
    tx,
    parts.map((part) => ({ ...part, eventId, quantity: -part.quantity })),
  );
  return [...Map.groupBy(parts, (part) => part.bookingId)].map(([bookingId, own]) => ({
    bookingId,
    eventId,
    changes: changes
      .filter((change) => own.some((part) => part.shard === change.shard))
      .map(({ shard, taken, version }) => ({ sectionId, shard, taken, version })),
  }));
}

/** Whether expired holds have places of the section that somebody else is giving back at this moment. */
export async function isBeingSwept(
  tx: Transaction,
  eventId: EventId,
  sectionId: SectionId,
): Promise<boolean> {
  const rows = await tx.sql(statements.sweeping, [eventId, sectionId]);
  return rows.length > 0;
}
