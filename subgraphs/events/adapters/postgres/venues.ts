import { LockMode } from '@mikro-orm/postgresql';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Venues } from '../../application/ports/catalogue.ts';
import type { Venue } from '../../domain/venue.ts';
import { byName, namedLike } from './name-lists.ts';
import { VenueRow } from './venue-entities.ts';

/** SQL, because it takes one venue to be an organizer, and some run many. */
export const statements = {
  organizersAmong: statement<{ id: UserId }>(
    `select distinct wanted.id from unnest($1::uuid[]) as wanted (id)
     where exists (select from venues v where v.organizer_id = wanted.id)`,
  ),
};

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

    async organizersAmong(userIds) {
      const rows = await database.sql(statements.organizersAmong, [userIds]);
      return rows.map(({ id }) => id);
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
