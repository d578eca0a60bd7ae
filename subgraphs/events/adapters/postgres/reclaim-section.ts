import type { BookingId, EventId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { ReleasedPlaces, StandingPart } from '../../application/ports/storage.ts';
import { takeFromShards } from './standing-shards.ts';

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
  const parts = await tx.sql<StandingPart & { bookingId: BookingId }>(
    `with expired as materialized (
       select booking_id from holds h
       where event_id = $1 and status = 'HELD' and expires_at <= (select clock_timestamp())
         and exists (select from standing_holds p where p.booking_id = h.booking_id and p.section_id = $2)
       order by expires_at
       for update skip locked
     )
     delete from standing_holds where booking_id in (select booking_id from expired) and section_id = $2
     returning booking_id as "bookingId", section_id as "sectionId", shard, quantity`,
    [eventId, sectionId],
  );
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
  const rows = await tx.sql(
    `select from standing_holds p join holds h using (booking_id)
     where p.event_id = $1 and p.section_id = $2 and h.status = 'HELD' and h.expires_at <= (select clock_timestamp())
     limit 1`,
    [eventId, sectionId],
  );
  return rows.length > 0;
}
