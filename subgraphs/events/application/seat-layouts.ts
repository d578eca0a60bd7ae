import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { layOutSeats, type SeatLayout } from '../domain/best-available.ts';
import type { PlanParts, SeatingPlans } from './ports/plans.ts';

/** Seats of all layouts that are kept: some ten megabytes, two of the largest halls. */
const MOST_SEATS_KEPT = 100_000;

/** Layouts of plans, the last used ones kept: a plan never changes, and a large one is seconds of work for a thousand buyers. */
export class SeatLayouts {
  readonly #plans: Pick<SeatingPlans, 'byId'>;
  readonly #parts: Pick<PlanParts, 'seatsOfPlans'>;
  /** The one used last stands last. */
  readonly #kept = new Map<SeatingPlanId, Promise<SeatLayout>>();

  constructor(plans: Pick<SeatingPlans, 'byId'>, parts: Pick<PlanParts, 'seatsOfPlans'>) {
    this.#plans = plans;
    this.#parts = parts;
  }

  async of(planId: SeatingPlanId): Promise<SeatLayout> {
    const known = this.#kept.get(planId);
    const made = known ?? this.#make(planId);
    this.#kept.delete(planId);
    this.#kept.set(planId, made);
    try {
      const layout = await made;
      if (!known) await this.#forgetOldest();
      return layout;
    } catch (error) {
      this.#kept.delete(planId);
      throw error;
    }
  }

  async #make(planId: SeatingPlanId): Promise<SeatLayout> {
    const [plans, seats] = await Promise.all([
      this.#plans.byId([planId]),
      this.#parts.seatsOfPlans([planId]),
    ]);
    const laidOut = (seats.get(planId) ?? []).map(({ id, rowId, priceZoneId, x, y, ...kinds }) => ({
      id,
      rowId,
      priceZoneId,
      x,
      y,
      isReserved: kinds.isAccessible || kinds.isCompanion,
    }));
    return layOutSeats(laidOut, plans.get(planId)?.stage ?? null);
  }

  async #forgetOldest(): Promise<void> {
    let kept = 0;
    for (const [planId, made] of [...this.#kept].reverse()) {
      kept += (await made.catch(() => null))?.seats.length ?? 0;
      if (kept > MOST_SEATS_KEPT && planId !== [...this.#kept.keys()].at(-1)) this.#kept.delete(planId);
    }
  }
}
