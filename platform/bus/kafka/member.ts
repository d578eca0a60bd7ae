import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { Logger } from '../../telemetry/logger.ts';
import { backoffMs } from '../../timing/backoff.ts';
import { pause } from '../../timing/pause.ts';
import { type ConsumeOptions, type GroupPositions, topicOf } from '../bus.ts';
import { type GroupSession, MOST_IN_HAND, openGroupSession } from '../group-session.ts';
import { showPosition } from '../position.ts';
import { committer } from './committed-positions.ts';
import { type KafkaLog, TopicMadeAnew } from './kafka-log.ts';
import { partitionOfPart, partOf, showMark } from './marks.ts';
import { isNoCoordinator, watchMembership } from './membership.ts';
import { readFact } from './read-fact.ts';
import { loadStarts } from './starts.ts';

export interface MemberOptions extends ConsumeOptions {
  readonly consumer: Consumer;
  readonly positions: GroupPositions;
  readonly log: KafkaLog;
  readonly prefix: string;
  readonly logger: Logger;
  /** As the consumer was told, in milliseconds. */
  readonly heartbeatEveryMs: number;
  /** Told when kafkajs has given the consumer up or says nothing any more, or its topics are other ones. */
  onCrash(error: Error): void;
}

/** A part is read on when so much of it is done. */
const ROOM = 200;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
/**
 * A member whose positions were moved waits so long before it takes its parts over again: longer than a heartbeat, by
 * which one that is no member any more learns that, and leaves the parts to whoever has them.
 */
const MOVED_PAUSE_MS = 1_500;
/** As soon as kafkajs itself tries again at the latest. */
const RUN_AGAIN_AFTER_MS = 1_000;

/**
 * Runs one member of a group: kafkajs says which partitions it owns, the database how far they are done.
 *
 * Facts are taken over into a queue by key, so kafkajs goes on fetching, and sends its heartbeats, however long one is
 * handled. Nothing is fetched before the positions are loaded: the partitions are paused in the very moment in which
 * they are assigned, and let go where they were sought. When they are assigned anew, what is in hand is finished and
 * stored first.
 */
export async function joinGroup(options: MemberOptions): Promise<{ stop(): Promise<void> }> {
  const { consumer, group, topics, begins, positions, log, prefix, logger, heartbeatEveryMs, onCrash } =
    options;
  const stopping = new AbortController();
  const attached = Promise.withResolvers<void>();
  // Waited for further down, when it may have been rejected already.
  attached.promise.catch(() => {});
  const attachedAt = new Map<string, number>();
  const committed = committer(consumer, prefix, logger);
  let session: GroupSession | null = null;
  let cursors = new Map<string, number>();
  const full = new Set<string>();
  /** Counts assignments: what belongs to an earlier one is given up. */
  let turn = 0;
  let working: Promise<void> = Promise.resolve();

  if (begins === 'now') {
    for (const topic of topics) {
      for (const [part, end] of await log.bounds(topic, 'end')) attachedAt.set(part, end);
    }
  }

  /** Stops fetching; what is in hand goes on to its end and is stored, before anything else is taken over. */
  function letGo(): void {
    const left = session;
    session = null;
    if (!left) return;
    control('pause', [...cursors.keys()]);
    working = Promise.all([working, left.close()]).then(() => {});
  }

  function assigned(parts: readonly string[]): void {
    turn += 1;
    const own = turn;
    control('pause', parts);
    committed.own(parts);
    letGo();
    working = working.then(() => takeOver(parts, own));
  }

  async function takeOver(parts: readonly string[], own: number): Promise<void> {
    const isOurs = () => own === turn && !stopping.signal.aborted;
    for (let failures = 1; isOurs(); failures += 1) {
      try {
        const starts = await loadStarts(parts, attachedAt, options);
        if (isOurs()) begin(starts, own);
        return attached.resolve();
      } catch (error) {
        if (error instanceof TopicMadeAnew) return crashed(error);
        logger.warn({ group, failures, err: error }, 'a group could not begin; trying again');
        await pause(backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS), stopping.signal);
      }
    }
  }

  function begin(starts: Map<string, number>, own: number): void {
    cursors = new Map(starts);
    full.clear();
    // First, since it fails when the consumer is just being restarted; then it is assigned its partitions anew.
    for (const [part, offset] of starts) {
      consumer.seek({
        topic: prefix + topicOf(part),
        partition: partitionOfPart(part),
        offset: String(offset),
      });
    }
    const opened = openGroupSession({
      ...options,
      starts,
      positions: {
        async store(done) {
          const marks = new Map(
            [...done].map(([part, position]) => [part, showMark(Number(position), log.epoch(topicOf(part)))]),
          );
          await positions.store(marks);
          committed.later(done);
        },
      },
      onDone: makeRoom,
    });
    session = opened;
    opened.moved.addEventListener('abort', () => beginAnew([...starts.keys()], own), { once: true });
    control('resume', [...starts.keys()]);
  }

  function beginAnew(parts: readonly string[], own: number): void {
    if (own !== turn || stopping.signal.aborted) return;
    logger.warn({ group }, 'the positions of a group were moved; it begins anew from there');
    letGo();
    working = working.then(() => pause(MOVED_PAUSE_MS, stopping.signal)).then(() => takeOver(parts, own));
  }

  async function eachBatch({ batch, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
    const part = partOf(batch.topic.slice(prefix.length), batch.partition);
    const cursor = cursors.get(part);
    // Fetched for an earlier assignment, or from another place than the one that was sought: it comes again.
    if (!session || cursor === undefined || isStale()) return;
    for (const message of batch.messages) {
      const position = Number(message.offset) + 1;
      if (position <= (cursors.get(part) ?? 0)) continue;
      cursors.set(part, position);
      const fact = readFact(message, part, logger);
      if (fact) session.add({ part, position, delivered: { fact, position: showPosition(position) } });
      else session.pass(part, position);
    }
    resolveOffset(batch.lastOffset());
    if (session.inHand(part) < MOST_IN_HAND) return;
    full.add(part);
    control('pause', [part]);
  }

  function makeRoom(part: string): void {
    if (!full.has(part) || !session || session.inHand(part) > MOST_IN_HAND - ROOM) return;
    full.delete(part);
    control('resume', [part]);
  }

  /** A consumer that is being restarted has nothing to pause; it is assigned its partitions anew. */
  function control(what: 'pause' | 'resume', parts: readonly string[]): void {
    try {
      consumer[what](
        parts.map((part) => ({ topic: prefix + topicOf(part), partitions: [partitionOfPart(part)] })),
      );
    } catch (error) {
      logger.debug({ group, err: error }, 'the partitions of a group are out of reach');
    }
  }

  function crashed(error: Error): void {
    if (stopping.signal.aborted) return;
    attached.reject(error);
    onCrash(error);
  }

  const { GROUP_JOIN, REBALANCING, CRASH } = consumer.events;
  consumer.on(GROUP_JOIN, ({ payload: { memberAssignment } }) =>
    assigned(
      Object.entries(memberAssignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => partOf(topic.slice(prefix.length), partition)),
      ),
    ),
  );
  // At once, so that whoever gets the partitions next finds what was done with them.
  consumer.on(REBALANCING, letGo);
  consumer.on(CRASH, ({ payload: { error, restart } }) => {
    letGo();
    if (!restart && !isNoCoordinator(error)) return crashed(error);
    logger.warn({ group, err: error }, 'a consumer lost its brokers; it joins its group again');
    if (!restart) void pause(RUN_AGAIN_AFTER_MS, stopping.signal).then(run).catch(crashed);
  });

  async function run(): Promise<void> {
    if (stopping.signal.aborted) return;
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
  }

  /** Joins as a new member; what the group has given to others meanwhile is theirs. */
  async function joinAnew(): Promise<void> {
    logger.warn({ group }, 'a consumer is no member of its group any more; it joins it again');
    letGo();
    await consumer.stop();
    await run();
  }

  const endWatch = watchMembership(consumer, {
    heartbeatEveryMs,
    onLost: () => void joinAnew().catch(crashed),
    onSilent: (silentMs) =>
      crashed(new Error(`expected the consumer ${group} to send heartbeats, got none for ${silentMs} ms`)),
  });

  async function stop(): Promise<void> {
    stopping.abort();
    endWatch();
    letGo();
    await working;
    await committed.close();
    await consumer.disconnect();
  }

  try {
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    await run();
    await attached.promise;
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
