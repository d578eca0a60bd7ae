import { generateKeyPairSync } from 'node:crypto';
import { generateSigningKey } from '@parterre/platform/auth/access-tokens.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';

/**
 * An environment that a subgraph can be looked at with: keys made up on the spot for what has no default,
 * nothing else. Whatever a subgraph needs beyond that it must give a default, or be named here.
 */
export async function sampleEnvironment(): Promise<Environment> {
  const { privateJwk } = await generateSigningKey();
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    PAYMENT_PROVIDER: 'demo',
    ACCESS_TOKEN_KEYS: JSON.stringify({ keys: [privateJwk] }),
    TICKET_SIGNING_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}
