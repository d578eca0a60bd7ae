import type { PlanRow, PlanSeat, PlanSection, PlanZone, Point, SeatingPlan } from './seating-plan.ts';

/** What the geometry of a plan is made of. */
export type GeometrySource = Pick<SeatingPlan, 'id' | 'name' | 'stage' | 'seatCount' | 'standingCapacity'> & {
  readonly priceZones: readonly PlanZone[];
  readonly sections: readonly PlanSection[];
  /** In plan order. */
  readonly rows: readonly PlanRow[];
  /** In plan order. */
  readonly seats: readonly Omit<PlanSeat, 'id' | 'sectionId' | 'key'>[];
};

/**
 * Everything that is needed to draw a plan, as the text of a JSON document: rows in plan order with the
 * distances between neighbours, without the identifiers of seats. docs/plan-geometry.md describes it for
 * clients. A tenth of the size of the seats one by one, and a hundredth when it is compressed.
 */
export function planGeometry(plan: GeometrySource): string {
  const scale = scaleOf(plan);
  const scaled = (distance: number): number => Math.round(distance * scale);
  const sectionAt = indexById(plan.sections);
  const zoneAt = indexById(plan.priceZones);
  const seatsOfRow = Map.groupBy(plan.seats, (seat) => seat.rowId);
  return JSON.stringify({
    format: 'parterre-plan-geometry/1',
    id: plan.id,
    name: plan.name,
    seatCount: plan.seatCount,
    standingCapacity: plan.standingCapacity,
    scale,
    pitch: pitchOf(seatsOfRow),
    stage: plan.stage && [scaled(plan.stage.x), scaled(plan.stage.y)],
    zones: plan.priceZones.map(({ id, key, label, color }) => ({ id, key, label, color })),
    sections: plan.sections.map((section) => ({
      id: section.id,
      label: section.label,
      kind: section.kind,
      firstSeat: section.firstSeatIndex,
      seatCount: section.seatCount,
      ...(section.capacity === null ? {} : { capacity: section.capacity }),
      ...(section.priceZoneId === null ? {} : { zone: zoneAt(section.priceZoneId) }),
      outline: section.outline.flatMap(({ x, y }) => [scaled(x), scaled(y)]),
    })),
    rows: plan.rows.map((row) => {
      const seats = seatsOfRow.get(row.id) ?? [];
      const xs = seats.map(({ x }) => scaled(x));
      const ys = seats.map(({ y }) => scaled(y));
      return {
        section: sectionAt(row.sectionId),
        label: row.label,
        x: xs[0] ?? 0,
        y: ys[0] ?? 0,
        dx: oneOrAll(differences(xs)),
        dy: oneOrAll(differences(ys)),
        labels: seats.map((seat) => seat.label),
        zone: oneOrAll(seats.map((seat) => zoneAt(seat.priceZoneId))),
        ...placesWhere('accessible', seats, (seat) => seat.isAccessible),
        ...placesWhere('companion', seats, (seat) => seat.isCompanion),
        ...placesWhere('restrictedView', seats, (seat) => seat.hasRestrictedView),
      };
    }),
  });
}

/** The places in a row of seats of one kind, under their key; no key where there are none. */
function placesWhere<Seat>(
  key: string,
  seats: readonly Seat[],
  isSo: (seat: Seat) => boolean,
): Record<string, readonly number[]> {
  const places = seats.flatMap((seat, place) => (isSo(seat) ? [place] : []));
  return places.length === 0 ? {} : { [key]: places };
}

/** The smallest of 1, 10 and 100 that makes whole numbers of all coordinates: sums of whole numbers are exact. */
function scaleOf({ stage, sections, seats }: GeometrySource): number {
  const points: Iterable<Point>[] = [stage ? [stage] : [], seats, ...sections.map(({ outline }) => outline)];
  const isWholeAt = (scale: number, distance: number) =>
    Math.abs(distance * scale - Math.round(distance * scale)) < 1e-6;
  const scales = [1, 10, 100];
  let finest = 0;
  for (const part of points) {
    for (const { x, y } of part) {
      while (finest < 2 && !(isWholeAt(scales[finest] ?? 1, x) && isWholeAt(scales[finest] ?? 1, y))) {
        finest += 1;
      }
    }
  }
  return scales[finest] ?? 100;
}

/** The usual distance from seat to seat, in units of the drawing: the median over all neighbours in rows. */
function pitchOf(seatsOfRow: ReadonlyMap<string, readonly Point[]>): number | null {
  const distances: number[] = [];
  for (const seats of seatsOfRow.values()) {
    for (const [place, seat] of seats.entries()) {
      const before = seats[place - 1];
      const distance = before ? Math.hypot(seat.x - before.x, seat.y - before.y) : 0;
      if (distance > 0) distances.push(distance);
    }
  }
  distances.sort((a, b) => a - b);
  const median = distances[Math.floor(distances.length / 2)];
  return median === undefined ? null : Math.round(median * 100) / 100;
}

function differences(values: readonly number[]): number[] {
  return values.slice(1).map((value, place) => value - (values[place] ?? 0));
}

/** One value in place of many that are the same. */
function oneOrAll(values: readonly number[]): number | readonly number[] {
  const [first] = values;
  if (first === undefined) return 0;
  return values.every((value) => value === first) ? first : values;
}

function indexById(parts: readonly { readonly id: string }[]): (id: string) => number {
  const indexes = new Map(parts.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = indexes.get(id);
    if (index === undefined) throw new Error(`expected a part of the plan, got ${id}`);
    return index;
  };
}
