import type { Person } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { readVenueDetails, type Venue, type VenueDetails } from '../domain/venue.ts';
import type { EventsRoom } from './ports/events-room.ts';

/** Opens a venue that the asker runs from now on. */
export async function createVenue(room: EventsRoom, asker: Person, input: VenueDetails) {
  const details = readVenueDetails(input);
  if (isRejection(details)) return details;
  const venue: Venue = { ...details, id: newId<'Venue'>(), organizerId: asker.userId };
  await room.database.transaction((tx) => room.venues.add(tx, venue));
  return venue;
}
