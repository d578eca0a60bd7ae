interface Seats {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Narrows every empty band that crosses the whole drawing to `most`, on both axes: a balcony that is drawn far
 * behind the parterre would else make both small. Order and shapes stay, what lies within a band moves along.
 * @param polygons flat lists of coordinates; each covers all from its first to its last
 */
export function closeGaps(seats: readonly Seats[], polygons: readonly number[][], most: number): void {
  for (const axis of [0, 1] as const) {
    const lists = seats.map((seat) => (axis === 0 ? seat.x : seat.y));
    const move = narrowing(spansOf(lists, polygons, axis, most), most);
    if (!move) continue;
    for (const list of lists) for (const [at, value] of list.entries()) list[at] = move(value);
    for (const polygon of polygons) {
      for (let at: number = axis; at < polygon.length; at += 2) polygon[at] = move(polygon[at] ?? 0);
    }
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
  const bins = new Map<number, [number, number]>();
  for (const list of lists) {
    for (const value of list) {
      const bin = Math.floor((2 * value) / most);
      const span = bins.get(bin);
      if (!span) bins.set(bin, [value, value]);
      else if (value < span[0]) span[0] = value;
      else if (value > span[1]) span[1] = value;
    }
  }
  const spans: Span[] = [...bins.values()];
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
