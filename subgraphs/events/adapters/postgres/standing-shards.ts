import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { ChangedShard, StandingPart } from '../../application/ports/storage.ts';

/**
 * Takes parts out of their shards, or gives them back when the quantity is negative; answers each shard once,
 * as it is now. Locks in the order of event, section and shard, as everybody does, so that nobody can wait
 * for somebody who waits for him.
 */
export async function takeFromShards(
  tx: Transaction,
  parts: readonly (StandingPart & { readonly eventId: EventId })[],
): Promise<(ChangedShard & { readonly eventId: EventId })[]> {
  return tx.sql<ChangedShard & { eventId: EventId }>(
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
    [
      parts.map((part) => part.eventId),
      parts.map((part) => part.sectionId),
      parts.map((part) => part.shard),
      parts.map((part) => part.quantity),
    ],
  );
}
