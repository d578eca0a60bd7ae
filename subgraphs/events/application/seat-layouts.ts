import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { layOutSeats, type SeatLayout } from '../domain/best-available.ts';
import type { SeatChoices } from './ports/places.ts';

/** Seats of all layouts that are kept: some ten megabytes, two of the largest halls. */
const MOST_SEATS_KEPT = 100_000;

interface Kept {
  readonly layout: Promise<SeatLayout>;
  /** None until the layout is made: what to forget is known without waiting for it. */
  seatCount: number;
}

/** Layouts of plans, the last used ones kept: a plan never changes, and a large one is seconds of work for a thousand buyers. */
export class SeatLayouts {
  readonly #choices: Pick<SeatChoices, 'seatsOf'>;
  readonly #mostSeats: number;
  /** The one used last stands last. */
  readonly #kept = new Map<SeatingPlanId, Kept>();

  constructor(choices: Pick<SeatChoices, 'seatsOf'>, mostSeats = MOST_SEATS_KEPT) {
    this.#choices = choices;
    this.#mostSeats = mostSeats;
  }

  /**
   * The layout of a plan, read by the caller's transaction, which may hold locks: another connection might never come. What
   * somebody else is reading is waited for; where that fails, the caller reads for itself.
   */
  async of(tx: Transaction, planId: SeatingPlanId): Promise<SeatLayout> {
    for (;;) {
      const known = this.#kept.get(planId);
      if (!known) return this.#read(tx, planId);
      this.#kept.delete(planId);
      this.#kept.set(planId, known);
      // At most once for each of those who wait: every failure is that of one of them.
      const layout = await known.layout.catch(() => null);
      if (layout) return layout;
    }
  }

  #read(tx: Transaction, planId: SeatingPlanId): Promise<SeatLayout> {
    const kept: Kept = { layout: this.#make(tx, planId), seatCount: 0 };
    this.#kept.set(planId, kept);
    kept.layout.then(
      ({ seats }) => {
        // One of a plan without seats is to be forgotten as well.
        kept.seatCount = Math.max(seats.length, 1);
        this.#forgetOldest();
      },
      // Comes before what those who wait have asked for: they find nothing, and read.
      () => this.#kept.delete(planId),
    );
    return kept.layout;
  }

  async #make(tx: Transaction, planId: SeatingPlanId): Promise<SeatLayout> {
    const { seats, stage } = await this.#choices.seatsOf(tx, planId);
    return layOutSeats(seats, stage);
  }

  /** All but those used last, whose seats together are few enough; the very last one stays, however large. */
  #forgetOldest(): void {
    let seats = 0;
    for (const [place, [planId, { seatCount }]] of [...this.#kept].reverse().entries()) {
      seats += seatCount;
      if (place > 0 && seatCount > 0 && seats > this.#mostSeats) this.#kept.delete(planId);
    }
  }
}
