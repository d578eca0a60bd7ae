/**
 * Whoever sent an operation, as far as the gateway has to know. What a caller is and may do is the subgraphs'
 * business: they get `identity` as it is.
 */
export interface Caller<Identity = unknown> {
  /**
   * Two callers of one scope get the same answer to the same question: reads in flight and subscriptions are
   * shared within a scope. All anonymous callers are one scope; a signed-in one is a scope with its session.
   */
  readonly scope: string;
  /** Handed to the data sources. */
  readonly identity: Identity;
  /** Who it is, for rates and for ending what is theirs; absent for anonymous callers. */
  readonly subject?: string;
  /** The session that the caller signed in with; absent for anonymous callers. */
  readonly sessionId?: string;
  /** Where the operation came from, as far as it is believed: for rates and for whoever counts failed logins. */
  readonly address?: string;
}

/** A caller whom a token speaks for, and from when until when. */
export interface AuthenticatedCaller<Identity = unknown> extends Caller<Identity> {
  readonly subject: string;
  readonly sessionId: string;
  /** Precise to the millisecond where the issuer is. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}
