import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { type CryptoKey, importJWK, type JWK } from 'jose';

/** The public keys that tokens are verified with. */
export interface Keys {
  /** The key of this identifier, or undefined. @throws when the keys cannot be had at this moment. */
  find(kid: string): Promise<CryptoKey | undefined>;
  /** All of them, as the JWKS document shows them. */
  list(): Promise<readonly JWK[]>;
}

/** Where the keys come from: a service, an issuer's jwks_uri, a file. */
export interface KeySource {
  /** All public keys now (RFC 7517). Keys without `kid` are of no use. @throws when they cannot be had. */
  ask(): Promise<readonly JWK[]>;
}

export interface KeysOptions {
  readonly source: KeySource;
  /** The algorithm of a key that does not say its own. */
  readonly algorithm: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Tokens with made-up key identifiers make the source be asked this often at most. */
const MIN_PAUSE_MS = 5_000;
/** A key that its source has withdrawn is forgotten after this long. */
const MAX_AGE_MS = 10 * 60_000;

interface KnownKeys {
  readonly jwks: readonly JWK[];
  readonly byKid: ReadonlyMap<string, CryptoKey>;
  readonly askedAt: number;
}

/** Keys that are asked for when they are first needed, when one is unknown, and when they have become old. */
export function createKeys({ source, algorithm, clock, logger }: KeysOptions): Keys {
  let known: KnownKeys | undefined;
  let asking: Promise<KnownKeys> | undefined;

  const askNow = async (): Promise<KnownKeys> => {
    const askedAt = clock.now().getTime();
    const jwks = await source.ask();
    const byKid = new Map<string, CryptoKey>();
    for (const jwk of jwks) {
      const key = await readKey(jwk);
      if (key && jwk.kid !== undefined) byKid.set(jwk.kid, key);
    }
    known = { jwks, byKid, askedAt };
    return known;
  };
  /** One key that cannot be read must not take the others along. */
  const readKey = async (jwk: JWK): Promise<CryptoKey | undefined> => {
    try {
      const key = await importJWK(jwk, jwk.alg ?? algorithm);
      // A shared secret: whoever can read the set could sign with it.
      if (!(key instanceof Uint8Array)) return key;
      logger.warn({ kid: jwk.kid }, 'expected public keys only, got a shared secret; it is not used');
    } catch (error) {
      logger.warn({ kid: jwk.kid, error }, 'expected a public key that can be read; it is not used');
    }
    return undefined;
  };
  /** Many may find the same key missing at once; the source is asked for all of them together. */
  const refresh = (): Promise<KnownKeys> => {
    asking ??= askNow().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const ageMs = (keys: KnownKeys) => clock.now().getTime() - keys.askedAt;
  const current = async (): Promise<KnownKeys> => {
    if (!known) return refresh();
    // Old keys are better than none while the source does not answer.
    const old = known;
    return ageMs(old) > MAX_AGE_MS ? refresh().catch(() => old) : old;
  };

  return {
    async find(kid) {
      const keys = await current();
      const key = keys.byKid.get(kid);
      if (key || ageMs(keys) < MIN_PAUSE_MS) return key;
      return (await refresh()).byKid.get(kid);
    },
    list: async () => (await current()).jwks,
  };
}
