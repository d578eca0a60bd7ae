import type { ArtistId } from '@parterre/platform/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';

export interface Artist {
  readonly id: ArtistId;
  readonly name: string;
}

export interface Artists {
  add(tx: Transaction, artist: Artist): Promise<void>;
  /** Those of the identifiers that are nobody's. */
  missing(sql: Sql, ids: readonly string[]): Promise<readonly string[]>;
}
