import type { StoredRejection } from './owed-answer.ts';

/** What a blocked buyer is told instead of a booking. */
export function buyerBlocked(): StoredRejection {
  const message = 'you are blocked, so nothing was booked and no money was taken; ask the house why';
  return { code: 'BUYER_BLOCKED', message, field: null };
}
