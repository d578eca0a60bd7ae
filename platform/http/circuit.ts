import { backoffMs } from '../timing/backoff.ts';

/** What came of one question: whoever went away meanwhile says nothing about who was asked. */
export type Outcome = 'answered' | 'failed' | 'unknown';

/** Of somebody who was let in. */
export interface Pass {
  leave(outcome: Outcome): void;
}

export interface CircuitOptions {
  /** It opens after so many failures in a row. */
  readonly failures: number;
  /** For so long nobody is asked then, in milliseconds; doubled with each trial that fails. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Told when it opens and closes. */
  onChange?(isOpen: boolean): void;
  /** Milliseconds of a clock that only moves on. */
  now?(): number;
}

/**
 * Keeps from asking somebody who does not answer: after some failures in a row nobody is asked for a while, then
 * one at a time on trial, until one is answered.
 *
 * Of our own, because cockatiel lets all others wait for the trial, each beyond its own deadline, and takes a
 * client that went away for a success; opossum keeps timers and statistics for each circuit.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #now: () => number;
  #failures = 0;
  /** How often it opened without having been closed; 0 while it is closed. */
  #openings = 0;
  #opensAgainAt = 0;
  #isOnTrial = false;

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  get isOpen(): boolean {
    return this.#openings > 0;
  }

  /** Whether `enter` would let somebody in at this moment. */
  get letsIn(): boolean {
    return !this.isOpen || (!this.#isOnTrial && this.#now() >= this.#opensAgainAt);
  }

  /** Lets somebody ask; undefined when nobody may. Whoever was let in calls `leave` once. */
  enter(): Pass | undefined {
    if (!this.isOpen) return { leave: (outcome) => this.#leaveClosed(outcome) };
    if (!this.letsIn) return undefined;
    this.#isOnTrial = true;
    return { leave: (outcome) => this.#leaveTrial(outcome) };
  }

  #leaveClosed(outcome: Outcome): void {
    // Began before it opened: what was known then is old.
    if (this.isOpen || outcome === 'unknown') return;
    this.#failures = outcome === 'failed' ? this.#failures + 1 : 0;
    if (this.#failures >= this.#options.failures) this.#open();
  }

  #leaveTrial(outcome: Outcome): void {
    this.#isOnTrial = false;
    if (outcome === 'failed') this.#open();
    if (outcome !== 'answered') return;
    this.#failures = 0;
    this.#openings = 0;
    this.#options.onChange?.(false);
  }

  #open(): void {
    const { firstPauseMs, longestPauseMs } = this.#options;
    this.#openings += 1;
    this.#opensAgainAt = this.#now() + backoffMs(this.#openings, firstPauseMs, longestPauseMs);
    if (this.#openings === 1) this.#options.onChange?.(true);
  }
}
