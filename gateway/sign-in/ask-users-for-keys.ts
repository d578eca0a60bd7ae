import { JwksDocument, type JwksQuery } from '@parterre/contracts/operations/gateway.generated.ts';
import type { PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { nobody } from '@parterre/platform/kernel/asker.ts';

const TIMEOUT_MS = 5_000;

/** Asks the users room for its public keys (contracts/operations/gateway/jwks.graphql). */
export async function askUsersForKeys(
  subgraphs: ReadonlyMap<string, SubgraphServer>,
  serviceTokens: Pick<ServiceTokens, 'sign'>,
): Promise<readonly PublicJwk[]> {
  const users = subgraphs.get('users');
  if (!users) throw new Error('expected a users room to ask for keys, got none');
  const { data, errors } = await users.execute({
    document: JwksDocument,
    serviceToken: await serviceTokens.sign(nobody),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (errors || !data) throw new Error('expected the users room to answer its keys', { cause: errors?.[0] });
  // The contract check holds the users room to this shape.
  return (data as JwksQuery).jwks;
}
