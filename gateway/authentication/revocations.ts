/** Sessions have ended before their tokens expire: by a logout, by a change of rights, by whatever a product knows. */
export interface Ending {
  /** Whose sessions have ended: `Caller.subject`. */
  readonly subject: string;
  /** The one session that has ended, for good. Absent: all of the subject's. */
  readonly sessionId?: string;
  /**
   * The session that goes on although all others of the subject have ended. A later ending of all of them counts
   * instead of this one, so whoever makes endings lets only a session go on that had not ended before.
   */
  readonly exceptSessionId?: string;
  /**
   * Precise to the millisecond. Where all sessions have ended, a token is refused when it was issued before this
   * moment. An ending is forgotten `rememberMs` after it.
   */
  readonly at: Date;
  /** Why, in the product's words; `AuthenticationMessages.ended` turns it into a sentence. */
  readonly kind: string;
}

/** Where endings are heard of: a bus, a poll, a list. */
export interface Revocations {
  /**
   * How long after its moment an ending can still matter, in milliseconds: the longest lifetime of a token and
   * a margin for clocks that differ.
   */
  readonly rememberMs: number;
  /**
   * Tells `listener` of every ending since `since`, in order. Resolves when those up to now have been told, so
   * that a gateway that has just been started refuses what the others refuse.
   *
   * @throws when endings cannot be heard of; then the gateway does not start
   */
  watch(listener: (ending: Ending) => void, since: Date): Promise<{ stop(): Promise<void> }>;
}
