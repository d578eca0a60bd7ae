import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';

/** Which events wait for their minimum of guests to be decided. The clock is the database's: no two processes disagree. */
export interface GuestMinimums {
  /** At most `limit` events whose moment has come, the longest due first, without waiting for anybody. */
  due(limit: number): Promise<readonly EventId[]>;
  /**
   * Whether the moment of an event has come, and nothing is decided. One that is not on sale is not, nor one that has begun:
   * a server that was away so long leaves it to the organizer, who knows whether it took place.
   */
  isDue(tx: Transaction, id: EventId): Promise<boolean>;
  /** Places that are sold, not those that are held; exact while sales are paused (`Events.lock`). */
  soldIn(tx: Transaction, id: EventId): Promise<number>;
  /** Writes down that the event takes place, whatever is given back from now on. */
  setReached(tx: Transaction, id: EventId): Promise<void>;
}
