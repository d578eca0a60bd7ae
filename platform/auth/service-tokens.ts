import { jwtVerify, SignJWT } from 'jose';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Id } from '../kernel/ids.ts';
import { BoundedMap } from '../memory/bounded-map.ts';

const ALGORITHM = 'HS256';
const LIFETIME_MS = 60_000;
/** A signed token is handed out again for this long, so it always has 50 s left when it arrives. */
const REUSE_MS = 10_000;
const MAX_CACHED = 10_000;
const MIN_SECRET_BYTES = 32;

/**
 * How gateway and subgraphs know one another: a short signed text that says on whose behalf a subgraph is
 * asked. Only who holds the server secret can make one. Signing and verifying are remembered for some
 * seconds, because the same few callers come with every request.
 */
export interface ServiceTokens {
  /** A token that speaks for this caller for at least 50 seconds. */
  sign(caller: Caller): Promise<string>;
  /** @throws ServiceTokenRefused when it is forged, expired or no token at all. */
  verify(token: string): Promise<Caller>;
}

/** The caller is no part of the server. */
export class ServiceTokenRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('expected a valid service token, signed with the secret of this server', options);
    this.name = 'ServiceTokenRefused';
  }
}

/** @throws Error when the secret is shorter than 32 bytes. */
export function createServiceTokens(secret: string, clock: Clock = systemClock): ServiceTokens {
  const key = new TextEncoder().encode(secret);
  if (key.length < MIN_SECRET_BYTES) {
    throw new Error(`expected a service secret of at least ${MIN_SECRET_BYTES} bytes, got ${key.length}`);
  }
  const signed = new BoundedMap<string, { readonly token: Promise<string>; readonly reuseUntil: number }>(
    MAX_CACHED,
  );
  const verified = new BoundedMap<string, { readonly caller: Caller; readonly expiresAt: number }>(
    MAX_CACHED,
  );

  return {
    sign(caller) {
      const now = clock.now().getTime();
      const cacheKey = cacheKeyOf(caller);
      const known = signed.get(cacheKey);
      if (known && now < known.reuseUntil) return known.token;
      const token = signToken(caller, key, now);
      signed.set(cacheKey, { token, reuseUntil: now + REUSE_MS });
      return token;
    },

    async verify(token) {
      const now = clock.now().getTime();
      const known = verified.get(token);
      if (known && now < known.expiresAt) return known.caller;
      const fresh = await verifyToken(token, key, now);
      verified.set(token, fresh);
      return fresh.caller;
    },
  };
}

function signToken(caller: Caller, key: Uint8Array, now: number): Promise<string> {
  return new SignJWT({ caller: { ...caller } })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'service+jwt' })
    .setExpirationTime(Math.floor((now + LIFETIME_MS) / 1000))
    .sign(key);
}

async function verifyToken(token: string, key: Uint8Array, now: number) {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: 'service+jwt',
      requiredClaims: ['exp', 'caller'],
      currentDate: new Date(now),
    });
    return { caller: readCaller(payload.caller), expiresAt: Number(payload.exp) * 1000 };
  } catch (cause) {
    throw new ServiceTokenRefused({ cause });
  }
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

function cacheKeyOf(caller: Caller): string {
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
