import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { UserCaller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';

/** The one algorithm that is signed with and accepted; a token that names another is refused. */
const ALGORITHM = 'EdDSA';

/** What an access token says of itself, and what whoever verifies one has to insist on. */
export const accessTokenRules = {
  issuer: 'parterre',
  audience: 'parterre',
  algorithms: [ALGORITHM],
  typ: 'at+jwt',
} as const;

/** How long an access token is good for, in milliseconds: short, because it cannot be taken back everywhere at once. */
export const accessTokenLifetimeMs = 10 * 60 * 1000;

/** A public key as the JWKS document shows it. */
export interface PublicJwk {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly alg: string;
  readonly use: string;
  readonly x: string;
}

/** A new key pair for signing access tokens. The private half is a secret of the users subgraph. */
export interface NewSigningKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: PublicJwk;
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

export interface SignedAccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes an Ed25519 key pair with an identifier of its own. */
export async function generateSigningKey(): Promise<NewSigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const kid = newId<'SigningKey'>();
  const { x } = await exportJWK(publicKey);
  if (x === undefined) throw new Error('expected an Ed25519 public key with a coordinate x');
  return {
    kid,
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: ALGORITHM },
    publicJwk: { kid, kty: 'OKP', crv: 'Ed25519', alg: ALGORITHM, use: 'sig', x },
  };
}

/** Reads a private key that `generateSigningKey` made. */
export async function importSigningKey(privateJwk: JWK): Promise<SigningKey> {
  if (privateJwk.kid === undefined) throw new Error('expected a private key with a kid');
  const privateKey = await importJWK(privateJwk, ALGORITHM);
  if (privateKey instanceof Uint8Array) throw new Error('expected an Ed25519 key, got a shared secret');
  return { kid: privateJwk.kid, privateKey };
}

/**
 * Signs a token that speaks for this person for ten minutes from `issuedAt`. The claim `iat` is in seconds with
 * fractions (RFC 7519, NumericDate), so that a session that ends within the same second can be told from one
 * that begins then.
 */
export async function signAccessToken(
  key: SigningKey,
  person: Omit<UserCaller, 'kind'>,
  issuedAt: Date,
): Promise<SignedAccessToken> {
  const seconds = issuedAt.getTime() / 1000;
  const expiresAt = Math.floor(seconds) + accessTokenLifetimeMs / 1000;
  const { issuer, audience, typ } = accessTokenRules;
  const token = await new SignJWT({ role: person.role, sid: person.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(person.userId)
    .setIssuedAt(seconds)
    .setExpirationTime(expiresAt)
    .sign(key.privateKey);
  return { token, expiresAt: new Date(expiresAt * 1000) };
}
