import { look } from '../places/looks.ts';
import { flags, type Plan, type PlanRow, type PlanSection } from './geometry.ts';
import {
  areaOf,
  boundsOf,
  contains,
  crossesItself,
  edgeDistance,
  grown,
  hullOf,
  labelPoint,
  type Point,
  type Polygon,
  type Rect,
} from './shapes.ts';
import type { Slices } from './slices.ts';

/** The ground of a section in the overview. */
export interface Area {
  readonly section: number;
  readonly polygon: Polygon;
  /** How far the ground reaches beyond the polygon, in units of the drawing: corners are the middles of seats. */
  readonly margin: number;
  readonly bounds: Rect;
  readonly middle: Point;
  readonly size: number;
}

/** What is told of a section. */
export interface SectionCount {
  /** Free places that pass the filter. */
  readonly free: number;
  /** Places in all that pass the filter. */
  readonly total: number;
  /** In minor units, of the free ones; null when none is free or no price is known. */
  readonly from: number | null;
  /** Of most of its places: a position in the zones of the plan. */
  readonly zone: number;
  readonly accessibleFree: number;
}

/** Outline of the section, else the shape of its rows, else their hull. Sections without either have no area. */
export function* findingAreas(plan: Plan): Slices<readonly Area[]> {
  const areas: Area[] = [];
  for (const [at, section] of plan.sections.entries()) {
    const isDrawn = section.outline.length >= 6;
    const polygon = isDrawn ? section.outline : shapeOf(plan, section);
    yield;
    if (polygon.length < 2) continue;
    const margin = isDrawn ? 0 : 0.75 * plan.pitch;
    const area = { section: at, polygon, margin, bounds: grown(boundsOf(polygon), margin) };
    areas.push({ ...area, middle: labelPoint(polygon), size: areaOf(polygon) });
    yield;
  }
  return areas;
}

/** The smallest area at a point, so that a box within a tier can be chosen. */
export function areaAt(areas: readonly Area[], x: number, y: number, reach = 0): Area | null {
  const hit = areas.filter(
    ({ polygon, margin }) => contains(polygon, x, y) || edgeDistance(polygon, x, y) <= margin + reach,
  );
  return hit.toSorted((a, b) => a.size - b.size)[0] ?? null;
}

/** Five steps by share free: 0 for nothing, 4 for more than two thirds. */
export function stepOfShare({ free, total }: Pick<SectionCount, 'free' | 'total'>): 0 | 1 | 2 | 3 | 4 {
  const share = total === 0 ? 0 : free / total;
  return share === 0 ? 0 : share <= 0.1 ? 1 : share <= 0.33 ? 2 : share <= 0.66 ? 3 : 4;
}

/** Counts all sections in one go over the seats. */
export function countSections(
  plan: Plan,
  from: {
    readonly looks: Uint8Array;
    readonly available: (section: number) => number;
    readonly prices: ReadonlyMap<string, number>;
    readonly passes: (seat: number) => boolean;
    readonly passingZones: Uint8Array;
  },
): readonly SectionCount[] {
  const prices = plan.zones.map(({ id }) => from.prices.get(id) ?? Infinity);
  return plan.sections.map((section, at) => {
    if (section.zone !== null) {
      const passes = from.passingZones[section.zone] === 1;
      const free = passes ? from.available(at) : 0;
      const price = free > 0 ? (prices[section.zone] ?? Infinity) : Infinity;
      const total = passes ? section.capacity : 0;
      return { free, total, from: finite(price), zone: section.zone, accessibleFree: 0 };
    }
    let [free, total, accessibleFree, lowest] = [0, 0, 0, Infinity];
    const seatsOfZone = new Uint32Array(plan.zones.length);
    for (let seat = section.firstSeat; seat < section.firstSeat + section.seatCount; seat += 1) {
      const zone = plan.zone[seat] ?? 0;
      seatsOfZone[zone] = (seatsOfZone[zone] ?? 0) + 1;
      if (!from.passes(seat)) continue;
      total += 1;
      const state = from.looks[seat];
      if (state !== look.free && state !== look.chosen) continue;
      free += 1;
      if ((plan.flags[seat] ?? 0) & flags.accessible) accessibleFree += 1;
      lowest = Math.min(lowest, prices[zone] ?? Infinity);
    }
    const zone = seatsOfZone.indexOf(Math.max(...seatsOfZone));
    return { free, total, from: finite(lowest), zone: Math.max(zone, 0), accessibleFree };
  });
}

function finite(price: number): number | null {
  return Number.isFinite(price) ? price : null;
}

/**
 * Around the first row, the ends of all rows and the last row: a tier that bends around another does not cover it,
 * as its hull would. Rows that are not one behind the other give a shape that crosses itself or leaves seats out:
 * then the hull.
 */
function shapeOf(plan: Plan, section: PlanSection): Polygon {
  const at = (seat: number): number[] => [plan.x[seat] ?? 0, plan.y[seat] ?? 0];
  const rows = plan.rows.slice(section.firstRow, section.firstRow + section.rowCount);
  const along = ({ firstSeat, seatCount }: PlanRow) => sampledRange(firstSeat, seatCount);
  const seats = rows.flatMap(along);
  const hull = hullOf(seats.flatMap(at));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return hull;
  if (rows.length === 1) return seats.flatMap(at);
  const between = sampled(rows.slice(1, -1));
  const polygon = [
    ...along(first),
    ...between.map((row) => row.firstSeat + row.seatCount - 1),
    ...along(last).toReversed(),
    ...between.toReversed().map((row) => row.firstSeat),
  ].flatMap(at);
  const isTighter = areaOf(polygon) < 0.9 * areaOf(hull);
  const isWhole = () =>
    sampled(seats, 60).every((seat) => {
      const [x = 0, y = 0] = at(seat);
      return contains(polygon, x, y) || edgeDistance(polygon, x, y) <= 1.5 * plan.pitch;
    });
  return isTighter && !crossesItself(polygon) && isWhole() ? polygon : hull;
}

function sampledRange(first: number, count: number): readonly number[] {
  const most = Math.min(count, 16);
  return Array.from(
    { length: most },
    (_, at) => first + Math.round((at * (count - 1)) / Math.max(most - 1, 1)),
  );
}

/** At most so many of a list, its ends among them. */
function sampled<Value>(values: readonly Value[], most = 16): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from(
    { length: most },
    (_, at) => values[Math.round((at * (values.length - 1)) / (most - 1))],
  ).filter((value) => value !== undefined);
}
