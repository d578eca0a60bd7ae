import type { ArtistId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import { readBill } from '../domain/event.ts';
import type { Dependencies } from './dependencies.ts';

/** A bill of artists who are all known, each named once. */
export async function readKnownArtists(
  deps: Pick<Dependencies, 'artists'>,
  sql: Sql,
  artistIds: readonly string[],
): Promise<readonly ArtistId[] | Rejection<'INVALID_INPUT'> | Rejection<'ARTIST_NOT_FOUND'>> {
  const bill = readBill(artistIds);
  if (isRejection(bill)) return bill;
  const known = bill.filter((id) => isId(id));
  const missing = known.length > 0 ? await deps.artists.missing(sql, known) : [];
  const stranger = bill.findIndex((id) => !isId(id) || missing.includes(id));
  if (stranger === -1) return bill;
  return reject('ARTIST_NOT_FOUND', 'expected an artist, got an identifier of none', [
    'artistIds',
    String(stranger),
  ]);
}
