/**
 * The bus: an ordered, durable log of facts, one topic a subgraph. Facts with the same key keep their order;
 * a consumer group sees every fact at least once, also after a crash. Two adapters keep this promise, the
 * embedded log (PostgreSQL) and Apache Kafka, and `bus-conformance.ts` holds both to it.
 *
 * A topic consists of parts that are read, and have positions, each for itself: one in the embedded log, which is
 * called as the topic, and the partitions in Kafka, "tickets/3". All facts of a key are in one part.
 */
export interface Bus {
  /** What traces call it (OpenTelemetry's `messaging.system`): "kafka". */
  readonly system: string;

  /**
   * Appends facts in the given order. Resolves when all of them are durable; rejects when any may not be,
   * and then the caller publishes the same facts again (consumers deduplicate by fact id).
   */
  publish(facts: readonly FactEnvelope[]): Promise<void>;

  /**
   * Joins a consumer group: every fact of the topics, once per group, from the group's stored position
   * (a new group begins where `begins` says). Facts of one key are handled one after another, other
   * keys flow beside them. The position moves when `handle` resolves; when it rejects, the same fact is
   * handed over again after a pause. Resolves when the group is attached.
   */
  consume(options: ConsumeOptions): Promise<Subscription>;

  /**
   * Shows every fact of the topics to this process, without a group and without stored offsets: from now
   * on, or from `since`. For projections held in memory. Resolves when attached: every fact that is
   * published after that moment is seen. `handle` is synchronous and does not throw.
   */
  tail(options: TailOptions): Promise<Tail>;

  /**
   * The position of the newest fact of a topic that may concern this key; "0" when there is none.
   *
   * @throws BusUnavailable when the log cannot be reached, or does not answer in time
   */
  endPosition(topic: string, key: string): Promise<string>;

  /**
   * What lies after these positions of a topic: how many facts, and since when the oldest of them waits. A part that
   * is not among them counts from the first fact kept. Positions of other topics are passed over.
   */
  backlog(topic: string, positions: Positions): Promise<Backlog>;

  /**
   * Of every part of a topic the position before the first fact that was published at `time` or later: where to
   * begin to see all of those.
   */
  positionsBefore(topic: string, time: Date): Promise<Positions>;

  /**
   * The identity of a topic's log, letters and digits. Positions mean something within one epoch only: a log
   * that was lost or made anew counts from the beginning, under another epoch.
   *
   * @throws BusUnavailable as `endPosition`
   */
  epoch(topic: string): Promise<string>;

  /** Whether facts can be published and consumed at this moment. */
  isReady(): Promise<boolean>;

  /** Finishes what is being handled and lets go of every subscription. */
  close(): Promise<void>;
}

/** The log does not answer at this moment, through no fault of whoever asks: ask again later. */
export class BusUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the bus does not answer (${cause instanceof Error ? cause.message : cause}); ask again later`, {
      cause,
    });
    this.name = 'BusUnavailable';
  }
}

/**
 * How long a bus keeps facts in days: so long in any case, and up to the longer time where a group has not come
 * past them yet. Inboxes remember longer, so a group that is rewound to the first fact kept applies none twice.
 */
export const KEPT_DAYS = 30;
export const LONGEST_KEPT_DAYS = 90;

/** A fact as it travels: CloudEvents 1.0, structured JSON. `subject` is the key that facts are ordered by. */
export interface FactEnvelope<Data = unknown> {
  readonly specversion: '1.0';
  /** UUIDv7, unique for good. */
  readonly id: string;
  /** Name of the fact, such as "SeatsHeld". */
  readonly type: string;
  /** The subgraph that published it; also the topic. */
  readonly source: string;
  /** The bus key: identifier of the aggregate that the fact is about. */
  readonly subject: string;
  /** When it happened, ISO 8601 in UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** W3C trace context of the request that caused it. */
  readonly traceparent?: string;
  readonly data: Data;
}

/** All of a fact but what it tells. */
export type FactHead = Omit<FactEnvelope, 'data'>;

/** By part, a position: every fact up to there. "0" is before the first. */
export type Positions = ReadonlyMap<string, string>;

/** The topic that a part belongs to. */
export function topicOf(part: string): string {
  return part.split('/', 1)[0] ?? part;
}

/** A fact as a consumer gets it, with its place in the log: opaque, but greater positions of one key came later. */
export interface DeliveredFact {
  readonly fact: FactEnvelope;
  readonly position: string;
}

export interface ConsumeOptions {
  readonly group: string;
  readonly topics: readonly string[];
  handle(delivered: DeliveredFact): Promise<void>;
  /**
   * Where the group's positions are kept: in the database that the effects of `handle` are kept in, so that
   * whatever loses effects (an asynchronous commit, a restored backup) loses the positions after them as well,
   * and the facts come again. Without it the bus keeps them, which is safe only for effects that are not kept.
   */
  readonly positions?: GroupPositions;
  /** Where a group begins that has stored nothing yet; at the first fact kept unless said otherwise. */
  readonly begins?: GroupBeginning;
  /** Facts of different keys that are handled at one time at most; 8 unless said otherwise. */
  readonly width?: number;
}

/** `first-kept`: with every fact that the bus still has. `now`: with those published after it was attached. */
export type GroupBeginning = 'first-kept' | 'now';

/** How far a group has come. In a part of which nothing is stored yet it begins where `begins` says. */
export interface GroupPositions {
  /** Called whenever a member takes over these parts; from then on whoever had them stores nothing there any more. */
  load(parts: readonly string[]): Promise<Positions>;
  /**
   * Every fact up to these positions is done with. @throws PositionsMoved when somebody has moved the group since
   * `load`, or has taken over one of the parts: the member then begins anew from what is stored.
   */
  store(positions: Positions): Promise<void>;
}

/** The group was rewound, or another member has taken over: what this one has in hand is no longer its own. */
export class PositionsMoved extends Error {
  constructor(group: string) {
    super(`the positions of the group ${group} were moved; it begins anew from there`);
    this.name = 'PositionsMoved';
  }
}

export interface TailOptions {
  readonly topics: readonly string[];
  readonly since?: Date;
  handle(delivered: DeliveredFact): void;
}

export interface Backlog {
  readonly facts: number;
  /** When the oldest of them was published, by the log's clock; null when there are none. */
  readonly oldestAt: Date | null;
}

export interface Subscription {
  /** Lets the fact in hand finish, then stops. */
  stop(): Promise<void>;
}

export interface Tail extends Subscription {
  /**
   * Resolves when every fact from `since` on that was published before the tail was attached has been shown,
   * or when the tail is stopped. Takes as long as the log is out of reach.
   */
  readonly caughtUp: Promise<void>;
}
