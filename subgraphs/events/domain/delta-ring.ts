import { compareCursors, isSameLog, type LogCursor } from '@parterre/platform/kernel/log-cursor.ts';
import type { Availability, SeatMapChange, SeatMapDelta } from './seat-map.ts';

/** Enough for some seconds of a busy sale: a client that lost its socket comes back in less. */
const MAX_DELTAS = 256;
const MAX_CHANGES = 20_000;

/** The recent deltas of one map, so that a client which comes back gets what it missed and no more. */
export class DeltaRing {
  readonly #deltas: SeatMapDelta[] = [];
  #changes = 0;
  /** The oldest version from which everything is still known. */
  #start: LogCursor;

  constructor(start: LogCursor) {
    this.#start = start;
  }

  push(delta: SeatMapDelta): void {
    this.#deltas.push(delta);
    this.#changes += sizeOf(delta);
    while (this.#deltas.length > MAX_DELTAS || this.#changes > MAX_CHANGES) {
      const dropped = this.#deltas.shift();
      if (!dropped) return;
      this.#changes -= sizeOf(dropped);
      this.#start = dropped.version;
    }
  }

  /**
   * Everything after a version as one delta, which leads from that very version to the newest one.
   * 'nothing' when nothing came after it, 'unknown' when some of it is no longer kept or it is of another log.
   */
  since(version: LogCursor): SeatMapDelta | 'nothing' | 'unknown' {
    // Of another log, or older than what is kept. A version beyond the head is not this replica's to judge.
    if (!isSameLog(version, this.#start) || compareCursors(version, this.#start) < 0) return 'unknown';
    const missed = this.#deltas.filter((delta) => compareCursors(delta.version, version) > 0);
    const last = missed.at(-1);
    if (!last) return 'nothing';
    const changes = new Map<number, SeatMapChange>();
    const standing = new Map<string, Availability>();
    for (const delta of missed) {
      for (const change of delta.changes) changes.set(change.index, change);
      for (const availability of delta.standing) standing.set(availability.sectionId, availability);
    }
    return {
      fromVersion: version,
      version: last.version,
      changes: [...changes.values()],
      standing: [...standing.values()],
    };
  }
}

function sizeOf(delta: SeatMapDelta): number {
  return delta.changes.length + delta.standing.length;
}
