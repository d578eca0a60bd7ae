import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readText } from '@parterre/platform/kernel/text.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { mayManage, readVenueDetails, type Venue, type VenueDetails } from '../domain/venue.ts';
import { createOnce, type Keyed } from './create-once.ts';
import type { Dependencies } from './dependencies.ts';
import type { Hall } from './ports/catalogue.ts';
import { type Patch, withPatch } from './with-patch.ts';

/** `Venue.halls` is a plain list, so it has an end: the size that the schema says. */
const MAX_HALLS = 200;

/** Opens a venue that the caller runs from now on. */
export async function createVenue(
  deps: Dependencies,
  input: VenueDetails & Keyed,
  { caller }: Pick<UserContext, 'caller'>,
) {
  return createOnce(deps, 'createVenue', input, { caller }, async (tx) => {
    const details = readVenueDetails(input);
    if (isRejection(details)) return details;
    const venue: Venue = { ...details, id: newId<'Venue'>(), organizerId: caller.userId };
    await deps.venues.add(tx, venue);
    return venue;
  });
}

export interface UpdateVenue extends Patch<VenueDetails> {
  readonly venueId: string;
}

/** Changes a venue of the caller; what is left out stays as it is. */
export async function updateVenue(
  deps: Dependencies,
  { venueId, ...patch }: UpdateVenue,
  { caller }: UserContext,
) {
  return deps.database.transaction(async (tx) => {
    const venue = isId<'Venue'>(venueId) ? await deps.venues.lock(tx, venueId) : null;
    if (!venue || !mayManage(caller, venue.organizerId)) return venueNotFound;
    const details = readVenueDetails(withPatch<VenueDetails>(venue, patch));
    if (isRejection(details)) return details;
    const changed = { ...venue, ...details };
    await deps.venues.change(tx, changed);
    return changed;
  });
}

export interface CreateHall {
  readonly venueId: string;
  readonly name: string;
}

/** Adds a hall to a venue of the caller. */
export async function createHall(deps: Dependencies, input: CreateHall, { caller }: UserContext) {
  const name = readText(input.name, { field: 'name', max: 200 });
  return deps.database.transaction(async (tx) => {
    const venue = isId<'Venue'>(input.venueId) ? await deps.venues.lock(tx, input.venueId) : null;
    if (!venue || !mayManage(caller, venue.organizerId)) return venueNotFound;
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

const venueNotFound = reject('VENUE_NOT_FOUND', 'expected a venue of yours, got none', ['venueId']);
