import type { Job } from '@parterre/platform/service/service.ts';
import { expireHolds } from '../../application/expire-holds.ts';
import type { EventsRoom } from '../../application/ports/events-room.ts';

/** Twice a second: whoever watches a map sees a lapsed hold go within a second. */
const EVERY_MS = 500;

/** Puts the places of holds whose time has run out back on sale. */
export function expireHoldsJob(room: EventsRoom): Job {
  return { name: 'expire-holds', everyMs: EVERY_MS, run: (now) => expireHolds(room, now) };
}
