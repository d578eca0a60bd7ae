import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { SeatMapReading, SeatMapStore } from '../../application/ports/live-maps.ts';
import type { StandingRows } from '../../domain/seat-map.ts';

interface StateRow {
  readonly id: string;
  readonly states: string;
  readonly versions: string;
}
interface ShardRow {
  readonly event_id: string;
  readonly section_id: string;
  readonly taken: number;
  readonly capacity: number;
  readonly version: number;
}

/** Seat maps as the rows are: two statements for any number of events, and one text a map, not one row a seat. */
export function seatMapRows({ sql }: Sql): SeatMapStore {
  return {
    async read(eventIds) {
      const [maps, shards] = await Promise.all([readStates(sql, eventIds), readShards(sql, eventIds)]);
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

/** Events without seats have an empty text; drafts have no map. */
function readStates(sql: Sql['sql'], eventIds: readonly string[]): Promise<StateRow[]> {
  return sql<StateRow>(
    `select e.id,
            coalesce(string_agg(s.state::text, '' order by s.seat_index), '') as states,
            coalesce(string_agg(s.version::text, ',' order by s.seat_index), '') as versions
     from events e left join event_seats s on s.event_id = e.id
     where e.id = any ($1::uuid[]) and e.status <> 'DRAFT' group by e.id`,
    [eventIds],
  );
}

function readShards(sql: Sql['sql'], eventIds: readonly string[]): Promise<ShardRow[]> {
  return sql<ShardRow>(
    `select h.event_id, h.section_id, h.capacity, h.taken, h.version
     from standing_shards h join sections c on c.id = h.section_id
     where h.event_id = any ($1::uuid[]) order by h.event_id, c.place, h.shard`,
    [eventIds],
  );
}

function readStanding(shards: readonly ShardRow[]): StandingRows[] {
  return [...Map.groupBy(shards, (shard) => shard.section_id)].map(([sectionId, own]) => ({
    sectionId,
    capacity: own.reduce((sum, shard) => sum + shard.capacity, 0),
    shards: own.map(({ taken, version }) => ({ taken, version })),
  }));
}
