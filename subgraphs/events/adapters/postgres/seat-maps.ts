import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SeatMapReading, SeatMaps } from '../../application/ports/places.ts';
import type { StandingRows } from '../../domain/seat-map.ts';

interface StateColumns {
  readonly id: string;
  readonly states: string;
  readonly versions: string;
}
interface ShardColumns {
  readonly event_id: string;
  readonly section_id: string;
  readonly taken: number;
  readonly capacity: number;
  readonly version: number;
}

/** SQL, because a map is one text that PostgreSQL writes, not one row a seat. */
export const statements = {
  // Events without seats have an empty text; drafts have no map.
  states: statement<StateColumns>(
    `select e.id,
            coalesce(string_agg(s.state::text, '' order by s.seat_index), '') as states,
            coalesce(string_agg(s.version::text, ',' order by s.seat_index), '') as versions
     from events e left join event_seats s on s.event_id = e.id
     where e.id = any ($1::uuid[]) and e.status <> 'DRAFT' group by e.id`,
  ),

  shards: statement<ShardColumns>(
    `select h.event_id, h.section_id, h.capacity, h.taken, h.version
     from standing_shards h join sections c on c.id = h.section_id
     where h.event_id = any ($1::uuid[]) order by h.event_id, c.place, h.shard`,
  ),
};

/** Seat maps as the rows are: two statements for any number of events. */
export function createPostgresSeatMaps(database: Database): SeatMaps {
  return {
    async read(eventIds) {
      const [maps, shards] = await Promise.all([
        database.sql(statements.states, [eventIds]),
        database.sql(statements.shards, [eventIds]),
      ]);
      const standing = Map.groupBy(shards, (shard) => shard.event_id);
      return new Map(
        maps.map(({ id, states, versions }): [string, SeatMapReading] => [
          id,
          {
            states,
            seatVersions: versions === '' ? [] : versions.split(',').map(Number),
            standing: readStanding(standing.get(id) ?? []),
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
