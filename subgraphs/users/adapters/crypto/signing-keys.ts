import {
  importSigningKey,
  type PublicJwk,
  type SigningKey,
  signAccessToken,
} from '@parterre/platform/auth/access-tokens.ts';
import { z } from 'zod';
import type { AccessTokens } from '../../application/ports.ts';

const MOST_KEYS = 4;

const privateJwk = z.object({
  kid: z.string().min(1).max(100),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA').default('EdDSA'),
  x: z.string().min(1),
  d: z.string().min(1),
});
export type PrivateJwk = z.output<typeof privateJwk>;

const format = `expected a JSON Web Key Set of 1 to ${MOST_KEYS} private Ed25519 keys, {"keys":[{"kid","kty":"OKP","crv":"Ed25519","x","d"}]}, each with a kid of its own`;

/**
 * The environment variable ACCESS_TOKEN_KEYS: a private JSON Web Key Set as JSON. The first key signs, all
 * verify: to change keys put the new one second, then first, then take the old one away, ten minutes and a
 * restart apart each time.
 */
export const signingKeysVariable = z.string().transform((text, context): readonly PrivateJwk[] => {
  const parsed = z.object({ keys: z.array(privateJwk).min(1).max(MOST_KEYS) }).safeParse(parseJson(text));
  const keys = parsed.data?.keys ?? [];
  if (keys.length > 0 && new Set(keys.map((key) => key.kid)).size === keys.length) return keys;
  context.addIssue({ code: 'custom', message: format });
  return z.NEVER;
});

/** Signs access tokens with the first key. */
export async function createAccessTokens(keys: readonly PrivateJwk[]): Promise<AccessTokens> {
  const [first] = keys;
  if (!first) throw new Error(format);
  const key: SigningKey = await importSigningKey(first);
  return { issue: (holder, now) => signAccessToken(key, holder, now), publicKeys: publicKeys(keys) };
}

/** The public half of each key, for the gateway. */
export function publicKeys(keys: readonly PrivateJwk[]): PublicJwk[] {
  return keys.map(({ kid, kty, crv, alg, x }) => ({ kid, kty, crv, alg, use: 'sig', x }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
