import { msg } from '@lingui/core/macro';
import type { RefusalTexts } from '../app/refusals.ts';
import { officeRefusals } from '../organizer/office-refusals.ts';

/** What refuses an administrator. */
export const adminRefusals: RefusalTexts = {
  ...officeRefusals,
  USER_NOT_FOUND: msg`There is no such user.`,
  LAST_ADMINISTRATOR: msg`This is the last administrator. Make another one first.`,
  INVALID_REASON: msg`A reason is needed, of at most 500 characters.`,
  DEAD_LETTER_NOT_FOUND: msg`It is not there any more: it was applied meanwhile, or given up.`,
};
