import { compareCursors, type LogCursor } from '@parterre/platform/kernel/log-cursor.ts';
import type { SeatMapDelta, SeatMapSnapshot } from '../domain/seat-map.ts';

export type SeatMapMessage =
  /** `startsAnew` where the reader held something that this does not continue. */
  | ({ readonly kind: 'snapshot'; readonly startsAnew: boolean } & SeatMapSnapshot)
  | ({ readonly kind: 'delta' } & SeatMapDelta);

/** Deltas that may wait for one reader. A reader that is further behind is better served by a snapshot. */
const MAX_WAITING = 64;

/**
 * One reader of a map. Its messages follow one another without a gap: each delta leads from the version that
 * the message before has led to. A reader that is too slow loses its deltas and gets one snapshot instead.
 * A plain iterator, no generator: `return` takes effect while somebody waits in `next`.
 */
export class SeatMapWatch implements AsyncIterableIterator<SeatMapMessage> {
  readonly #snapshot: () => SeatMapSnapshot;
  readonly #onEnd: () => void;
  readonly #waiting: SeatMapDelta[] = [];
  readonly #readers: ((step: IteratorResult<SeatMapMessage>) => void)[] = [];
  /** Where the reader will stand when it has read everything that waits; null: a snapshot is due. */
  #version: LogCursor | null = null;
  #startsAnew = false;
  #hasEnded = false;

  constructor(snapshot: () => SeatMapSnapshot, onEnd: () => void) {
    this.#snapshot = snapshot;
    this.#onEnd = onEnd;
  }

  startWithSnapshot(startsAnew: boolean): void {
    this.#version = null;
    this.#startsAnew = startsAnew;
  }

  /** What the reader holds is no longer of use: it gets a snapshot, at once when it waits for something. */
  restart(): void {
    if (this.#hasEnded) return;
    this.#waiting.length = 0;
    this.startWithSnapshot(true);
    this.#readers.shift()?.(this.#takeSnapshot());
  }

  /** The reader holds `version`, and misses what `missed` tells. */
  startFrom(version: LogCursor, missed: SeatMapDelta | null): void {
    this.#version = version;
    if (missed) this.push(missed);
  }

  push(delta: SeatMapDelta): void {
    // With a snapshot due, whatever comes is in it.
    if (this.#hasEnded || this.#version === null) return;
    // Somebody who comes from another replica may be ahead of this one for a moment.
    if (compareCursors(delta.version, this.#version) <= 0) return;
    const next = delta.fromVersion === this.#version ? delta : { ...delta, fromVersion: this.#version };
    this.#version = next.version;
    const reader = this.#readers.shift();
    if (reader) {
      reader({ done: false, value: { kind: 'delta', ...next } });
      return;
    }
    this.#waiting.push(next);
    if (this.#waiting.length <= MAX_WAITING) return;
    this.#waiting.length = 0;
    this.#version = null;
    this.#startsAnew = true;
  }

  next(): Promise<IteratorResult<SeatMapMessage>> {
    if (this.#hasEnded) return Promise.resolve({ done: true, value: undefined });
    // Taken when it is asked for, not when it became due: the newest that there is.
    if (this.#version === null) return Promise.resolve(this.#takeSnapshot());
    const delta = this.#waiting.shift();
    if (delta) return Promise.resolve({ done: false, value: { kind: 'delta', ...delta } });
    return new Promise((resolve) => this.#readers.push(resolve));
  }

  return(): Promise<IteratorResult<SeatMapMessage>> {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.#waiting.length = 0;
      for (const reader of this.#readers.splice(0)) reader({ done: true, value: undefined });
      this.#onEnd();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #takeSnapshot(): IteratorResult<SeatMapMessage> {
    const snapshot = this.#snapshot();
    this.#version = snapshot.version;
    const startsAnew = this.#startsAnew;
    this.#startsAnew = false;
    return { done: false, value: { kind: 'snapshot', startsAnew, ...snapshot } };
  }
}
