import type { Person } from '@parterre/platform/kernel/asker.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { mayManage } from '../domain/ownership.ts';
import { readVenueDetails, type VenueDetails } from '../domain/venue.ts';
import type { EventsRoom } from './ports/events-room.ts';
import { type Patch, withPatch } from './with-patch.ts';

/** Changes a venue of the asker; what is left out stays as it is. */
export async function updateVenue(
  room: EventsRoom,
  asker: Person,
  { venueId, ...patch }: Patch<VenueDetails> & { readonly venueId: string },
) {
  return room.database.transaction(async (tx) => {
    const venue = isId<'Venue'>(venueId) ? await room.venues.lock(tx, venueId) : null;
    if (!venue || !mayManage(asker, venue.organizerId)) {
      return reject('VENUE_NOT_FOUND', 'expected a venue of yours, got none', ['venueId']);
    }
    const details = readVenueDetails(withPatch<VenueDetails>(venue, patch));
    if (isRejection(details)) return details;
    const changed = { ...venue, ...details };
    await room.venues.change(tx, changed);
    return changed;
  });
}
