import { jwtVerify, SignJWT } from 'jose';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Id } from '../kernel/ids.ts';
import { BoundedMap } from '../memory/bounded-map.ts';
import type { KnownService, ServiceKey } from './service-keys.ts';

const ALGORITHM = 'EdDSA';
const TYPE = 'service+jwt';
const LIFETIME_MS = 60_000;
/** A signed token is handed out again for this long, so it always has 50 s left when it arrives. */
const REUSE_MS = 10_000;
/** By so much the clocks of two machines may differ. */
const SKEW_MS = 5_000;
const MAX_CACHED = 10_000;

/**
 * How the parts of a server know one another: a short signed text that says on whose behalf which subgraph is
 * asked (`aud`). It is good at that subgraph alone, so that what was received cannot be passed off elsewhere.
 *
 * Each part has an Ed25519 key pair and the public keys of all others. That rather than a secret for each pair,
 * because then nobody who verifies could sign: what a subgraph's configuration or memory gives away is its own
 * name and no other, there is one secret a part instead of one a pair, and a subgraph more is one public key more.
 * What is dearer about it (some 0.2 ms to sign and to verify) is paid once for each caller and token, because
 * both are remembered: the same few callers come with every request.
 */
export interface ServiceTokens {
  /**
   * A token that speaks for this caller to the part of that name, for at least 45 seconds.
   *
   * @throws Error, or rejects, when this part may not speak for such a caller
   */
  sign(caller: Caller, audience: string): Promise<string>;
  /** @throws ServiceTokenRefused when it is forged, expired, for another part, or speaks for whom it may not. */
  verify(token: string): Promise<Caller>;
}

/** The caller is no part of the server, or speaks for somebody whom it may not speak for. */
export class ServiceTokenRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('expected a valid service token, signed by a part of this server for this one', options);
    this.name = 'ServiceTokenRefused';
  }
}

/** Believes nobody: for subgraphs that are asked within their process alone. */
export const refuseServiceTokens: Pick<ServiceTokens, 'verify'> = {
  verify: () => Promise.reject(new ServiceTokenRefused()),
};

export interface ServiceTokensOptions {
  /** The part that signs, and for which tokens have to be. */
  readonly self: ServiceKey;
  /** Whose tokens are believed, and for whom they may speak. */
  readonly known: Iterable<KnownService>;
  readonly clock?: Clock;
}

export function createServiceTokens({
  self,
  known,
  clock = systemClock,
}: ServiceTokensOptions): ServiceTokens {
  const signers = new Map([...known].map((service) => [service.kid, service]));
  const signed = new BoundedMap<string, { readonly token: Promise<string>; readonly reuseUntil: number }>(
    MAX_CACHED,
  );
  const verified = new BoundedMap<string, { readonly caller: Caller; readonly expiresAt: number }>(
    MAX_CACHED,
  );

  return {
    async sign(caller, audience) {
      if (!maySpeakFor(self, caller)) {
        throw new Error(`expected ${self.name} to speak for ${self.speaksFor}, got ${keyOf(caller)}`);
      }
      const now = clock.now().getTime();
      const cacheKey = `${audience} ${keyOf(caller)}`;
      const found = signed.get(cacheKey);
      if (found && now < found.reuseUntil) return found.token;
      const token = signToken(self, caller, audience, now);
      signed.set(cacheKey, { token, reuseUntil: now + REUSE_MS });
      return token;
    },

    async verify(token) {
      const now = clock.now().getTime();
      const found = verified.get(token);
      if (found && now < found.expiresAt) return found.caller;
      const fresh = await verifyToken(token, self.name, signers, now);
      verified.set(token, fresh);
      return fresh.caller;
    },
  };
}

function signToken(self: ServiceKey, caller: Caller, audience: string, now: number): Promise<string> {
  return new SignJWT({ caller: { ...caller } })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: self.kid })
    .setIssuer(self.name)
    .setAudience(audience)
    .setExpirationTime(Math.floor((now + LIFETIME_MS) / 1000))
    .sign(self.privateKey);
}

async function verifyToken(
  token: string,
  audience: string,
  signers: ReadonlyMap<string, KnownService>,
  now: number,
) {
  try {
    let signer: KnownService | undefined;
    const { payload } = await jwtVerify(
      token,
      ({ kid = '' }) => {
        signer = signers.get(kid);
        if (!signer) throw new ServiceTokenRefused();
        return signer.publicKey;
      },
      {
        algorithms: [ALGORITHM],
        typ: TYPE,
        audience,
        requiredClaims: ['iss', 'exp', 'caller'],
        currentDate: new Date(now),
      },
    );
    const caller = readCaller(payload.caller);
    const expiresAt = Number(payload.exp) * 1000;
    // Who signs is told by the key. One audience and no more, and no longer than tokens are good for: what is
    // remembered of whoever has left this server may not speak for long.
    if (!signer || payload.iss !== signer.name || payload.aud !== audience) throw new ServiceTokenRefused();
    if (expiresAt > now + LIFETIME_MS + SKEW_MS || !maySpeakFor(signer, caller)) {
      throw new ServiceTokenRefused();
    }
    return { caller, expiresAt };
  } catch (cause) {
    throw cause instanceof ServiceTokenRefused ? cause : new ServiceTokenRefused({ cause });
  }
}

function maySpeakFor({ name, speaksFor }: KnownService, caller: Caller): boolean {
  if (caller.kind === 'subgraph') return speaksFor === 'itself' && caller.subgraph === name;
  return speaksFor === 'clients';
}

function readCaller(claim: unknown): Caller {
  const { kind, userId, sessionId, role, subgraph } = (claim ?? {}) as Record<string, unknown>;
  if (kind === 'anonymous') return anonymous;
  if (kind === 'subgraph' && typeof subgraph === 'string') return { kind, subgraph };
  if (
    kind === 'user' &&
    typeof role === 'string' &&
    typeof userId === 'string' &&
    typeof sessionId === 'string'
  ) {
    // The server itself wrote this identifier when it signed the token.
    return { kind, userId: userId as Id<'User'>, role, sessionId };
  }
  throw new ServiceTokenRefused();
}

function keyOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'nobody';
    case 'subgraph':
      return `subgraph ${caller.subgraph}`;
    case 'user':
      return `person ${caller.userId} ${caller.role} ${caller.sessionId}`;
    default:
      return exhaustive(caller);
  }
}
