import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { TokenRules } from '../authentication/token-verifier.ts';

/** An issuer of tokens as any product or identity provider may be one. */
export interface TokenIssuer {
  readonly rules: TokenRules;
  readonly publicJwk: JWK & { readonly kid: string };
  /** A token good for ten minutes; `overrides` makes it one of another kind. */
  issue(claims: JWTPayload, overrides?: TokenOverrides): Promise<string>;
}

export interface TokenOverrides {
  readonly issuedAt?: Date;
  readonly issuer?: string;
  readonly audience?: string;
  readonly typ?: string;
  readonly kid?: string;
  readonly algorithm?: string;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

const LIFETIME_S = 600;

export async function createTokenIssuer(kid = 'first'): Promise<TokenIssuer> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const rules = {
    issuer: 'https://id.example',
    audience: 'shop',
    algorithms: ['EdDSA'],
    typ: 'at+jwt',
  } as const;
  return {
    rules,
    publicJwk: { ...(await exportJWK(pair.publicKey)), kid, alg: 'EdDSA', use: 'sig' },
    issue(claims, { issuedAt = new Date(), ...given } = {}) {
      const seconds = issuedAt.getTime() / 1000;
      return new SignJWT(claims)
        .setProtectedHeader({
          alg: given.algorithm ?? 'EdDSA',
          kid: given.kid ?? kid,
          typ: given.typ ?? rules.typ,
        })
        .setIssuer(given.issuer ?? rules.issuer)
        .setAudience(given.audience ?? rules.audience)
        .setIssuedAt(seconds)
        .setExpirationTime(Math.floor(seconds) + LIFETIME_S)
        .sign(given.key ?? pair.privateKey);
    },
  };
}
