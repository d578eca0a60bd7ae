/** What one client may ask of the HTTP server before anybody has looked at what it says. */
export interface HttpLimits {
  /** Bytes of a request's body, after decompression; see LargeBodies for who may send more. */
  readonly bodyBytes: number;
  /** Values of a body that is larger: counted while it arrives, before anything is made of it. */
  readonly largeBodyValues: number;
  /** Bytes of an answer; what is larger is replaced by a refusal. The budget of an operation ends it sooner. */
  readonly answerBytes: number;
  /** How long the headers of a request may take to arrive. */
  readonly headersMs: number;
  /** How long a whole request may take to arrive. */
  readonly requestMs: number;
  /** Open connections, WebSockets included; those beyond are closed as they come. */
  readonly connections: number;
  /** Of one address, WebSockets not counted, which have a limit of their own; those beyond are closed as they come. */
  readonly connectionsPerAddress: number;
  /** Requests of one connection that wait for an answer, one behind the other. */
  readonly requestsPerConnection: number;
  /** What clients leave unread, over HTTP and over WebSockets. */
  readonly unread: UnreadLimits;
}

export interface UnreadLimits {
  /** Bytes that all connections together may leave unread; beyond that the worst are cut. */
  readonly bytes: number;
  /** Bytes that one address may leave unread: beyond that nothing large is made for it, and its worst are cut. */
  readonly bytesPerAddress: number;
  /** How long an answer may be under way at least, however small it is. */
  readonly graceMs: number;
  /** On top of that an answer may take as long as at this rate. */
  readonly bytesPerSecond: number;
}

export const httpLimits: HttpLimits = {
  // The longest document has 64 KiB, and a thousand seats to block 40 KB. JSON.parse takes 20 ms for the worst.
  bodyBytes: 256 * 1024,
  // The 10,000 values of variables that admission lets through, and what stands beside them.
  largeBodyValues: 11_000,
  answerBytes: 32 * 1024 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  // 10,000 watchers, and as many again who come back while the old connections have not ended yet.
  connections: 20_000,
  // An office of 200 people whose browsers open six each, and programs beside them. A tenth of all: nobody alone takes
  // the places of everybody, who are then not even told so.
  connectionsPerAddress: 2_000,
  // Browsers send one at a time; programs that pipeline seldom more than ten.
  requestsPerConnection: 32,
  // 64 MiB beside the 200 MiB that the gateway itself needs. 16 KiB a second is a bad mobile connection.
  // Half of it for one address: 18 people of an office whose answers of 1.7 MB are all still under way.
  unread: {
    bytes: 64 * 1024 * 1024,
    bytesPerAddress: 32 * 1024 * 1024,
    graceMs: 15_000,
    bytesPerSecond: 16 * 1024,
  },
};
