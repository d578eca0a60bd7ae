import type { Logger } from '../../telemetry/logger.ts';
import { backoffMs } from '../../timing/backoff.ts';
import { pause } from '../../timing/pause.ts';
import { createWakeSignal } from '../../timing/wake-signal.ts';
import type { TailOptions } from '../bus.ts';
import type { HeadWatch } from './log-end-offsets.ts';
import type { LogStore } from './log-store.ts';

const BATCH = 500;
const POLL_MS = 500;
/** A log that cannot be read is tried again after 100 ms, then 200… up to 2 s. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

export interface TailTools {
  readonly log: LogStore;
  readonly endOffsets: HeadWatch;
  readonly logger: Logger;
}

/** Where a tail stands when it is attached. */
export interface AttachedTail {
  /** By topic, the position after which it begins. */
  readonly cursors: Map<string, number>;
  /** By topic, the last position that was there already. */
  readonly ends: ReadonlyMap<string, number>;
}

/** Where a tail begins: resolves when every later publish will be seen. */
export async function attachTail(
  { log, endOffsets }: TailTools,
  { topics, since }: TailOptions,
): Promise<AttachedTail> {
  const ends = await log.endOffsets(topics);
  endOffsets.moved(ends);
  const cursors = new Map<string, number>();
  for (const topic of topics) {
    cursors.set(topic, since ? await log.positionBefore(topic, since) : (ends.get(topic) ?? 0));
  }
  return { cursors, ends };
}

/** Shows every fact after the cursors until the signal is given; calls `onCaughtUp` once, at `ends`. */
export async function runTail(
  { log, endOffsets, logger }: TailTools,
  { topics, handle }: TailOptions,
  { cursors, ends }: AttachedTail,
  onCaughtUp: () => void,
  signal: AbortSignal,
): Promise<void> {
  const hasCaughtUp = () => topics.every((topic) => (cursors.get(topic) ?? 0) >= (ends.get(topic) ?? 0));
  const wakeSignal = createWakeSignal();
  const unwatch = endOffsets.watch(topics, wakeSignal.ring);
  let failures = 0;
  try {
    while (!signal.aborted) {
      try {
        const isMore = await readOn();
        failures = 0;
        if (hasCaughtUp()) onCaughtUp();
        if (!isMore) await wakeSignal.wait(POLL_MS, signal);
      } catch (error) {
        failures += 1;
        logger.warn({ topics, failures, err: error }, 'the log could not be read; trying again');
        await pause(backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS), signal);
      }
    }
  } finally {
    unwatch();
    // Nobody may wait for a tail that has been stopped.
    onCaughtUp();
  }

  async function readOn(): Promise<boolean> {
    let isMore = false;
    for (const topic of topics) {
      const cursor = cursors.get(topic) ?? 0;
      if (endOffsets.headOf(topic) <= cursor) continue;
      for (const { position, delivered } of await log.read(topic, cursor, BATCH)) {
        if (signal.aborted) return false;
        cursors.set(topic, position);
        handle(delivered);
        isMore = true;
      }
    }
    return isMore;
  }
}
