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
  /** How long somebody whose key is known may wait until it is known anew, in milliseconds; a second unless given. */
  readonly patienceMs?: number;
}

/** Tokens with made-up key identifiers make the source be asked this often at most. */
const MIN_PAUSE_MS = 5_000;
/** A key that its source has withdrawn is forgotten after this long. */
const MAX_AGE_MS = 10 * 60_000;
const PATIENCE_MS = 1_000;

interface KnownKey {
  readonly key: CryptoKey;
  /** The JWK that it was read of. */
  readonly text: string;
}

interface KnownKeys {
  readonly jwks: readonly JWK[];
  readonly byKid: ReadonlyMap<string, KnownKey>;
  readonly askedAt: number;
}

/** Keys that are asked for when they are first needed, when one is unknown, and when they have become old. */
export function createKeys(options: KeysOptions): Keys {
  const { source, algorithm, clock, logger, patienceMs = PATIENCE_MS } = options;
  let known: KnownKeys | undefined;
  let asking: Promise<KnownKeys> | undefined;
  /** The last time that the source did not answer. */
  let failure: { readonly error: unknown; readonly at: number } | undefined;
  /** Somebody has waited for the answer that is still awaited, for longer than anybody should. */
  let isSlow = false;

  const askNow = async (): Promise<KnownKeys> => {
    const askedAt = clock.now().getTime();
    const jwks = await source.ask();
    const byKid = new Map<string, KnownKey>();
    for (const jwk of jwks) {
      const { kid } = jwk;
      if (kid === undefined) continue;
      const text = JSON.stringify(jwk);
      // The same object as long as it is the same key: by it whoever has verified a token with it knows that it holds.
      // One token with a made-up identifier makes all keys be asked for, and must not make every token be verified anew.
      const before = known?.byKid.get(kid);
      const key = before?.text === text ? before.key : await readKey(jwk);
      if (key) byKid.set(kid, { key, text });
    }
    known = { jwks, byKid, askedAt };
    failure = undefined;
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
    asking ??= askNow()
      .catch((error: unknown) => {
        failure = { error, at: clock.now().getTime() };
        throw error;
      })
      .finally(() => {
        asking = undefined;
        isSlow = false;
      });
    return asking;
  };
  const msSince = (time: number) => {
    const ms = clock.now().getTime() - time;
    // A clock that was put back says nothing of how long something lasts.
    return ms < 0 ? Number.POSITIVE_INFINITY : ms;
  };
  const hasFailedLately = () => failure !== undefined && msSince(failure.at) < MIN_PAUSE_MS;
  const current = async (): Promise<KnownKeys> => {
    if (!known) return refresh();
    const old = known;
    if (msSince(old.askedAt) <= MAX_AGE_MS || isSlow || hasFailedLately()) return old;
    // Old keys are better than none while the source does not answer, and every request would wait for it.
    const late = Promise.withResolvers<KnownKeys>();
    const timer = setTimeout(() => {
      isSlow = asking !== undefined;
      late.resolve(old);
    }, patienceMs);
    return Promise.race([refresh().catch(() => old), late.promise]).finally(() => clearTimeout(timer));
  };

  return {
    async find(kid) {
      const keys = await current();
      const key = keys.byKid.get(kid)?.key;
      if (key || msSince(keys.askedAt) < MIN_PAUSE_MS) return key;
      if (failure && hasFailedLately()) throw failure.error;
      return (await refresh()).byKid.get(kid)?.key;
    },
    list: async () => (await current()).jwks,
  };
}
