import type { Logger } from '../telemetry/logger.ts';
import { pause } from '../timing/pause.ts';
import { type ConsumeOptions, type GroupPositions, type Positions, PositionsMoved } from './bus.ts';
import { createKeyedQueue, type PartFact } from './keyed-queue.ts';
import { createOffsetTracker, type OffsetTracker } from './offset-tracker.ts';
import { showPosition } from './position.ts';

/** Facts of different keys handled at one time by one member, unless its group says otherwise. */
const WIDTH = 8;
/** Positions are stored at most this often. */
const STORE_EVERY_MS = 500;
const LOOK_EVERY_MS = 10_000;
/**
 * Facts of a part taken up beyond its stored position: bounds memory, and how many come again after a crash.
 * While one key is stuck the others go on until so many facts lie behind it.
 */
export const MOST_IN_HAND = 2_000;

/** A member at work on the parts that it has taken over: it hands facts over by key and stores how far it has come. */
export interface GroupSession {
  /** Takes up a fact; those of one part come in growing order. */
  add(fact: PartFact): void;
  /** Nothing is to be done up to this position of a part, once what was added before it is done with. */
  pass(part: string, position: number): void;
  /** Facts of a part taken up beyond its position, handled or not. */
  inHand(part: string): number;
  /** Up to where everything is done with. */
  positions(): Positions;
  /** Given when the positions were moved under it: whoever runs it closes it and begins anew. */
  readonly moved: AbortSignal;
  /** Takes nothing up any more; resolves when what is in hand is finished, and stored if it can be. */
  close(): Promise<void>;
}

export interface GroupSessionOptions extends Pick<ConsumeOptions, 'group' | 'handle' | 'width'> {
  readonly positions: Pick<GroupPositions, 'store'>;
  /** By part, the position after which it begins. */
  readonly starts: ReadonlyMap<string, number>;
  readonly logger: Logger;
  /** Told when a fact is done with. */
  onDone?(part: string): void;
}

export function openGroupSession(options: GroupSessionOptions): GroupSession {
  const { group, handle, width = WIDTH, positions, starts, logger, onDone } = options;
  const trackers = new Map<string, OffsetTracker>(
    [...starts].map(([part, start]) => [part, createOffsetTracker(start)]),
  );
  const moved = new AbortController();
  const current = () =>
    new Map([...trackers].map(([part, tracker]) => [part, showPosition(tracker.offset())]));
  const store = createPositionStore(
    () => positions.store(current()),
    group,
    logger,
    () => moved.abort(),
  );
  const queue = createKeyedQueue({
    width,
    handle: (fact) => handle(fact.delivered),
    onFailure({ part, delivered }, error, failures) {
      const about = { group, part, fact: delivered.fact.id, failures, err: error };
      logger.warn(about, 'a fact could not be handled; it will be handed over again');
    },
    onDone({ part, position }) {
      trackers.get(part)?.finished(position);
      store.changed();
      onDone?.(part);
    },
  });
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await queue.stop();
    await store.close();
  }

  return {
    add(fact) {
      trackers.get(fact.part)?.started(fact.position);
      queue.add(fact);
    },
    pass(part, position) {
      const tracker = trackers.get(part);
      tracker?.started(position);
      tracker?.finished(position);
      store.changed();
    },
    inHand: (part) => trackers.get(part)?.inHand() ?? 0,
    positions: current,
    moved: moved.signal,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Stores positions in the background, and what is left when it is closed. */
function createPositionStore(
  storeAll: () => Promise<void>,
  group: string,
  logger: Logger,
  onMoved: () => void,
) {
  const closing = new AbortController();
  let isChanged = false;
  // Nothing may have been done for long and the group be rewound all the same: looked at by storing again.
  const looking = setInterval(() => changed(), LOOK_EVERY_MS).unref();
  let storing: Promise<void> | undefined;

  async function store(): Promise<void> {
    while (isChanged) {
      await pause(STORE_EVERY_MS, closing.signal);
      isChanged = false;
      try {
        await storeAll();
      } catch (error) {
        if (error instanceof PositionsMoved) {
          onMoved();
          break;
        }
        // No harm: the facts will come again, or the next position is stored.
        logger.warn({ group, err: error }, 'the position of a group could not be stored');
      }
    }
    storing = undefined;
  }

  function changed(): void {
    isChanged = true;
    storing ??= store();
  }

  return {
    changed,
    async close() {
      clearInterval(looking);
      closing.abort();
      await storing;
    },
  };
}
