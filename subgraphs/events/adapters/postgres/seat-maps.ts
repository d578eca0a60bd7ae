import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SeatMapReading, SeatMaps } from '../../application/ports/places.ts';
import type { StandingRows } from '../../domain/seat-map.ts';

interface MapColumns {
  readonly id: string;
  readonly planId: SeatingPlanId;
  readonly planChanges: number;
  readonly versionsFrom: number;
  readonly states: string;
  readonly versions: string;
  readonly shards: readonly ShardColumns[];
}
interface ShardColumns {
  readonly section_id: string;
  readonly taken: number;
  readonly capacity: number;
  readonly version: number;
}

/**
 * SQL, because a map is one text that PostgreSQL writes, not one row a seat. One statement, because an event may come to
 * another plan between two, and its shards would then be those of another plan than its seats.
 */
export const statements = {
  // Events without seats have an empty text; drafts have no map.
  maps: statement<MapColumns>(
    `select e.id, e.plan_id as "planId", greatest(e.plan_changes, cardinality(e.former_plan_ids)) as "planChanges",
            e.seat_versions_from as "versionsFrom", seats.states, seats.versions,
            coalesce((
              select json_agg(json_build_object('section_id', h.section_id, 'capacity', h.capacity, 'taken', h.taken,
                                                'version', h.version) order by c.place, h.shard)
              from standing_shards h join sections c on c.id = h.section_id where h.event_id = e.id), '[]') as shards
     from events e cross join lateral (
       select coalesce(string_agg(s.state::text, '' order by s.seat_index), '') as states,
              coalesce(string_agg(s.version::text, ',' order by s.seat_index), '') as versions
       from event_seats s where s.event_id = e.id) seats
     where e.id = any ($1::uuid[]) and e.status <> 'DRAFT'`,
  ),
};

/** Seat maps as the rows are: one statement for any number of events. */
export function createPostgresSeatMaps(database: Database): SeatMaps {
  return {
    async read(eventIds) {
      const maps = await database.sql(statements.maps, [eventIds]);
      return new Map(
        maps.map(({ id, versions, shards, ...map }): [string, SeatMapReading] => [
          id,
          {
            ...map,
            seatVersions: versions === '' ? [] : versions.split(',').map(Number),
            standing: readStanding(shards),
          },
        ]),
      );
    },
  };
}

function readStanding(shards: readonly ShardColumns[]): StandingRows[] {
  return [...Map.groupBy(shards, (shard) => shard.section_id)].map(([sectionId, own]) => ({
    sectionId,
    capacity: own.reduce((sum, shard) => sum + shard.capacity, 0),
    shards: own.map(({ taken, version }) => ({ taken, version })),
  }));
}
