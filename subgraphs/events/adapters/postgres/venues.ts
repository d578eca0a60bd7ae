import { LockMode } from '@mikro-orm/postgresql';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Venues } from '../../application/ports/catalogue.ts';
import type { Venue } from '../../domain/venue.ts';
import { byName, namedLike } from './name-lists.ts';
import { VenueRow } from './venue-entities.ts';

/** Venues in PostgreSQL. */
export function createPostgresVenues(database: Database): Venues {
  return {
    async byId(ids) {
      const rows = await database.em().find(VenueRow, { id: { $in: [...ids] } });
      return new Map(rows.map((row) => [row.id, readVenue(row)]));
    },

    async list(wanted, organizerId) {
      const owned = organizerId === null ? [] : [{ organizerId }];
      const rows = await database
        .em()
        .find(
          VenueRow,
          { $and: [...owned, ...namedLike(wanted)] },
          { orderBy: byName(), limit: wanted.page.limit },
        );
      return rows.map((row) => ({ row: readVenue(row), sortKey: row.name }));
    },

    async add(tx, venue) {
      await tx.em.insert(VenueRow, venue);
    },

    async lock(tx, id) {
      const row = await tx.em.findOne(VenueRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      return row && readVenue(row);
    },

    async change(tx, { id, ...details }) {
      await tx.em.nativeUpdate(VenueRow, { id }, details);
    },
  };
}

function readVenue({ id, organizerId, name, address, city, timeZone }: Venue): Venue {
  return { id, organizerId, name, address, city, timeZone };
}
