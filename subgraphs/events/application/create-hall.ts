import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';
import { mayManage } from '../domain/ownership.ts';
import type { Dependencies } from './dependencies.ts';
import type { Hall } from './ports/storage.ts';

/** `Venue.halls` is a plain list, so it has an end: the size that the schema says. */
const MAX_HALLS = 200;

/** Adds a hall to a venue of the caller. */
export async function createHall(
  deps: Dependencies,
  caller: UserCaller,
  input: { readonly venueId: string; readonly name: string },
) {
  const name = readText(input.name, { field: 'name', max: 200 });
  return deps.database.transaction(async (tx) => {
    const venue = isId<'Venue'>(input.venueId) ? await deps.venues.lock(tx, input.venueId) : null;
    if (!venue || !mayManage(caller, venue.organizerId)) {
      return reject('VENUE_NOT_FOUND', 'expected a venue of yours, got none', ['venueId']);
    }
    if (isRejection(name)) return name;
    if ((await deps.halls.countOf(tx, venue.id)) >= MAX_HALLS) {
      return reject('INVALID_INPUT', `expected at most ${MAX_HALLS} halls in a venue, got one more`, [
        'venueId',
      ]);
    }
    const hall: Hall = { id: newId<'Hall'>(), venueId: venue.id, name };
    if ((await deps.halls.add(tx, hall)) === 'added') return hall;
    const message = `expected a name that no other hall of the venue has, got "${name}"`;
    return reject('HALL_NAME_TAKEN', message, ['name']);
  });
}
