import {
  type PlanDraft,
  type Point,
  planLimits,
  type RowDraft,
  type SeatDraft,
  type SectionDraft,
} from '../seating-plan.ts';
import {
  coordinate,
  type DocumentPart,
  DroppedMeanings,
  flag,
  label,
  point,
  seatKey,
  wholeNumber,
} from './document-part.ts';
import { readCategories, type SeatsIoCategories } from './seats-io-categories.ts';
import { readStandingOutline } from './seats-io-shapes.ts';

const MAX_FLOORS = 50;
const MAX_SEATS_IN_ROW = 1_000;
/** Sections within sections within sections: real charts have one level. */
const MAX_DEPTH = 4;

const seatShape = {
  x: coordinate,
  y: coordinate,
  accessible: flag,
  companionSeat: flag,
  restrictedView: flag,
};
const areaCapacity = wholeNumber(1, planLimits.standingCapacity);

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

const meanings = {
  wholeTable: 'a table that is booked as a whole was imported as single chairs',
  wholeBooth: 'a booth that is booked as a whole was imported as single chairs',
  wholeArea: 'an area that is booked as a whole was imported as single standing places',
} as const;

/**
 * Reads a seats.io chart: categories, then `subChart` or `subChartFloors` with rows, tables, sections and
 * general admission areas. What a sign says (`displayLabel`) comes before the label. Unknown keys are passed
 * over; real charts have many. Seats outside sections go to a section that is made for them; an area becomes a
 * standing section. A label that stands on two floors is told apart by theirs. Faults are told through the parts.
 */
export function readSeatsIoChart(root: DocumentPart): PlanDraft {
  const empty: PlanDraft = { name: '', stage: null, priceZones: [], sections: [] };
  if (!root.isObject()) return empty;
  const categories = readCategories(root.get('categories'));
  const dropped = new DroppedMeanings();
  const around = { offset: { x: 0, y: 0 }, categories, category: null, outline: [], depth: 0, dropped };
  const floors = readFloors(root).map(({ chart, label }) => ({
    label,
    sections: readSubChart(chart, { ...around, label }),
  }));
  const sections = floors.length > 1 ? tellFloorsApart(floors) : floors.flatMap(({ sections }) => sections);
  return {
    name: root.get('name').isPresent ? (root.get('name').read(label) ?? '') : 'Chart',
    stage: root.get('subChart').get('focalPoint').read(point.nullish()) ?? null,
    priceZones: categories.zones,
    sections: haveKeys(sections) ? sections : sections.map(withoutKeys),
    warnings: dropped.all(),
  };
}

/**
 * Whether every seat has a uuid of its own. A chart from before seats had any, or with a floor that was copied together
 * with them, goes by names throughout: with some of each, a seat would have another key in the next version.
 */
function haveKeys(sections: readonly SectionDraft[]): boolean {
  const keys = sections
    .flatMap((section) => (section.kind === 'SEATED' ? section.rows : []))
    .flatMap(({ seats }) => seats.map(({ key }) => key));
  return !keys.includes(null) && new Set(keys).size === keys.length;
}

function withoutKeys(section: SectionDraft): SectionDraft {
  if (section.kind === 'STANDING') return section;
  const rows = section.rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => ({ ...seat, key: null })),
  }));
  return { ...section, rows };
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

function readFloors(root: DocumentPart): { chart: DocumentPart; label: string }[] {
  const floors = root.get('subChartFloors');
  if (!floors.isPresent) return [{ chart: root.get('subChart'), label: 'Main' }];
  return floors.items(MAX_FLOORS).flatMap((floor, index) => {
    if (!floor.isObject()) return [];
    const names = ['floorDisplayName', 'floorName', 'displayName', 'name'].map((key) => floor.get(key));
    const name = names.find(isWritten)?.read(label) ?? `Floor ${index + 1}`;
    // A floor is a sub-chart with a name, or wraps one.
    return [{ chart: floor.get('subChart').isPresent ? floor.get('subChart') : floor, label: name }];
  });
}

function readSubChart(chart: DocumentPart, around: Surroundings): SectionDraft[] {
  if (!chart.isObject()) return [];
  const listOf = (key: string, most: number) => chart.get(key).items(most);
  const rows = [
    ...listOf('rows', planLimits.rows).map((row) => readRow(row, around)),
    ...listOf('tables', planLimits.rows).flatMap((table) => readPlaceWithSeats(table, 'table', around)),
    ...listOf('booths', planLimits.rows).flatMap((booth) => readPlaceWithSeats(booth, 'booth', around)),
  ].filter((row) => row.seats.length > 0);
  const { label, outline, path = chart.path } = around;
  const own: SectionDraft[] = rows.length > 0 ? [{ kind: 'SEATED', label, outline, rows, path }] : [];
  return [
    ...own,
    ...listOf('sections', planLimits.sections).flatMap((section) => readSection(section, around)),
    ...listOf('generalAdmissionAreas', planLimits.sections).flatMap((area) => readArea(area, around)),
  ];
}

/** What the sign says, else the label that the chart works with. */
function signOf(part: DocumentPart): string | undefined {
  const shown = part.get('displayLabel');
  return (isWritten(shown) ? shown : part.get('label')).read(label);
}

function isWritten({ isPresent, value }: DocumentPart): boolean {
  return isPresent && value !== '';
}

function readSection(section: DocumentPart, around: Surroundings): SectionDraft[] {
  if (!section.isObject()) return [];
  if (around.depth >= MAX_DEPTH) {
    section.fault(`expected sections at most ${MAX_DEPTH} deep in one another`);
    return [];
  }
  const sign = signOf(section) ?? '';
  const corner = section.get('topLeft').read(point.nullish()) ?? { x: 0, y: 0 };
  // A section's corners are drawn on the chart around it; what is inside counts from its top left corner.
  const outline = section
    .get('points')
    .items(planLimits.outlinePoints)
    .flatMap((part) => part.read(point) ?? [])
    .map((at) => shift(at, around.offset));
  const chart = section.get('subChart');
  if (!chart.isPresent) return [];
  return readSubChart(chart, {
    ...around,
    offset: shift(corner, around.offset),
    category: around.categories.of(section, around.category, { required: false }),
    label: sign,
    outline,
    path: section.path,
    depth: around.depth + 1,
  });
}

function readArea(area: DocumentPart, around: Surroundings): SectionDraft[] {
  if (!area.isObject()) return [];
  const sign = signOf(area);
  const capacity = area.get('capacity').read(areaCapacity);
  const zoneKey = around.categories.of(area, around.category, { required: true });
  const outline = readStandingOutline(area).map((corner) => shift(corner, around.offset));
  if (sign === undefined || capacity === undefined || zoneKey === null) return [];
  if (area.get('bookAsAWhole').value === true) around.dropped.note(meanings.wholeArea, area);
  return [{ kind: 'STANDING', label: sign, outline, capacity, zoneKey, path: area.path }];
}

/** Tables sell their chairs, those too that the chart books as a whole. What has no chairs cannot be sold at all. */
function readPlaceWithSeats(place: DocumentPart, what: 'table' | 'booth', around: Surroundings): RowDraft[] {
  if (!place.isObject()) return [];
  const seats = place.get('seats').value;
  if (!Array.isArray(seats) || seats.length === 0) {
    place.fault(
      `expected the ${what} to have seats: Parterre sells single places; draw its chairs or take it out`,
    );
    return [];
  }
  if (place.get('bookAsAWhole').value === true) {
    around.dropped.note(what === 'table' ? meanings.wholeTable : meanings.wholeBooth, place);
  }
  return [readRow(place, around)];
}

function readRow(row: DocumentPart, around: Surroundings): RowDraft {
  if (!row.isObject()) return { label: '', seats: [] };
  const category = around.categories.of(row, around.category, { required: false });
  const seats = row
    .get('seats')
    .requiredItems(MAX_SEATS_IN_ROW)
    .flatMap((seat) => readSeat(seat, { ...around, category }) ?? []);
  return { label: signOf(row) ?? '', seats };
}

function readSeat(part: DocumentPart, { categories, category, offset }: Surroundings): SeatDraft | undefined {
  if (!part.isObject()) return undefined;
  const sign = signOf(part);
  const seat = part.fields(seatShape);
  const zoneKey = categories.of(part, category, { required: true });
  if (seat?.x === undefined || seat.y === undefined || sign === undefined || zoneKey === null)
    return undefined;
  return {
    label: sign,
    ...shift({ x: seat.x, y: seat.y }, offset),
    zoneKey,
    key: seatKey.nullish().safeParse(part.get('uuid').value).data ?? null,
    isAccessible: seat.accessible === true || categories.accessible.has(zoneKey),
    isCompanion: seat.companionSeat === true,
    hasRestrictedView: seat.restrictedView === true,
    path: part.path,
  };
}

function shift(at: Point, offset: Point): Point {
  return { x: at.x + offset.x, y: at.y + offset.y };
}
