import type { StoredRejection } from './pending-response.ts';

/** What a blocked buyer is told instead of a booking. */
export function buyerBlocked(): StoredRejection {
  const message = 'you are blocked, so nothing was booked and no money was taken; ask the server why';
  return { code: 'BUYER_BLOCKED', message, field: null };
}

/** Places that a buyer may hold at one time, in all events together, whose mail address is not confirmed. */
export const MOST_HELD_UNCONFIRMED = 2;

/** What a buyer is told who wants to hold more. */
export function emailNotConfirmed(): StoredRejection {
  const message = `expected a confirmed mail address for more than ${MOST_HELD_UNCONFIRMED} places at one time; open the link in your mail, or ask for another, then book with a new key`;
  return { code: 'EMAIL_NOT_CONFIRMED', message, field: ['seatIds'] };
}
