import { GraphQLError } from 'graphql';
import type { RatePolicy, Taken } from './rate-store.ts';

/** Headers of an HTTP answer, by lower-case name. */
export type RateHeaders = Readonly<Record<string, string>>;

/** Something is refused because there was too much of it. */
export interface RateRefusal {
  readonly kind: 'limited';
  /** Over HTTP; a whole operation is refused, nothing of it ran, so the status may say so. */
  readonly status: 429;
  readonly retryAfterMs: number;
  /** RATE_LIMITED with `retryAfterMs`, the same over every transport. */
  readonly error: GraphQLError;
  readonly headers: RateHeaders;
}

export function rateRefusal(policy: RatePolicy, taken: Taken): RateRefusal {
  const retryAfterMs = Math.ceil(taken.resetMs);
  const seconds = Math.ceil(retryAfterMs / 1_000);
  const message =
    `expected less of this (${policy.name}: at most ${policy.points} in ` +
    `${Math.ceil(policy.durationMs / 1_000)} s), got too much; try again in ${seconds} s`;
  return {
    kind: 'limited',
    status: 429,
    retryAfterMs,
    error: new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryAfterMs } }),
    headers: { 'retry-after': String(seconds), ...rateHeaders(policy, taken) },
  };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10: the policy, and what is left of it. */
export function rateHeaders({ name, points, durationMs }: RatePolicy, taken: Taken): RateHeaders {
  const reset = Math.ceil(taken.resetMs / 1_000);
  return {
    'ratelimit-policy': `"${name}";q=${points};w=${Math.ceil(durationMs / 1_000)}`,
    ratelimit: `"${name}";r=${Math.max(0, Math.floor(taken.remaining))};t=${reset}`,
  };
}
