import type { VenueId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Venue } from '../../domain/venue.ts';

export interface Venues {
  add(tx: Transaction, venue: Venue): Promise<void>;
  /** The venue, locked against other changes until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: VenueId): Promise<Venue | null>;
  change(tx: Transaction, venue: Venue): Promise<void>;
}
