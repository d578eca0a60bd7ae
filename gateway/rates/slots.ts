/** A place among those that one address may have. */
export interface Slot {
  readonly kind: 'slot';
  /** Gives the place back; a second time changes nothing. */
  release(): void;
}

/** Counts what is open at a time. There are as many counters as there are addresses with something open. */
export function createSlots(limit: number) {
  const open = new Map<string, number>();
  return {
    /** A place for this key, or undefined when it has all of them. */
    take(key: string): Slot | undefined {
      const count = open.get(key) ?? 0;
      if (count >= limit) return undefined;
      open.set(key, count + 1);
      let isReleased = false;
      return {
        kind: 'slot',
        release() {
          if (isReleased) return;
          isReleased = true;
          const left = (open.get(key) ?? 1) - 1;
          if (left > 0) open.set(key, left);
          else open.delete(key);
        },
      };
    },
    /** Keys that have something open. */
    get size(): number {
      return open.size;
    },
  };
}
