import { IsEmailConfirmedDocument } from '@parterre/contracts/operations/tickets.generated.ts';
import { type Rooms, RoomUnavailable } from '@parterre/platform/rooms/rooms.ts';
import type { Buyers } from '../../application/ports/buyers.ts';

/** Buyers as the users room knows them. */
export function buyersInUsers(rooms: Rooms): Buyers {
  return {
    async isEmailConfirmed(userId) {
      try {
        return (await rooms.ask('users', IsEmailConfirmedDocument, { userId })).isEmailConfirmed;
      } catch (error) {
        if (error instanceof RoomUnavailable) return 'unknown';
        throw error;
      }
    },
  };
}
