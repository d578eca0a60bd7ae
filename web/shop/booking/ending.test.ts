import { expect, it } from '@jest/globals';
import { endingOf } from './ending.ts';

it.each([
  ['REFUNDED', null, 'given back'],
  ['REFUNDED', 'BY_BUYER', 'given back'],
  ['REFUNDED', 'EVENT_CANCELLED', 'event cancelled and refunded'],
  ['EXPIRED', null, 'not paid in time'],
  ['EXPIRED', 'EXPIRED', 'not paid in time'],
  ['CANCELLED', 'EXPIRED', 'not paid in time'],
  ['CANCELLED', 'BY_BUYER', 'released'],
  ['CANCELLED', 'EVENT_CANCELLED', 'event cancelled unpaid'],
  ['CANCELLED', 'PAYMENT_DECLINED', 'declined'],
  ['CANCELLED', 'USER_BLOCKED', 'account blocked'],
] as const)('says of a booking that is %s for %s: %s', (status, cancellationReason, ending) => {
  expect(endingOf({ status, cancellationReason })).toBe(ending);
});
