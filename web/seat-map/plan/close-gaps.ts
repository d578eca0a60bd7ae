import type { Slices } from './slices.ts';

interface Seats {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Narrows every empty band that crosses the whole drawing to `most`, on both axes: a balcony that is drawn far
 * behind the parterre would else make both small. Order and shapes stay, what lies within a band moves along.
 * @param polygons flat lists of coordinates; each covers all from its first to its last
 */
export function* closingGaps(
  seats: readonly Seats[],
  polygons: readonly number[][],
  most: number,
): Slices<void> {
  for (const axis of [0, 1] as const) {
    const lists = seats.map((seat) => (axis === 0 ? seat.x : seat.y));
    const move = narrowing(spansOf(lists, polygons, axis, most), most);
    yield;
    if (!move) continue;
    for (const list of lists) for (let at = 0; at < list.length; at += 1) list[at] = move(list[at] ?? 0);
    for (const polygon of polygons) {
      for (let at: number = axis; at < polygon.length; at += 2) polygon[at] = move(polygon[at] ?? 0);
    }
    yield;
  }
}

type Span = readonly [from: number, to: number];

/** What is covered along one axis. Seats are gathered in bins of half a gap, so that 100,000 need no sorting. */
function spansOf(
  lists: readonly Float32Array[],
  polygons: readonly (readonly number[])[],
  axis: 0 | 1,
  most: number,
): Span[] {
  const spans: Span[] = [];
  for (const list of lists) {
    let [least, greatest] = [Infinity, -Infinity];
    for (let at = 0; at < list.length; at += 1) {
      const value = list[at] ?? 0;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (greatest < least) continue;
    // Few bins even for a drawing with a corner far away: only narrower gaps are overlooked then.
    const size = Math.max(most / 2, (greatest - least) / 4096);
    const from = new Float64Array(Math.floor((greatest - least) / size) + 1).fill(Infinity);
    const to = new Float64Array(from.length).fill(-Infinity);
    for (let at = 0; at < list.length; at += 1) {
      const value = list[at] ?? 0;
      const bin = Math.floor((value - least) / size);
      if (value < (from[bin] ?? 0)) from[bin] = value;
      if (value > (to[bin] ?? 0)) to[bin] = value;
    }
    for (let bin = 0; bin < from.length; bin += 1) {
      const start = from[bin] ?? Infinity;
      if (start < Infinity) spans.push([start, to[bin] ?? start]);
    }
  }
  for (const polygon of polygons) {
    const values = polygon.filter((_, at) => at % 2 === axis);
    if (values.length > 0) spans.push([Math.min(...values), Math.max(...values)]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

/** Where a coordinate comes to; undefined when there is nothing to narrow. */
function narrowing(spans: readonly Span[], most: number): ((value: number) => number) | undefined {
  const gaps: Span[] = [];
  let end = spans[0]?.[1] ?? 0;
  for (const [from, to] of spans) {
    if (from - end > most) gaps.push([end, from]);
    if (to > end) end = to;
  }
  if (gaps.length === 0) return undefined;
  return (value) => {
    let moved = value;
    for (const [from, to] of gaps) {
      const inside = Math.min(Math.max(value - from, 0), to - from);
      moved -= inside * (1 - most / (to - from));
    }
    return moved;
  };
}
