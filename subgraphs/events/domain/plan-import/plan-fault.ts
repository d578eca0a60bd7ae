import type { PlanNotice } from '../seating-plan.ts';

/** What is wrong with a document, and where. */
export type PlanFault = PlanNotice;

/** At most this many faults are told one by one; the rest is counted. A person mends no more at a time. */
export const MAX_TOLD_FAULTS = 1_000;

/** Gathers every fault of a document while it is being read, so that all are told at once. */
export class FaultList {
  readonly #faults: PlanFault[] = [];
  #untold = 0;

  add(path: string, message: string): void {
    if (this.#faults.length < MAX_TOLD_FAULTS) this.#faults.push({ path, message });
    else this.#untold += 1;
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** The faults in the order in which they were found, and a last one that counts those left out. */
  all(): readonly PlanFault[] {
    if (this.#untold === 0) return this.#faults;
    return [...this.#faults, { path: '$', message: `and ${this.#untold} more faults` }];
  }
}
