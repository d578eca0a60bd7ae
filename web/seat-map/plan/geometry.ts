import { closingGaps } from './close-gaps.ts';
import { boundsOf, type Point, type Polygon, type Rect } from './shapes.ts';
import { atOnce, type Slices } from './slices.ts';

/** The document that `SeatingPlan.geometry` and `geometryUrl` give: subgraphs/events/docs/plan-geometry.md. */
export interface GeometryDocument {
  readonly format: string;
  readonly id: string;
  readonly name: string;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly scale: number;
  readonly pitch: number | null;
  readonly stage: readonly number[] | null;
  readonly zones: readonly PlanZone[];
  readonly sections: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'SEATED' | 'STANDING';
    readonly firstSeat: number;
    readonly seatCount: number;
    readonly capacity?: number;
    readonly zone?: number;
    readonly outline: readonly number[];
  }[];
  readonly rows: readonly {
    readonly section: number;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly dx: number | readonly number[];
    readonly dy: number | readonly number[];
    readonly labels: readonly string[];
    readonly zone: number | readonly number[];
    readonly accessible?: readonly number[];
    readonly companion?: readonly number[];
    readonly restrictedView?: readonly number[];
  }[];
}

export interface PlanZone {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  /** The organizer's own, #RRGGBB. */
  readonly color: string | null;
}

export interface PlanSection {
  readonly id: string;
  readonly label: string;
  readonly isStanding: boolean;
  readonly firstSeat: number;
  readonly seatCount: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Standing places; 0 where one sits. */
  readonly capacity: number;
  /** Position of the zone of its standing places; null where one sits. */
  readonly zone: number | null;
  /** Empty when the plan gives none. */
  readonly outline: Polygon;
}

export interface PlanRow {
  readonly label: string;
  readonly section: number;
  readonly firstSeat: number;
  readonly seatCount: number;
}

/** Bits of `Plan.flags`. */
export const flags = { accessible: 1, companion: 2, restrictedView: 4 } as const;

/** A plan as typed arrays with a value a seat: the seat with index n of `SeatMap.states` is at position n. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly seatCount: number;
  /** The usual distance between neighbours, in units of the drawing; never 0. */
  readonly pitch: number;
  readonly stage: Point | null;
  /** Of all seats, outlines and the stage. */
  readonly bounds: Rect;
  readonly zones: readonly PlanZone[];
  readonly sections: readonly PlanSection[];
  readonly rows: readonly PlanRow[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Position in `rows`. */
  readonly row: Uint32Array;
  /** Position in `sections`. */
  readonly section: Uint16Array;
  /** Position in `zones`. */
  readonly zone: Uint8Array;
  readonly flags: Uint8Array;
  /** Position in `labels`. */
  readonly label: Uint32Array;
  readonly labels: readonly string[];
}

/**
 * @param document the text, or what JSON.parse made of it
 * @throws when it is of another format
 */
export function readGeometry(document: string | GeometryDocument): Plan {
  return atOnce(readingGeometry(document));
}

/** The same in slices: 100,000 seats take longer than a page may be silent. */
export function* readingGeometry(document: string | GeometryDocument): Slices<Plan> {
  const source: GeometryDocument = typeof document === 'string' ? JSON.parse(document) : document;
  if (source.format !== 'parterre-plan-geometry/1') {
    throw new Error(`expected the format parterre-plan-geometry/1, got ${source.format}`);
  }
  yield;
  const { scale, seatCount: count } = source;
  const seats = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    row: new Uint32Array(count),
    section: new Uint16Array(count),
    zone: new Uint8Array(count),
    flags: new Uint8Array(count),
    label: new Uint32Array(count),
  };
  const labels = new Map<string, number>();
  const rows: PlanRow[] = [];
  let index = 0;
  for (const row of source.rows) {
    let { x, y } = row;
    rows.push({ label: row.label, section: row.section, firstSeat: index, seatCount: row.labels.length });
    for (const [bit, places] of [
      [flags.accessible, row.accessible],
      [flags.companion, row.companion],
      [flags.restrictedView, row.restrictedView],
    ] as const) {
      for (const place of places ?? []) seats.flags[index + place] = (seats.flags[index + place] ?? 0) | bit;
    }
    for (let place = 0; place < row.labels.length; place += 1) {
      const text = row.labels[place] ?? '';
      if (place > 0) {
        x += oneOf(row.dx, place - 1);
        y += oneOf(row.dy, place - 1);
      }
      const label = labels.get(text) ?? labels.size;
      if (label === labels.size) labels.set(text, label);
      seats.x[index] = x / scale;
      seats.y[index] = y / scale;
      seats.row[index] = rows.length - 1;
      seats.section[index] = row.section;
      seats.zone[index] = oneOf(row.zone, place);
      seats.label[index] = label;
      index += 1;
    }
    yield;
  }
  if (index !== count) throw new Error(`expected ${count} seats in the rows of the plan, got ${index}`);
  // Rows are in plan order, so those of a section follow one another.
  const firstRows = new Uint32Array(source.sections.length);
  const rowCounts = new Uint32Array(source.sections.length);
  for (const [at, { section }] of rows.entries()) {
    if (rowCounts[section] === 0) firstRows[section] = at;
    rowCounts[section] = (rowCounts[section] ?? 0) + 1;
  }
  const outlines = source.sections.map(({ outline }) => outline.map((distance) => distance / scale));
  const [stageX, stageY] = source.stage ?? [];
  const stage = stageX === undefined || stageY === undefined ? [] : [stageX / scale, stageY / scale];
  const pitch = source.pitch ?? pitchWithout(outlines);
  yield* closingGaps([seats], [...outlines, stage], 10 * pitch);
  return {
    id: source.id,
    name: source.name,
    seatCount: count,
    pitch,
    stage: stage.length === 2 ? { x: stage[0] ?? 0, y: stage[1] ?? 0 } : null,
    bounds: boundsOf([...cornersOf(seats.x, seats.y), ...outlines.flat(), ...stage]),
    zones: source.zones,
    sections: source.sections.map((section, at) => {
      return {
        id: section.id,
        label: section.label,
        isStanding: section.kind === 'STANDING',
        firstSeat: section.firstSeat,
        seatCount: section.seatCount,
        firstRow: firstRows[at] ?? 0,
        rowCount: rowCounts[at] ?? 0,
        capacity: section.capacity ?? 0,
        zone: section.zone ?? null,
        outline: outlines[at] ?? [],
      };
    }),
    rows,
    ...seats,
    labels: [...labels.keys()],
  };
}

/** A list that is one number where all its values are the same. */
function oneOf(values: number | readonly number[], place: number): number {
  return typeof values === 'number' ? values : (values[place] ?? 0);
}

/** A plan without seats has no distance between any; signs and margins still need a measure. */
function pitchWithout(outlines: readonly (readonly number[])[]): number {
  const { left, right, top, bottom } = boundsOf(outlines.flat());
  return Math.max(right - left, bottom - top) / 40 || 20;
}

function cornersOf(x: Float32Array, y: Float32Array): number[] {
  if (x.length === 0) return [];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let seat = 0; seat < x.length; seat += 1) {
    const [atX, atY] = [x[seat] ?? 0, y[seat] ?? 0];
    if (atX < left) left = atX;
    if (atX > right) right = atX;
    if (atY < top) top = atY;
    if (atY > bottom) bottom = atY;
  }
  return [left, top, right, bottom];
}
