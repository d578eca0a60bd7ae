import type { Halls, OwnedHall } from '../../application/ports/storage.ts';

/** Halls in PostgreSQL. */
export const halls: Halls = {
  async add(tx, { id, venueId, name }) {
    // Waits for another who adds the same name at this moment, then lets the first one have it.
    const rows = await tx.sql(
      `insert into halls (id, venue_id, name) values ($1, $2, $3)
       on conflict on constraint halls_name_taken do nothing returning id`,
      [id, venueId, name],
    );
    return rows.length === 1 ? 'added' : 'name-taken';
  },

  async countOf(tx, venueId) {
    const [row] = await tx.sql<{ count: number }>(
      'select count(*)::int as count from halls where venue_id = $1',
      [venueId],
    );
    return row?.count ?? 0;
  },

  async find(sql, id) {
    const [hall] = await sql.sql<OwnedHall>(
      `select h.id, h.venue_id as "venueId", h.name, v.organizer_id as "organizerId"
       from halls h join venues v on v.id = h.venue_id where h.id = $1`,
      [id],
    );
    return hall ?? null;
  },
};
