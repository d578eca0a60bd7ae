import type { Consumer } from 'kafkajs';

export interface MembershipWatch {
  /** Time that a member has between two heartbeats, in milliseconds, as kafkajs was told. */
  readonly heartbeatEveryMs: number;
  /** It fetches, and is no member: it has to join anew. */
  onLost(): void;
  /** Nothing has been heard of it for so many milliseconds, not even that it has failed. */
  onSilent(silentMs: number): void;
}

/**
 * Between two fetches a member sends the heartbeat that is due, and stops fetching when that fails. So often a fetch may
 * end without one: where there are several brokers, what one of them sends may be taken for done by another fetch.
 */
const FETCHES_WITHOUT_HEARTBEAT = 3;
/**
 * kafkajs itself gives up what does not answer: six tries of ten seconds each, then ten for saying goodbye, and joins
 * anew. What takes longer hangs.
 */
const SILENCE_MS = 120_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Watches over what kafkajs does not: that a consumer that runs is a member of its group.
 *
 * When a coordinator does not know a member, kafkajs 2.2.4 forgets its id and joins. Where that join fails as well (a
 * coordinator that loads its groups, a request that got no answer), it goes back to fetching, and sends no heartbeat
 * because it has no id. No request fails after that, so nothing makes it join again: if its partitions were paused for
 * the rebalance, they stay so for good; if not, it reads on beside whoever has got them.
 *
 * @returns ends the watch
 */
export function watchMembership(consumer: Consumer, watch: MembershipWatch): () => void {
  const { GROUP_JOIN, HEARTBEAT, CRASH, FETCH } = consumer.events;
  /** By broker, fetches that ended while a heartbeat was due. */
  const overdue = new Map<number, number>();
  let heardAt = Date.now();
  /** Looks in which nothing was heard. Not read off a clock: a process that was stopped has heard nothing meanwhile. */
  let quietLooks = 0;

  function heard(): void {
    overdue.clear();
    heardAt = Date.now();
    quietLooks = 0;
  }

  const stopListening = [
    consumer.on(GROUP_JOIN, heard),
    consumer.on(HEARTBEAT, heard),
    // It is started again, or whoever runs it is told.
    consumer.on(CRASH, heard),
    consumer.on(FETCH, ({ payload: { nodeId } }) => {
      // Twice as long, since kafkajs counts from a moment later than this one.
      if (Date.now() - heardAt < 2 * watch.heartbeatEveryMs) return;
      const fetches = (overdue.get(nodeId) ?? 0) + 1;
      overdue.set(nodeId, fetches);
      if (fetches <= FETCHES_WITHOUT_HEARTBEAT) return;
      heard();
      watch.onLost();
    }),
  ];
  const looking = setInterval(() => {
    quietLooks += 1;
    const silentMs = quietLooks * LOOK_EVERY_MS;
    if (silentMs < SILENCE_MS) return;
    heard();
    watch.onSilent(silentMs);
  }, LOOK_EVERY_MS).unref();

  return () => {
    clearInterval(looking);
    for (const stop of stopListening) stop();
  };
}

/**
 * Whether no broker could say who coordinates the group. kafkajs ends a consumer for that, though a broker that was gone
 * for long, or is loading its groups, cannot say so for moments only.
 */
export function isNoCoordinator(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'KafkaJSGroupCoordinatorNotFound' || isNoCoordinator(error.cause);
}
