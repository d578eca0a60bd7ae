import { importPublicKey, type PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';

type PublicKey = Awaited<ReturnType<typeof importPublicKey>>;

/** The public keys that access tokens are verified with. */
export interface Keys {
  /** The key of this identifier, or undefined. @throws when the keys cannot be had at this moment. */
  find(kid: string): Promise<PublicKey | undefined>;
  /** All of them, as the JWKS document shows them. */
  list(): Promise<readonly PublicJwk[]>;
}

export interface KeysOptions {
  /** Asks the users room. */
  ask(): Promise<readonly PublicJwk[]>;
  readonly clock: Clock;
}

/** Tokens with made-up key identifiers make the users room be asked this often at most. */
const MIN_PAUSE_MS = 5_000;
/** A key that users has withdrawn is forgotten after this long. */
const MAX_AGE_MS = 10 * 60_000;

interface KnownKeys {
  readonly jwks: readonly PublicJwk[];
  readonly byKid: ReadonlyMap<string, PublicKey>;
  readonly askedAt: number;
}

/** Keys that are asked for when they are first needed, when one is unknown, and when they have become old. */
export function createKeys({ ask, clock }: KeysOptions): Keys {
  let known: KnownKeys | undefined;
  let asking: Promise<KnownKeys> | undefined;

  const askNow = async (): Promise<KnownKeys> => {
    const askedAt = clock.now().getTime();
    const jwks = await ask();
    const entries = await Promise.all(
      jwks.map(async (jwk) => [jwk.kid, await importPublicKey(jwk)] as const),
    );
    known = { jwks, byKid: new Map(entries), askedAt };
    return known;
  };
  /** Many may find the same key missing at once; the room is asked for all of them together. */
  const refresh = (): Promise<KnownKeys> => {
    asking ??= askNow().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const ageMs = (keys: KnownKeys) => clock.now().getTime() - keys.askedAt;
  const current = async (): Promise<KnownKeys> => {
    if (!known) return refresh();
    // Old keys are better than none while users does not answer.
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
