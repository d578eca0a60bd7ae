import {
  type PlanDraft,
  type PlanNotice,
  type Point,
  planLimits,
  type RowDraft,
  type SectionDraft,
} from '../seating-plan.ts';
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
  /** JSON path of the section around; absent outside of sections. */
  readonly path?: string;
  /** What the chart means and the plan cannot say. */
  readonly dropped: DroppedMeanings;
}

/** Meanings of a chart that a plan has no word for yet: each is told once, where it is met first, with a count. */
class DroppedMeanings {
  readonly #byMeaning = new Map<string, { readonly path: string; count: number }>();

  note(meaning: string, node: JsonNode): void {
    const known = this.#byMeaning.get(meaning);
    if (known) known.count += 1;
    else this.#byMeaning.set(meaning, { path: node.path, count: 1 });
  }

  all(): PlanNotice[] {
    return [...this.#byMeaning].map(([meaning, { path, count }]) => ({
      path,
      message: count === 1 ? meaning : `${meaning}; ${count} times in all`,
    }));
  }
}

const meanings = {
  wholeTable: 'a table that is booked as a whole was imported as single chairs',
  wholeBooth: 'a booth that is booked as a whole was imported as single chairs',
  wholeArea: 'an area that is booked as a whole was imported as single standing places',
  restrictedView: 'a seat with restricted view was imported without that mark',
  companion: 'a companion seat was imported as an ordinary seat',
} as const;

/**
 * Reads a seats.io chart: categories, then `subChart` or `subChartFloors` with rows, tables, sections and
 * general admission areas. What a sign says (`displayLabel`) comes before the label. Unknown keys are passed
 * over; real charts have many. Seats outside sections go to a section that is made for them; an area becomes a
 * standing section. A label that stands on two floors is told apart by theirs. Faults are told through the nodes.
 */
export function readSeatsIoChart(root: JsonNode): PlanDraft {
  const empty: PlanDraft = { name: '', stage: null, priceZones: [], sections: [] };
  if (!root.isObject()) return empty;
  const categories = readCategories(root.get('categories'));
  const dropped = new DroppedMeanings();
  const around = { offset: { x: 0, y: 0 }, categories, category: null, outline: [], depth: 0, dropped };
  const floors = readFloors(root).map(({ chart, label }) => ({
    label,
    sections: readSubChart(chart, { ...around, label }),
  }));
  return {
    name: root.get('name').isPresent ? (root.get('name').label() ?? '') : 'Chart',
    stage: readStage(root),
    priceZones: categories.zones,
    sections: floors.length > 1 ? tellFloorsApart(floors) : floors.flatMap(({ sections }) => sections),
    warnings: dropped.all(),
  };
}

/** Floors of one hall repeat labels: section A in the stalls and on the balcony. Those get their floor's name. */
function tellFloorsApart(
  floors: readonly { readonly label: string; readonly sections: readonly SectionDraft[] }[],
): SectionDraft[] {
  const floorsWith = (label: string) =>
    floors.filter(({ sections }) => sections.some((section) => section.label === label)).length;
  return floors.flatMap((floor) =>
    floor.sections.map((section) =>
      section.label !== floor.label && floorsWith(section.label) > 1
        ? { ...section, label: `${floor.label} ${section.label}` }
        : section,
    ),
  );
}

function readFloors(root: JsonNode): { chart: JsonNode; label: string }[] {
  const floors = root.get('subChartFloors');
  if (!floors.isPresent) return [{ chart: root.get('subChart'), label: 'Main' }];
  return floors.items({ max: MAX_FLOORS }).flatMap((floor, index) => {
    if (!floor.isObject()) return [];
    const names = ['floorDisplayName', 'floorName', 'displayName', 'name'].map((key) => floor.get(key));
    const label = names.find(isWritten)?.label() ?? `Floor ${index + 1}`;
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
      ? [
          {
            kind: 'SEATED',
            label: around.label,
            outline: around.outline,
            rows: ownRows,
            path: around.path ?? chart.path,
          },
        ]
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

/** What the sign says, else the label that the chart works with. */
function signOf(node: JsonNode): string | undefined {
  const shown = node.get('displayLabel');
  return (isWritten(shown) ? shown : node.get('label')).label();
}

function isWritten(node: JsonNode): boolean {
  return node.isPresent && node.value !== '';
}

function readSection(node: JsonNode, around: Surroundings): SectionDraft[] {
  if (!node.isObject()) return [];
  if (around.depth >= MAX_DEPTH) {
    node.fault(`expected sections at most ${MAX_DEPTH} deep in one another`);
    return [];
  }
  const label = signOf(node) ?? '';
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
    path: node.path,
    depth: around.depth + 1,
  });
}

function readArea(node: JsonNode, around: Surroundings): SectionDraft[] {
  if (!node.isObject()) return [];
  const label = signOf(node);
  const capacity = node.get('capacity').wholeNumber(1, planLimits.standingCapacity);
  const zoneKey = around.categories.of(node, around.category, { required: true });
  const outline = readStandingOutline(node).map((point) => shift(point, around.offset));
  if (label === undefined || capacity === undefined || zoneKey === null) return [];
  if (node.get('bookAsAWhole').value === true) around.dropped.note(meanings.wholeArea, node);
  return [{ kind: 'STANDING', label, outline, capacity, zoneKey, path: node.path }];
}

/** Tables sell their chairs, those too that the chart books as a whole. What has no chairs cannot be sold at all. */
function readPlaceWithSeats(node: JsonNode, what: 'table' | 'booth', around: Surroundings): RowDraft[] {
  if (!node.isObject()) return [];
  const seats = node.get('seats').value;
  if (!Array.isArray(seats) || seats.length === 0) {
    node.fault(
      `expected the ${what} to have seats: Parterre sells single places; draw its chairs or take it out`,
    );
    return [];
  }
  if (node.get('bookAsAWhole').value === true) {
    around.dropped.note(what === 'table' ? meanings.wholeTable : meanings.wholeBooth, node);
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
      const label = signOf(seat);
      const x = seat.get('x').coordinate();
      const y = seat.get('y').coordinate();
      const accessible = seat.get('accessible').flag();
      const zoneKey = around.categories.of(seat, inherited, { required: true });
      if (label === undefined || x === undefined || y === undefined) return [];
      if (accessible === undefined || zoneKey === null) return [];
      if (seat.get('restrictedView').value === true) around.dropped.note(meanings.restrictedView, seat);
      if (seat.get('companionSeat').value === true) around.dropped.note(meanings.companion, seat);
      const isAccessible = accessible || around.categories.accessible.has(zoneKey);
      return [{ label, ...shift({ x, y }, around.offset), zoneKey, isAccessible, path: seat.path }];
    });
  return { label: signOf(node) ?? '', seats };
}

function shift(point: Point, offset: Point): Point {
  return { x: point.x + offset.x, y: point.y + offset.y };
}
