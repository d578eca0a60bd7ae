import { JwksDocument, type JwksQuery } from '@parterre/contracts/operations/gateway.generated.ts';
import type { KeySource } from '@parterre/gateway/authentication/keys.ts';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { nobody } from '@parterre/platform/kernel/asker.ts';

const TIMEOUT_MS = 5_000;

/** The public keys of the users subgraph (contracts/operations/gateway/jwks.graphql). */
export function keysOfUsers(
  subgraphs: ReadonlyMap<string, Pick<SubgraphServer, 'execute'>>,
  serviceTokens: Pick<ServiceTokens, 'sign'>,
): KeySource {
  return {
    async ask() {
      const users = subgraphs.get('users');
      if (!users) throw new Error('expected the users subgraph to ask for keys, got none');
      const { data, errors } = await users.execute({
        document: JwksDocument,
        serviceToken: await serviceTokens.sign(nobody),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (errors || !data) {
        throw new Error('expected the users subgraph to answer its keys', { cause: errors?.[0] });
      }
      // The contract check holds the users subgraph to this shape.
      return (data as JwksQuery).jwks;
    },
  };
}
