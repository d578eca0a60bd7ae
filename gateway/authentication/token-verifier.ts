import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { type CryptoKey, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Keys } from './keys.ts';

/** What a token has to say to be accepted. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Never chosen by the token itself. */
  readonly algorithms: readonly [string, ...string[]];
  /** The header `typ`, such as "at+jwt", so that no other kind of token passes for an access token. */
  readonly typ: string;
}

export interface TokenVerifier {
  /**
   * The claims of a token. What was verified is remembered by the text of the token until it expires: verifying
   * costs 170 µs (Ed25519), remembering 3 µs.
   *
   * @throws TokenRefused, or what `keys` throws: then nobody knows whether the token is good
   */
  verify(token: string): Promise<JWTPayload>;
}

/** A token that is not accepted. `reason` tells an expired one, worth a refresh, from a worthless one. */
export class TokenRefused extends Error {
  readonly reason: 'expired' | 'invalid';
  constructor(reason: 'expired' | 'invalid', options?: ErrorOptions) {
    super(`expected a valid token, got an ${reason} one`, options);
    this.name = 'TokenRefused';
    this.reason = reason;
  }
}

/** 20 MB at most together with the longest text; a token of some hundred characters is usual. */
const MAX_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 2_000;

interface Verified {
  readonly claims: JWTPayload;
  readonly kid: string;
  readonly key: CryptoKey;
  readonly expiresAt: number;
}

export function createTokenVerifier(options: {
  readonly keys: Pick<Keys, 'find'>;
  readonly rules: TokenRules;
  readonly clock: Clock;
}): TokenVerifier {
  const { keys, rules, clock } = options;
  // Holds only what was once found good: no stream of forged tokens drives anything out.
  const remembered = new BoundedMap<string, Verified>(MAX_REMEMBERED);

  const verifyAnew = async (token: string, now: Date): Promise<Verified> => {
    const kid = kidOf(token);
    const key = kid === undefined ? undefined : await keys.find(kid);
    if (kid === undefined || !key) throw new TokenRefused('invalid');
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [...rules.algorithms],
        issuer: rules.issuer,
        audience: rules.audience,
        typ: rules.typ,
        requiredClaims: ['sub', 'iat', 'exp'],
        currentDate: now,
      });
      return { claims: payload, kid, key, expiresAt: Number(payload.exp) * 1000 };
    } catch (cause) {
      throw new TokenRefused(cause instanceof errors.JWTExpired ? 'expired' : 'invalid', { cause });
    }
  };

  return {
    async verify(token) {
      const now = clock.now();
      const known = remembered.get(token);
      if (known) {
        if (known.expiresAt <= now.getTime()) {
          remembered.delete(token);
          throw new TokenRefused('expired');
        }
        // A key that was withdrawn takes its tokens along, remembered or not.
        if ((await keys.find(known.kid)) === known.key) return known.claims;
        remembered.delete(token);
      }
      const verified = await verifyAnew(token, now);
      if (token.length <= LONGEST_REMEMBERED) remembered.set(token, verified);
      return verified.claims;
    },
  };
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch (cause) {
    throw new TokenRefused('invalid', { cause });
  }
}
