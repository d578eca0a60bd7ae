import { blockSeats, unblockSeats } from './application/block-seats.ts';
import { createArtist } from './application/create-artist.ts';
import { createEvent } from './application/create-event.ts';
import { createHall } from './application/create-hall.ts';
import { createVenue } from './application/create-venue.ts';
import { expireHolds } from './application/expire-holds.ts';
import { holdSeats } from './application/hold-seats.ts';
import { importSeatingPlan } from './application/import-seating-plan.ts';
import { publishEvent } from './application/publish-event.ts';
import { releaseSeats } from './application/release-seats.ts';
import { sellSeats } from './application/sell-seats.ts';
import { updateEvent } from './application/update-event.ts';
import { updateVenue } from './application/update-venue.ts';

/**
 * Everything that this subgraph does. What it tells is `Catalogue` (application/ports); the maps that people
 * watch are `LiveSeatMaps`.
 */
export const commands = {
  createVenue,
  updateVenue,
  createHall,
  importSeatingPlan,
  createArtist,
  createEvent,
  updateEvent,
  publishEvent,
  blockSeats,
  unblockSeats,
  holdSeats,
  sellSeats,
  releaseSeats,
  expireHolds,
};
