import {
  type CryptoKey,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Person } from '../kernel/asker.ts';
import { roles } from '../kernel/asker.ts';
import { isId, newId } from '../kernel/ids.ts';

/** The one algorithm that is signed with and accepted; a token that names another is refused. */
const ALGORITHM = 'EdDSA';
const ISSUER = 'parterre';
const AUDIENCE = 'parterre';

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

/** A new key pair for signing access tokens. The private half is a secret of the users room. */
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

/** Who a token speaks for, and from when until when. */
export interface VerifiedAccess {
  readonly person: Person;
  /** Whole seconds: JWT knows no finer time. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A token that is not accepted. `reason` tells an expired one, worth a refresh, from a worthless one. */
export class AccessTokenRefused extends Error {
  readonly reason: 'expired' | 'invalid';
  constructor(reason: 'expired' | 'invalid', options?: ErrorOptions) {
    super(
      `expected a valid access token, got an ${reason} one; refresh the session or log in again`,
      options,
    );
    this.name = 'AccessTokenRefused';
    this.reason = reason;
  }
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
  return { kid: privateJwk.kid, privateKey: await importKey(privateJwk) };
}

/** Reads a public key of a JWKS document. */
export async function importPublicKey(publicJwk: PublicJwk): Promise<CryptoKey> {
  return importKey({ ...publicJwk });
}

/** Signs a token that speaks for this person for ten minutes from `now`. */
export async function signAccessToken(
  key: SigningKey,
  person: Omit<Person, 'kind'>,
  now: Date,
): Promise<SignedAccessToken> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresAt = issuedAt + accessTokenLifetimeMs / 1000;
  const token = await new SignJWT({ role: person.role, sid: person.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(person.userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key.privateKey);
  return { token, expiresAt: new Date(expiresAt * 1000) };
}

/**
 * Verifies a token. `keyOf` finds the public key of a kid, or undefined when there is none.
 *
 * @throws AccessTokenRefused when it is expired, forged, for somebody else, or no token at all. An error of
 *   `keyOf` itself is thrown on: then nobody knows whether the token is good.
 */
export async function verifyAccessToken(
  token: string,
  keyOf: (kid: string) => Promise<CryptoKey | undefined>,
  now: Date,
): Promise<VerifiedAccess> {
  const kid = kidOf(token);
  const key = kid === undefined ? undefined : await keyOf(kid);
  if (!key) throw new AccessTokenRefused('invalid');
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'iat', 'exp'],
      currentDate: now,
    });
    return readClaims(payload);
  } catch (cause) {
    throw new AccessTokenRefused(isExpiry(cause) ? 'expired' : 'invalid', { cause });
  }
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch (cause) {
    throw new AccessTokenRefused('invalid', { cause });
  }
}

function readClaims(payload: Record<string, unknown>): VerifiedAccess {
  const { sub, sid, iat, exp } = payload;
  const role = roles.find((known) => known === payload.role);
  if (typeof sub !== 'string' || !isId<'User'>(sub) || typeof sid !== 'string' || role === undefined) {
    throw new AccessTokenRefused('invalid');
  }
  return {
    person: { kind: 'person', userId: sub, role, sessionId: sid },
    issuedAt: new Date(Number(iat) * 1000),
    expiresAt: new Date(Number(exp) * 1000),
  };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('expected an Ed25519 key, got a shared secret');
  return key;
}

function isExpiry(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
}
