/** The longest that any buyer has waited, in milliseconds. */
export interface Waits {
  /** For an answer to one request, of whatever kind: "try again" and a broken connection are among them. */
  readonly answerMs: number;
  /** For what became of an operation, however often it had to be asked. */
  readonly outcomeMs: number;
}

/** Measures what is waited for, and remembers the longest of it. */
export class LongestWaits {
  #longest: Waits = { answerMs: 0, outcomeMs: 0 };
  readonly #outcomes = new Set<Promise<unknown>>();

  /** The answer to one request. */
  async answer<Result>(answer: Promise<Result>): Promise<Result> {
    const since = performance.now();
    try {
      return await answer;
    } finally {
      const answerMs = Math.max(this.#longest.answerMs, performance.now() - since);
      this.#longest = { ...this.#longest, answerMs };
    }
  }

  /** What became of an operation. */
  async outcome<Result>(outcome: Promise<Result>): Promise<Result> {
    const since = performance.now();
    this.#outcomes.add(outcome);
    try {
      return await outcome;
    } finally {
      this.#outcomes.delete(outcome);
      const outcomeMs = Math.max(this.#longest.outcomeMs, performance.now() - since);
      this.#longest = { ...this.#longest, outcomeMs };
    }
  }

  /** The waits since this was called last, once everything has had its outcome that is waited for at this moment. */
  async take(): Promise<Waits> {
    await Promise.allSettled(this.#outcomes);
    const longest = this.#longest;
    this.#longest = { answerMs: 0, outcomeMs: 0 };
    return longest;
  }
}
