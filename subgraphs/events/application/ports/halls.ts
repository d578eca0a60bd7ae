import type { HallId, UserId, VenueId } from '@parterre/platform/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';

export interface Hall {
  readonly id: HallId;
  readonly venueId: VenueId;
  readonly name: string;
}

export interface OwnedHall extends Hall {
  /** Who runs the venue that the hall is in. */
  readonly organizerId: UserId;
}

export interface Halls {
  /** Adds a hall, unless its venue has one of this name. */
  add(tx: Transaction, hall: Hall): Promise<'added' | 'name-taken'>;
  /** How many halls the venue has; exact while the venue is locked. */
  countOf(tx: Transaction, venueId: VenueId): Promise<number>;
  find(sql: Sql, id: string): Promise<OwnedHall | null>;
}
