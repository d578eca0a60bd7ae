import { readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application.ts';

/** Ends the unpaid bookings of a user who was blocked. */
export function onUserBlocked({ cancelBookingsOfBlockedUser }: Application): FactConsumer {
  return {
    name: 'cancel-bookings-of-blocked-user',
    topic: 'users',
    types: [UserBlocked.type],
    apply: async ({ fact }, tx) => {
      const { userId } = readFact(UserBlocked, fact);
      await cancelBookingsOfBlockedUser(tx, userId as UserId);
    },
  };
}
