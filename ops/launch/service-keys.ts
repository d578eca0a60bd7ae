import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { deriveServiceKeys, type ServiceKey, type SpeaksFor } from '@parterre/platform/auth/service-keys.ts';
import { createServiceTokens, type ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';

/** Whatever has a key of its own: the gateways, which share one, and each subgraph. */
export type ServerPart = 'gateway' | SubgraphName;

const parts = Object.fromEntries<SpeaksFor>([
  ['gateway', 'clients'],
  ...subgraphNames.map((name) => [name, 'itself'] as const),
]) as Record<ServerPart, SpeaksFor>;

/**
 * The keys of all parts of a server, which follow from its one secret. Where parts run alone, whoever starts them
 * gives each its own key and the public ones of all (platform/auth/service-keys.ts), and nobody the secret.
 */
export function serviceKeysOf(secret: string): ReadonlyMap<ServerPart, ServiceKey> {
  return deriveServiceKeys(secret, parts);
}

/** The service tokens of each part, for a process that runs all of them. */
export function serviceTokensOf(secret: string): (part: ServerPart) => ServiceTokens {
  const keys = serviceKeysOf(secret);
  return (part) => {
    const self = keys.get(part);
    if (!self) throw new Error(`expected one of the parts ${[...keys.keys()].join(', ')}, got ${part}`);
    return createServiceTokens({ self, known: keys.values() });
  };
}
