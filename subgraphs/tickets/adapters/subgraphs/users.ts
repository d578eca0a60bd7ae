import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import {
  IsEmailConfirmedDocument,
  NicknamesDocument,
  UserWithNicknameDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import { type SubgraphClient, SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { Buyers } from '../../application/ports/subgraphs.ts';

/** Buyers as the users subgraph knows them. */
export function createBuyers(subgraphs: SubgraphClient): Buyers {
  return {
    async isEmailConfirmed(userId) {
      try {
        return (await subgraphs.ask('users', IsEmailConfirmedDocument, { userId })).isEmailConfirmed;
      } catch (error) {
        if (error instanceof SubgraphUnavailable) return 'unknown';
        throw error;
      }
    },

    async withNickname(nickname) {
      const { userWithNickname } = await subgraphs.ask('users', UserWithNicknameDocument, { nickname });
      return userWithNickname as UserId | null;
    },

    async nicknames(userIds) {
      return (await subgraphs.ask('users', NicknamesDocument, { userIds: [...userIds] })).nicknames;
    },
  };
}
