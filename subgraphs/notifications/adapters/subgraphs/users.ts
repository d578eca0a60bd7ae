import { IssueMailTokenDocument } from '@parterre/contracts/operations/notifications.generated.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { LinkTokens } from '../../application/ports.ts';

/** Tokens as the users subgraph makes them. */
export function createUsersLinkTokens(subgraphs: SubgraphClient): LinkTokens {
  return {
    async issue(userId, purpose) {
      const { issueMailToken } = await subgraphs.ask('users', IssueMailTokenDocument, {
        input: { userId, purpose },
      });
      const { token, expiresAt } = issueMailToken;
      return token && expiresAt ? { token, expiresAt } : null;
    },
  };
}
