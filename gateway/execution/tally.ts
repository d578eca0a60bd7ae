import type { Budget } from '@parterre/platform/graphql/budget.ts';

/** Charging for each object would cost more than making it; a list looks at the budget this often. */
const CHARGE_EVERY = 1_024;

/** Thrown through shaping when the budget is used up: nothing of the answer is needed any more. */
export const usedUp = Symbol('used up');

/** Counts the values and bytes of an answer while it is shaped, and charges them to the budget. */
export class Tally {
  nodes = 0;
  bytes = 0;
  readonly #budget: Budget;
  #chargedNodes = 0;
  #chargedBytes = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** To be called within long lists. @throws usedUp */
  look(): void {
    if (this.nodes - this.#chargedNodes >= CHARGE_EVERY) this.charge();
  }

  /** What was counted so far is counted again, but charged once. */
  startAgain(): void {
    this.nodes = 0;
    this.bytes = 0;
  }

  /** @throws usedUp when the budget does not hold what was counted */
  charge(): void {
    const hasNodes = this.#budget.charge(Math.max(0, this.nodes - this.#chargedNodes));
    const hasBytes = this.#budget.chargeBytes(Math.max(0, this.bytes - this.#chargedBytes));
    this.#chargedNodes = Math.max(this.#chargedNodes, this.nodes);
    this.#chargedBytes = Math.max(this.#chargedBytes, this.bytes);
    if (!hasNodes || !hasBytes) throw usedUp;
  }
}
