import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { mayManage } from '../domain/ownership.ts';
import { readVenueDetails, type VenueDetails } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';
import { type Patch, withPatch } from './with-patch.ts';

/** Changes a venue of the caller; what is left out stays as it is. */
export async function updateVenue(
  deps: Dependencies,
  caller: UserCaller,
  { venueId, ...patch }: Patch<VenueDetails> & { readonly venueId: string },
) {
  return deps.database.transaction(async (tx) => {
    const venue = isId<'Venue'>(venueId) ? await deps.venues.lock(tx, venueId) : null;
    if (!venue || !mayManage(caller, venue.organizerId)) {
      return reject('VENUE_NOT_FOUND', 'expected a venue of yours, got none', ['venueId']);
    }
    const details = readVenueDetails(withPatch<VenueDetails>(venue, patch));
    if (isRejection(details)) return details;
    const changed = { ...venue, ...details };
    await deps.venues.change(tx, changed);
    return changed;
  });
}
