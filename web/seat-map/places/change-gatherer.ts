/** What is new since the last notification, gathered over a frame. */
export interface StoreChange {
  /** Everything: `seats` need not be all then. */
  readonly isAll: boolean;
  readonly seats: ReadonlySet<number>;
  /** Chosen seats that others took. They are chosen no more. */
  readonly lost: readonly number[];
  readonly isStanding: boolean;
  readonly isSelection: boolean;
}

interface PendingChange extends StoreChange {
  isAll: boolean;
  readonly seats: Set<number>;
  readonly lost: number[];
  isStanding: boolean;
  isSelection: boolean;
}

/** Tells listeners once a frame, however much changes in it. */
export class ChangeGatherer {
  readonly #listeners = new Set<(change: StoreChange) => void>();
  readonly #schedule: (run: () => void) => void;
  #pending: PendingChange | null = null;

  constructor(schedule: (run: () => void) => void = nextFrame) {
    this.#schedule = schedule;
  }

  /** @returns ends it */
  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What goes out with the next notification, to be added to. */
  get next(): PendingChange {
    if (this.#pending) return this.#pending;
    this.#pending = { isAll: false, seats: new Set(), lost: [], isStanding: false, isSelection: false };
    this.#schedule(() => {
      const change = this.#pending;
      this.#pending = null;
      if (change) for (const listener of [...this.#listeners]) listener(change);
    });
    return this.#pending;
  }
}

/** A page in the background draws no frames, but its words have to stay true. */
function nextFrame(run: () => void): void {
  if (typeof document === 'object' && document.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, 100);
}
