import type { ArtistId } from '@parterre/contracts/kernel/ids.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { readBill } from '../domain/event.ts';
import { createOnce, type Keyed } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import type { Artist } from './ports/catalogue.ts';

/** Introduces an artist, whom every organizer can then put on a bill. */
export async function createArtist(
  deps: Dependencies,
  input: { readonly name: string } & Keyed,
  { caller }: Pick<UserContext, 'caller'>,
) {
  return createOnce(deps, 'createArtist', input, { caller }, async (tx) => {
    const name = readText(input.name, { field: 'name', max: 200 });
    if (isRejection(name)) return name;
    const artist: Artist = { id: newId<'Artist'>(), name };
    await deps.artists.add(tx, artist);
    return artist;
  });
}

/** A bill of artists who are all known, each named once. */
export async function readKnownArtists(
  deps: Dependencies,
  tx: Transaction,
  artistIds: readonly string[],
): Promise<readonly ArtistId[] | Rejection<'INVALID_INPUT'> | Rejection<'ARTIST_NOT_FOUND'>> {
  const bill = readBill(artistIds);
  if (isRejection(bill)) return bill;
  const known = bill.filter((id) => isId(id));
  const missing = known.length > 0 ? await deps.artists.missing(tx, known) : [];
  const stranger = bill.findIndex((id) => !isId(id) || missing.includes(id));
  if (stranger === -1) return bill;
  return reject('ARTIST_NOT_FOUND', 'expected an artist, got an identifier of none', [
    'artistIds',
    String(stranger),
  ]);
}
