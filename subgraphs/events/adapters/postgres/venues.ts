import { LockMode } from '@mikro-orm/postgresql';
import type { Venues } from '../../application/ports/storage.ts';
import { VenueEntity } from './entities.ts';

/** Venues in PostgreSQL, through their entity. */
export const venues: Venues = {
  async add(tx, venue) {
    tx.em.create(VenueEntity, { ...venue });
    await tx.em.flush();
  },

  async lock(tx, id) {
    const row = await tx.em.findOne(VenueEntity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!row) return null;
    const { organizerId, name, address, city, timeZone } = row;
    return { id: row.id, organizerId, name, address, city, timeZone };
  },

  async change(tx, { id, ...details }) {
    await tx.em.nativeUpdate(VenueEntity, { id }, details);
  },
};
