import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Artist, Artists } from '../../application/ports/catalogue.ts';
import { ArtistRow, EventArtistRow } from './entities.ts';
import { byName, namedLike } from './name-lists.ts';

/** Artists and bills in PostgreSQL. */
export function createPostgresArtists(database: Database): Artists {
  return {
    async byId(ids) {
      const rows = await database.em().find(ArtistRow, { id: { $in: [...ids] } });
      return new Map(rows.map((row) => [row.id, readArtist(row)]));
    },

    async byEvent(eventIds) {
      const bill = await database
        .em()
        .find(
          EventArtistRow,
          { event: { $in: [...eventIds] } },
          { populate: ['artist'], orderBy: { event: 'asc', place: 'asc' } },
        );
      const lists = Map.groupBy(bill, (entry) => entry.event.id);
      return new Map(
        [...lists].map(([id, entries]) => [id, entries.map(({ artist }) => readArtist(artist))]),
      );
    },

    async list(wanted) {
      const rows = await database
        .em()
        .find(ArtistRow, { $and: namedLike(wanted) }, { orderBy: byName(), limit: wanted.page.limit });
      return rows.map((row) => ({ row: readArtist(row), sortKey: row.name }));
    },

    async add(tx, artist) {
      await tx.em.insert(ArtistRow, artist);
    },

    async missing(tx, ids) {
      const known = await tx.em.find(ArtistRow, { id: { $in: [...ids] } }, { fields: ['id'] });
      return ids.filter((id) => known.every((artist) => artist.id !== id));
    },
  };
}

function readArtist({ id, name }: Artist): Artist {
  return { id, name };
}
