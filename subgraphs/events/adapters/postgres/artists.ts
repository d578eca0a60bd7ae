import type { Artists } from '../../application/ports/storage.ts';
import { ArtistEntity } from './entities.ts';

/** Artists in PostgreSQL. */
export const artists: Artists = {
  async add(tx, artist) {
    tx.em.create(ArtistEntity, { ...artist });
    await tx.em.flush();
  },

  async missing(sql, ids) {
    const rows = await sql.sql<{ id: string }>(
      `select wanted.id from unnest($1::uuid[]) as wanted (id)
       where not exists (select from artists a where a.id = wanted.id)`,
      [ids],
    );
    return rows.map((row) => row.id);
  },
};
