/** Plane geometry that several parts share. Polygons are flat lists `x, y, x, y, …`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Polygon = readonly number[];

/** @param points flat; empty gives a rectangle of no size at the origin */
export function boundsOf(points: ArrayLike<number>): Rect {
  if (points.length < 2) return { left: 0, top: 0, right: 0, bottom: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

export function grown({ left, top, right, bottom }: Rect, by: number): Rect {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

export function meets(one: Rect, other: Rect): boolean {
  return (
    one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top
  );
}

/** Corners of the smallest convex shape around some points, in turn. */
export function hullOf(points: ArrayLike<number>): Polygon {
  const order = Array.from({ length: points.length / 2 }, (_, at) => at);
  const x = (at: number) => points[2 * at] ?? 0;
  const y = (at: number) => points[2 * at + 1] ?? 0;
  order.sort((a, b) => x(a) - x(b) || y(a) - y(b));
  const half = (sorted: readonly number[]): number[] => {
    const corners: number[] = [];
    for (const at of sorted) {
      for (;;) {
        const a = corners.at(-2);
        const b = corners.at(-1);
        if (a === undefined || b === undefined) break;
        if ((x(b) - x(a)) * (y(at) - y(a)) - (y(b) - y(a)) * (x(at) - x(a)) > 0) break;
        corners.pop();
      }
      corners.push(at);
    }
    return sorted.length > 1 ? corners.slice(0, -1) : corners;
  };
  return [...half(order), ...half(order.toReversed())].flatMap((at) => [x(at), y(at)]);
}

export function contains(polygon: Polygon, x: number, y: number): boolean {
  let isInside = false;
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2) {
    const ay = polygon[before + 1] ?? 0;
    const by = polygon[at + 1] ?? 0;
    if (ay > y === by > y) continue;
    const ax = polygon[before] ?? 0;
    if (x < (((polygon[at] ?? 0) - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

/** From a point to the nearest edge, inside or outside. */
export function edgeDistance(polygon: Polygon, x: number, y: number): number {
  let nearest = Infinity;
  for (let at = 0, before = polygon.length - 2; at < polygon.length; before = at, at += 2) {
    const ax = polygon[before] ?? 0;
    const ay = polygon[before + 1] ?? 0;
    const dx = (polygon[at] ?? 0) - ax;
    const dy = (polygon[at + 1] ?? 0) - ay;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
    const t = Math.min(Math.max(along, 0), 1);
    const [offX, offY] = [ax + t * dx - x, ay + t * dy - y];
    nearest = Math.min(nearest, offX * offX + offY * offY);
  }
  return Math.sqrt(nearest);
}

export function areaOf(polygon: Polygon): number {
  let sum = 0;
  eachEdge(polygon, (ax, ay, bx, by) => {
    sum += ax * by - bx * ay;
  });
  return Math.abs(sum) / 2;
}

/** Whether two edges that are not neighbours cross. */
export function crossesItself(polygon: Polygon): boolean {
  const edges: [number, number, number, number][] = [];
  eachEdge(polygon, (...edge) => edges.push(edge));
  const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
    Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  return edges.some(([ax, ay, bx, by], one) =>
    edges.some(
      ([cx, cy, dx, dy], other) =>
        other > one + 1 &&
        !(one === 0 && other === edges.length - 1) &&
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0,
    ),
  );
}

/** A point well inside, for a label: of a grid of points the one that is farthest from every edge. */
export function labelPoint(polygon: Polygon): Point {
  const { left, top, right, bottom } = boundsOf(polygon);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  let best = { ...middle, room: -Infinity };
  const steps = 12;
  for (let row = 1; row < steps; row += 1) {
    for (let column = 1; column < steps; column += 1) {
      const x = left + ((right - left) * column) / steps;
      const y = top + ((bottom - top) * row) / steps;
      // A label is wide: a little room lost is worth being in the middle.
      const off = Math.hypot(x - middle.x, y - middle.y) * 0.15;
      const room = contains(polygon, x, y) ? edgeDistance(polygon, x, y) - off : -Infinity;
      if (room > best.room) best = { x, y, room };
    }
  }
  return { x: best.x, y: best.y };
}

function eachEdge(polygon: Polygon, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  const last = polygon.length - 2;
  for (let at = 0, before = last; at <= last; before = at, at += 2) {
    visit(polygon[before] ?? 0, polygon[before + 1] ?? 0, polygon[at] ?? 0, polygon[at + 1] ?? 0);
  }
}
