import type { ArtistId, EventId } from '@parterre/platform/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event, EventTerms } from '../../domain/event.ts';
import type { Prices } from '../../domain/prices.ts';

/** Who performs where, for the facts about an event. */
export interface Billing {
  readonly hallName: string;
  readonly venueName: string;
  readonly timeZone: string;
  readonly artists: readonly { readonly artistId: string; readonly name: string }[];
}

export interface Events {
  /** Adds a draft. */
  add(tx: Transaction, event: Event & { readonly status: 'DRAFT' }): Promise<void>;
  /**
   * The event, locked against other changes, and with no hold or sale under way: each of them is done or
   * sees the event as this transaction leaves it. Null when there is none.
   */
  lock(tx: Transaction, id: string): Promise<Event | null>;
  find(sql: Sql, id: string): Promise<Event | null>;
  /** Stores the terms of an event, whatever its status. */
  change(tx: Transaction, event: EventTerms & { readonly id: EventId }): Promise<void>;
  putOnSale(tx: Transaction, id: EventId): Promise<void>;
  /** Replaces the bill. */
  setArtists(tx: Transaction, id: EventId, artistIds: readonly ArtistId[]): Promise<void>;
  /** Replaces all prices. */
  setPrices(tx: Transaction, id: EventId, prices: Prices): Promise<void>;
  prices(sql: Sql, event: Event): Promise<Prices>;
  billing(sql: Sql, event: Event): Promise<Billing>;
  /** Makes a free place of the event out of every seat and standing place of its plan, at its zone's price. */
  openPlaces(tx: Transaction, event: Event): Promise<void>;
}
