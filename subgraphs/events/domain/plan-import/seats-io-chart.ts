import { type PlanDraft, type Point, planLimits, type RowDraft, type SectionDraft } from '../seating-plan.ts';
import type { JsonNode } from './json-node.ts';
import { readCategories, type SeatsIoCategories } from './seats-io-categories.ts';
import { readStandingOutline } from './seats-io-shapes.ts';

const MAX_FLOORS = 50;
const MAX_SEATS_IN_ROW = 1_000;
/** Sections within sections within sections: real charts have one level. */
const MAX_DEPTH = 4;

/** Where a part of the chart stands, and which category it hands down to seats that have none. */
interface Surroundings {
  readonly offset: Point;
  readonly categories: SeatsIoCategories;
  /** Category of the section around; null when there is no section, or it has none. */
  readonly category: string | null;
  /** Label of the section for seats that are in none: of the section around, of the floor, or "Main". */
  readonly label: string;
  readonly outline: readonly Point[];
  readonly depth: number;
}

/**
 * Reads a seats.io chart: categories, then `subChart` or `subChartFloors` with rows, tables, sections and
 * general admission areas. Unknown keys are passed over; real charts have many. Seats outside sections go to
 * a section that is made for them; an area becomes a standing section. Faults are told through the nodes.
 */
export function readSeatsIoChart(root: JsonNode): PlanDraft {
  const empty: PlanDraft = { name: '', stage: null, priceZones: [], sections: [] };
  if (!root.isObject()) return empty;
  const categories = readCategories(root.get('categories'));
  const around = { offset: { x: 0, y: 0 }, categories, category: null, outline: [], depth: 0 };
  return {
    name: root.get('name').isPresent ? (root.get('name').label() ?? '') : 'Chart',
    stage: readStage(root),
    priceZones: categories.zones,
    sections: readFloors(root).flatMap(({ chart, label }) => readSubChart(chart, { ...around, label })),
  };
}

function readFloors(root: JsonNode): { chart: JsonNode; label: string }[] {
  const floors = root.get('subChartFloors');
  if (!floors.isPresent) return [{ chart: root.get('subChart'), label: 'Main' }];
  return floors.items({ max: MAX_FLOORS }).flatMap((floor) => {
    if (!floor.isObject()) return [];
    const name = floor.get('name').isPresent ? floor.get('name') : floor.get('displayName');
    const label = name.isPresent ? (name.label() ?? '') : 'Main';
    // A floor is a sub-chart with a name, or wraps one.
    return [{ chart: floor.get('subChart').isPresent ? floor.get('subChart') : floor, label }];
  });
}

function readStage(root: JsonNode): Point | null {
  const focalPoint = root.get('subChart').get('focalPoint');
  return focalPoint.isPresent ? (focalPoint.point() ?? null) : null;
}

function readSubChart(chart: JsonNode, around: Surroundings): SectionDraft[] {
  if (!chart.isObject()) return [];
  const rows = chart
    .get('rows')
    .items({ max: planLimits.rows })
    .map((row) => readRow(row, around));
  const tables = chart
    .get('tables')
    .items({ max: planLimits.rows })
    .flatMap((table) => readPlaceWithSeats(table, 'table', around));
  const booths = chart
    .get('booths')
    .items({ max: planLimits.rows })
    .flatMap((booth) => readPlaceWithSeats(booth, 'booth', around));
  const ownRows = [...rows, ...tables, ...booths].filter((row) => row.seats.length > 0);
  const own: SectionDraft[] =
    ownRows.length > 0
      ? [{ kind: 'SEATED', label: around.label, outline: around.outline, rows: ownRows }]
      : [];
  const sections = chart
    .get('sections')
    .items({ max: planLimits.sections })
    .flatMap((section) => readSection(section, around));
  const areas = chart
    .get('generalAdmissionAreas')
    .items({ max: planLimits.sections })
    .flatMap((area) => readArea(area, around));
  return [...own, ...sections, ...areas];
}

function readSection(node: JsonNode, around: Surroundings): SectionDraft[] {
  if (!node.isObject()) return [];
  if (around.depth >= MAX_DEPTH) {
    node.fault(`expected sections at most ${MAX_DEPTH} deep in one another`);
    return [];
  }
  const label = node.get('label').label() ?? '';
  const topLeft = node.get('topLeft');
  const corner = topLeft.isPresent ? (topLeft.point() ?? { x: 0, y: 0 }) : { x: 0, y: 0 };
  // A section's corners are drawn on the chart around it; what is inside counts from its top left corner.
  const outline = node
    .get('points')
    .items({ max: planLimits.outlinePoints })
    .flatMap((point) => point.point() ?? [])
    .map((point) => shift(point, around.offset));
  if (!node.get('subChart').isPresent) return [];
  return readSubChart(node.get('subChart'), {
    ...around,
    offset: shift(corner, around.offset),
    category: around.categories.of(node, around.category, { required: false }),
    label,
    outline,
    depth: around.depth + 1,
  });
}

function readArea(node: JsonNode, around: Surroundings): SectionDraft[] {
  if (!node.isObject()) return [];
  const label = node.get('label').label();
  const capacity = node.get('capacity').wholeNumber(1, planLimits.standingCapacity);
  const zoneKey = around.categories.of(node, around.category, { required: true });
  const outline = readStandingOutline(node).map((point) => shift(point, around.offset));
  if (label === undefined || capacity === undefined || zoneKey === null) return [];
  return [{ kind: 'STANDING', label, outline, capacity, zoneKey }];
}

/** Tables sell their chairs. What has no chairs is sold as a whole, which Parterre does not do. */
function readPlaceWithSeats(node: JsonNode, what: 'table' | 'booth', around: Surroundings): RowDraft[] {
  if (!node.isObject()) return [];
  const seats = node.get('seats').value;
  if (!Array.isArray(seats) || seats.length === 0) {
    node.fault(
      `expected the ${what} to have seats: Parterre sells single places; draw its chairs or take it out`,
    );
    return [];
  }
  return [readRow(node, around)];
}

function readRow(node: JsonNode, around: Surroundings): RowDraft {
  if (!node.isObject()) return { label: '', seats: [] };
  const inherited = around.categories.of(node, around.category, { required: false });
  const seats = node
    .get('seats')
    .items({ required: true, max: MAX_SEATS_IN_ROW })
    .flatMap((seat) => {
      if (!seat.isObject()) return [];
      const label = seat.get('label').label();
      const x = seat.get('x').coordinate();
      const y = seat.get('y').coordinate();
      const accessible = seat.get('accessible').flag();
      const zoneKey = around.categories.of(seat, inherited, { required: true });
      if (label === undefined || x === undefined || y === undefined) return [];
      if (accessible === undefined || zoneKey === null) return [];
      const isAccessible = accessible || around.categories.accessible.has(zoneKey);
      return [{ label, ...shift({ x, y }, around.offset), zoneKey, isAccessible, path: seat.path }];
    });
  return { label: node.get('label').label() ?? '', seats };
}

function shift(point: Point, offset: Point): Point {
  return { x: point.x + offset.x, y: point.y + offset.y };
}
