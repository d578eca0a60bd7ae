/**
 * How far a group has come in one part, when facts are finished out of order: up to the last position
 * before which nothing is left undone.
 */
export interface OffsetTracker {
  /** A fact was taken up; positions come in growing order. */
  started(position: number): void;
  finished(position: number): void;
  /** What may be stored: every fact up to here is done with. */
  offset(): number;
  /** Facts taken up beyond the offset, finished or not. */
  inHand(): number;
}

export function createOffsetTracker(from: number): OffsetTracker {
  let offset = from;
  const waiting: number[] = [];
  const finished = new Set<number>();
  return {
    started(position) {
      waiting.push(position);
    },
    finished(position) {
      finished.add(position);
      let done = 0;
      for (const next of waiting) {
        if (!finished.delete(next)) break;
        offset = next;
        done += 1;
      }
      waiting.splice(0, done);
    },
    offset: () => offset,
    inHand: () => waiting.length,
  };
}
