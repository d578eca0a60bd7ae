import type { Plan } from '../plan/geometry.ts';
import type { HitGrid } from '../plan/hit-grid.ts';
import type { Area } from '../plan/sections.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The nearest seat in a direction, also across an aisle or to another section; null where there is none. One
 * that lies straight ahead is preferred to a nearer one aside.
 */
export function stepFrom(
  { plan, grid, accepts }: { plan: Plan; grid: HitGrid; accepts: (seat: number) => boolean },
  from: number,
  direction: Direction,
): number | null {
  const { x: xs, y: ys, pitch, bounds } = plan;
  const x = xs[from] ?? 0;
  const y = ys[from] ?? 0;
  const isSideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const widest = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) + pitch;
  // First within 45 degrees of the direction, then anything on that side.
  for (const spread of [1, 20]) {
    for (let reach = 2.5 * pitch; reach < 2 * widest; reach *= 2) {
      let found: number | null = null;
      let least = Infinity;
      const square = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      const ahead = isSideways
        ? { ...square, [sign > 0 ? 'left' : 'right']: x }
        : { ...square, [sign > 0 ? 'top' : 'bottom']: y };
      grid.inRect(ahead, (seat) => {
        const dx = (xs[seat] ?? 0) - x;
        const dy = (ys[seat] ?? 0) - y;
        const along = sign * (isSideways ? dx : dy);
        const aside = Math.abs(isSideways ? dy : dx);
        if (along < 0.25 * pitch || aside > spread * along || !accepts(seat)) return;
        const isSameRow = plan.row[seat] === plan.row[from];
        const cost = along + (isSideways && isSameRow ? 0.5 : 2) * aside;
        if (cost < least || (cost === least && found !== null && seat < found)) {
          found = seat;
          least = cost;
        }
      });
      // What lies outside the square costs more than its half width.
      if (found !== null && (least <= reach || reach * 2 >= 2 * widest)) return found;
    }
  }
  return null;
}

/** The first or last seat of the row. */
export function rowEnd(plan: Plan, from: number, end: 'first' | 'last'): number {
  const row = plan.rows[plan.row[from] ?? 0];
  if (!row) return from;
  return end === 'first' ? row.firstSeat : row.firstSeat + row.seatCount - 1;
}

/** The nearest seat of the row before or after, in plan order. */
export function rowStep(plan: Plan, from: number, by: 1 | -1): number {
  const row = plan.rows[(plan.row[from] ?? 0) + by];
  if (!row) return from;
  let found = from;
  let least = Infinity;
  for (let seat = row.firstSeat; seat < row.firstSeat + row.seatCount; seat += 1) {
    const distance = Math.hypot(
      (plan.x[seat] ?? 0) - (plan.x[from] ?? 0),
      (plan.y[seat] ?? 0) - (plan.y[from] ?? 0),
    );
    if (distance < least) {
      found = seat;
      least = distance;
    }
  }
  return found;
}

/** The next section after `from` whose name begins with what was typed, around the end; null when none does. */
export function sectionByLetter(plan: Plan, from: number, typed: string): number | null {
  const count = plan.sections.length;
  for (let step = 1; step <= count; step += 1) {
    const at = (from + step) % count;
    if (plan.sections[at]?.label.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase())) return at;
  }
  return null;
}

/** The nearest area in a direction, by their middles; null where there is none. */
export function areaStep(areas: readonly Area[], from: number, direction: Direction): number | null {
  const start = areas.find(({ section }) => section === from);
  if (!start) return areas[0]?.section ?? null;
  const isSideways = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let found: number | null = null;
  let least = Infinity;
  for (const { section, middle } of areas) {
    const [dx, dy] = [middle.x - start.middle.x, middle.y - start.middle.y];
    const along = sign * (isSideways ? dx : dy);
    const aside = Math.abs(isSideways ? dy : dx);
    if (section === from || along <= 0 || aside > 2 * along) continue;
    if (along + 2 * aside < least) {
      found = section;
      least = along + 2 * aside;
    }
  }
  return found;
}
