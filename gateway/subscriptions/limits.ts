/** What clients of subscriptions may use. All of it can be set; the defaults are generous for applications. */
export interface SubscriptionLimits {
  /** Bytes of one message from a client. */
  readonly frameBytes: number;
  /** Characters of the id that a client gives to an operation; the id is repeated in every message. */
  readonly idCharacters: number;
  /** Operations that run at the same time on one socket. */
  readonly operationsPerSocket: number;
  /** Sockets and event streams open at the same time from one address: offices share theirs. */
  readonly connectionsPerAddress: number;
  /** Sockets and event streams open at the same time of one signed-in user. */
  readonly connectionsPerCaller: number;
  /** What open subscriptions keep of their questions, in bytes, from one address: a document of any length has room. */
  readonly questionBytesPerAddress: number;
  /** And from all of them together. */
  readonly questionBytes: number;
  /** How long a socket may be open without `connection_init`. */
  readonly initTimeoutMs: number;
  /** A socket that does not answer a ping for this long is gone. */
  readonly keepAliveMs: number;
  /** With more than this unread a client gets no more events; when it has read them, what it has missed. */
  readonly behindBytes: number;
  /** With more than this unread nothing is read from the client, and it is closed after `stuckMs`. */
  readonly stuckBytes: number;
  readonly stuckMs: number;
  /** With more than this unread it is closed at once: answers that were under way have added up. */
  readonly unreadBytes: number;
  /** Closing everybody on shutdown is spread over this long, because everybody comes back at once. */
  readonly drainMs: number;
}

export const defaultSubscriptionLimits: SubscriptionLimits = {
  frameBytes: 256 * 1024,
  idCharacters: 128,
  operationsPerSocket: 100,
  connectionsPerAddress: 1_000,
  connectionsPerCaller: 100,
  questionBytesPerAddress: 16 * 1024 * 1024,
  questionBytes: 128 * 1024 * 1024,
  initTimeoutMs: 5_000,
  keepAliveMs: 15_000,
  behindBytes: 64 * 1024,
  stuckBytes: 1024 * 1024,
  stuckMs: 10_000,
  unreadBytes: 16 * 1024 * 1024,
  drainMs: 2_000,
};
