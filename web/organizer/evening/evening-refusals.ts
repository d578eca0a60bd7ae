import { msg } from '@lingui/core/macro';
import type { RefusalTexts } from '../../app/refusals.ts';
import { officeRefusals } from '../office-refusals.ts';

/**
 * What only seats, the door and promo codes meet. The codes of a form that was not sent (`NO_PERCENT`, `NO_COUNT` and the
 * like) are ours.
 */
export const eveningRefusals: RefusalTexts = {
  ...officeRefusals,
  SEATS_TAKEN: msg`One of these seats was taken meanwhile, so nothing is changed. Look at the map and choose again.`,
  NOT_A_TICKET_CODE: msg`This is not a ticket of this box office.`,
  TICKET_NOT_FOUND: msg`There is no such ticket, or it is for somebody else's event.`,
  WRONG_EVENT: msg`The ticket is genuine, but for another event.`,
  ALREADY_CHECKED_IN: msg`Somebody was let in with this ticket before.`,
  TICKET_ALREADY_REFUNDED: msg`The ticket was given back, and its place may be somebody else's.`,
  NOT_VERIFIED: msg`The ticket cannot be judged without the server. Try again when the network is back.`,
  UNAUTHENTICATED: msg`You are signed out. Sign in again to go on.`,
  ORGANIZER_NOT_FOUND: msg`One of these organizers runs no venue yet, so there are no events of theirs.`,
  PROMO_CODE_TAKEN: msg`There is a code with this text already. Choose another one, or deactivate that one first.`,
  PROMO_CODE_NOT_FOUND: msg`There is no such code, or somebody else made it.`,
  NO_CODE: msg`A code has 1 to 50 characters.`,
  NO_PERCENT: msg`A whole number from 1 to 100.`,
  NO_COUNT: msg`A whole number, 1 or more.`,
  NO_TIME: msg`Enter a date and a time.`,
  ENDS_BEFORE_IT_BEGINS: msg`It has to end after it begins.`,
};
