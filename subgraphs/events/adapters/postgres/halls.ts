import type { InferEntity } from '@mikro-orm/postgresql';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Hall, Halls } from '../../application/ports/catalogue.ts';
import { byName } from './name-lists.ts';
import { HallRow } from './venue-entities.ts';

/** SQL, because a name that is taken already is no error. */
export const statements = {
  // Waits for another who adds the same name at this moment, then lets the first one have it.
  add: statement<{ id: string }>(
    `insert into halls (id, venue_id, name) values ($1, $2, $3)
     on conflict on constraint halls_name_taken do nothing returning id`,
  ),
};

/** Halls in PostgreSQL. */
export function createPostgresHalls(database: Database): Halls {
  return {
    async byId(ids) {
      const rows = await database.em().find(HallRow, { id: { $in: [...ids] } });
      return new Map(rows.map((row) => [row.id, readHall(row)]));
    },

    async byVenue(venueIds) {
      const rows = await database
        .em()
        .find(HallRow, { venue: { $in: [...venueIds] } }, { orderBy: byName() });
      return Map.groupBy(rows.map(readHall), (hall) => hall.venueId);
    },

    async find(id) {
      const row = await database.em().findOne(HallRow, { id }, { populate: ['venue'] });
      return row && { ...readHall(row), organizerId: row.venue.organizerId };
    },

    async add(tx, { id, venueId, name }) {
      const added = await tx.sql(statements.add, [id, venueId, name]);
      return added.length === 1 ? 'added' : 'name-taken';
    },

    async countOf(tx, venueId) {
      return tx.em.count(HallRow, { venue: venueId });
    },
  };
}

function readHall({ id, venue, name }: InferEntity<typeof HallRow>): Hall {
  return { id, venueId: venue.id, name };
}
