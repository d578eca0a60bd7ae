import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { readVenueDetails, type Venue, type VenueDetails } from '../domain/venue.ts';
import type { Dependencies } from './dependencies.ts';

/** Opens a venue that the caller runs from now on. */
export async function createVenue(deps: Dependencies, caller: UserCaller, input: VenueDetails) {
  const details = readVenueDetails(input);
  if (isRejection(details)) return details;
  const venue: Venue = { ...details, id: newId<'Venue'>(), organizerId: caller.userId };
  await deps.database.transaction((tx) => deps.venues.add(tx, venue));
  return venue;
}
