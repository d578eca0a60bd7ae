import type { Plan } from './geometry.ts';
import type { Rect } from './shapes.ts';

/** Finds seats by place: every seat in the cell of a grid, all cells in one list (a counting sort, no hashing). */
export class HitGrid {
  readonly #plan: Plan;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #starts: Uint32Array;
  readonly #seats: Uint32Array;

  constructor(plan: Plan) {
    const { bounds, seatCount, pitch } = plan;
    const width = bounds.right - bounds.left;
    const height = bounds.bottom - bounds.top;
    // Some two seats a cell; never many more cells than seats, however sparse the drawing is.
    this.#cell = Math.max(1.5 * pitch, Math.sqrt((width * height) / (4 * seatCount + 1024)));
    this.#columns = Math.floor(width / this.#cell) + 1;
    this.#rows = Math.floor(height / this.#cell) + 1;
    this.#plan = plan;
    this.#starts = new Uint32Array(this.#columns * this.#rows + 1);
    this.#seats = new Uint32Array(seatCount);
    const cells = new Uint32Array(seatCount);
    for (let seat = 0; seat < seatCount; seat += 1) {
      const cell = this.#row(plan.y[seat] ?? 0) * this.#columns + this.#column(plan.x[seat] ?? 0);
      cells[seat] = cell;
      this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + 1;
    }
    for (let cell = 1; cell < this.#starts.length; cell += 1) {
      this.#starts[cell] = (this.#starts[cell] ?? 0) + (this.#starts[cell - 1] ?? 0);
    }
    const next = this.#starts.slice();
    for (let seat = 0; seat < seatCount; seat += 1) {
      const cell = cells[seat] ?? 0;
      const at = next[cell] ?? 0;
      this.#seats[at] = seat;
      next[cell] = at + 1;
    }
  }

  /** Tells every seat in a rectangle, in no order. */
  inRect(rect: Rect, visit: (seat: number) => void): void {
    const { x: xs, y: ys } = this.#plan;
    const [first, last] = [this.#column(rect.left), this.#column(rect.right)];
    for (let row = this.#row(rect.top); row <= this.#row(rect.bottom); row += 1) {
      const end = this.#starts[row * this.#columns + last + 1] ?? 0;
      for (let at = this.#starts[row * this.#columns + first] ?? 0; at < end; at += 1) {
        const seat = this.#seats[at] ?? 0;
        const x = xs[seat] ?? 0;
        const y = ys[seat] ?? 0;
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) visit(seat);
      }
    }
  }

  /** The nearest seat within `reach` that is accepted, or null. */
  nearest(x: number, y: number, reach: number, accepts: (seat: number) => boolean): number | null {
    let found: number | null = null;
    let least = reach;
    this.inRect({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, (seat) => {
      const distance = Math.hypot((this.#plan.x[seat] ?? 0) - x, (this.#plan.y[seat] ?? 0) - y);
      if (distance > least || !accepts(seat)) return;
      if (distance === least && found !== null && found < seat) return;
      found = seat;
      least = distance;
    });
    return found;
  }

  #column(x: number): number {
    return Math.min(Math.max(Math.floor((x - this.#plan.bounds.left) / this.#cell), 0), this.#columns - 1);
  }

  #row(y: number): number {
    return Math.min(Math.max(Math.floor((y - this.#plan.bounds.top) / this.#cell), 0), this.#rows - 1);
  }
}
