import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';
import type { Dependencies } from './dependencies.ts';
import type { Artist } from './ports/storage.ts';

/** Introduces an artist, whom every organizer can then put on a bill. */
export async function createArtist(deps: Dependencies, input: { readonly name: string }) {
  const name = readText(input.name, { field: 'name', max: 200 });
  if (isRejection(name)) return name;
  const artist: Artist = { id: newId<'Artist'>(), name };
  await deps.database.transaction((tx) => deps.artists.add(tx, artist));
  return artist;
}
