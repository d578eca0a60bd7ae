import {
  type PlanDraft,
  type Point,
  planLimits,
  type RowDraft,
  type SeatDraft,
  type SeatedSectionDraft,
  type SeatKinds,
} from '../seating-plan.ts';
import { cssColor } from './css-color.ts';
import {
  anything,
  type DocumentPart,
  DroppedMeanings,
  describe,
  label,
  point,
  SeenKeys,
  seatKey,
} from './document-part.ts';
import { listKeys } from './parterre-plan.ts';
import { findStage, readAreas } from './pretix-areas.ts';

const MAX_SEATS_IN_ROW = 1_000;
const DEFAULT_COLOR = '#888888';
const origin: Point = { x: 0, y: 0 };
/** Signs that say no more than Parterre does by itself: "row 3, seat 7". */
const plainSigns = new Set(['row %s', 'seat %s']);

const seatShape = { seat_guid: seatKey, category: anything, position: point };

/** The categories of a plan, which are its price zones, and what the name of each says about its seats. */
type Categories = ReadonlyMap<string, { readonly color: string; readonly kinds: SeatKinds }>;

/** What all seats of a plan have to do with. */
interface Surroundings {
  readonly offset: Point;
  readonly categories: Categories;
  readonly guids: SeenKeys;
  /** The sign of the seats of a row, with %s where the number goes; null: the number alone. */
  readonly sign: string | null;
}

/**
 * Reads a pretix seating plan (draft-07 schema 0.0.1, and what real files make of it). A zone is a section, a category a
 * price zone; a seat stands at zone + row + seat, and is known by its `seat_guid` alone, so labels may repeat: those get
 * their zone, row or place in the row made visible. Unknown keys are passed over; generators write many. Areas are
 * drawings: one that says "Stage" is where the audience looks, the others are left out, and told.
 */
export function readPretixPlan(root: DocumentPart): PlanDraft {
  const empty: PlanDraft = { name: '', stage: null, priceZones: [], sections: [] };
  if (!root.isObject()) return empty;
  const categories = readCategories(root.get('categories'));
  const zones = root.get('zones').requiredItems(planLimits.sections);
  const around = { categories, guids: new SeenKeys('every seat to have a seat_guid'), sign: null };
  const sections = zones.flatMap((zone, index) => readZone(zone, index, zones.length, around) ?? []);
  const areas = zones.flatMap(readAreas);
  const stage = findStage(areas);
  const dropped = new DroppedMeanings();
  for (const { part } of areas.filter((area) => area !== stage)) dropped.note(areaIsADrawing, part);
  return {
    name: written(root.get('name')) ?? 'Plan',
    stage: stage?.middle ?? null,
    priceZones: [...categories].map(([name, { color }]) => ({ key: name, label: name, color })),
    sections: tellApart(
      sections,
      ({ label }) => label,
      (section, label) => ({ ...section, label }),
      'zone',
    ),
    warnings: dropped.all(),
  };
}

const areaIsADrawing =
  "an area was left out: in this format it is a drawing without a number of places; for standing places, write a plan in Parterre's own format";

function readCategories(list: DocumentPart): Categories {
  const categories = new Map<string, { color: string; kinds: SeatKinds }>();
  const seen = new SeenKeys('every category to have a name');
  for (const part of list.requiredItems(planLimits.priceZones)) {
    const name = part.isObject() ? part.get('name').read(label) : undefined;
    const color = isWritten(part.get('color')) ? part.get('color').read(cssColor) : DEFAULT_COLOR;
    if (name === undefined) continue;
    seen.add(name, part.get('name'));
    // A category with a fault in its colour still counts, so that its seats are no faults too.
    categories.set(name, { color: color ?? DEFAULT_COLOR, kinds: kindsByName(name) });
  }
  return categories;
}

/** The format has no word for kinds of seats; where a category is made for one, its name says so. */
function kindsByName(name: string): SeatKinds {
  const isCompanion = /companion|begleit/i.test(name);
  return {
    isAccessible: !isCompanion && /wheelchair|rollstuhl/i.test(name),
    isCompanion,
    hasRestrictedView: /(restricted|limited|obstructed) view|sichtbehinder|eingeschränkte sicht/i.test(name),
  };
}

function readZone(
  zone: DocumentPart,
  index: number,
  zoneCount: number,
  around: Omit<Surroundings, 'offset'>,
): SeatedSectionDraft | undefined {
  if (!zone.isObject()) return undefined;
  const name = written(zone.get('name')) ?? (zoneCount === 1 ? 'Main' : `Zone ${index + 1}`);
  const offset = zone.get('position').read(point) ?? origin;
  const rows = zone
    .get('rows')
    .requiredItems(planLimits.rows)
    .map((row, place) => readRow(row, place, { ...around, offset }))
    .filter((row) => row.seats.length > 0);
  // A zone of areas alone has nothing to sell.
  if (rows.length === 0) return undefined;
  return { kind: 'SEATED', label: name, outline: [], rows: tellRowsApart(rows), path: zone.path };
}

function readRow(row: DocumentPart, place: number, around: Surroundings): RowDraft {
  if (!row.isObject()) return { label: '', seats: [] };
  const number = written(row.get('row_number')) ?? String(place + 1);
  const at = row.get('position').read(point.nullish()) ?? origin;
  const sign = written(row.get('seat_label')) ?? null;
  const seats = row
    .get('seats')
    .requiredItems(MAX_SEATS_IN_ROW)
    .flatMap((seat) => readSeat(seat, { ...around, offset: shift(at, around.offset), sign }) ?? []);
  return {
    label: signOf(written(row.get('row_label')) ?? null, number),
    seats: tellApart(
      seats,
      (seat) => seat.label,
      (seat, label) => ({ ...seat, label }),
      'seat',
    ),
  };
}

function readSeat(part: DocumentPart, around: Surroundings): SeatDraft | undefined {
  const seat = part.fields(seatShape);
  if (!seat) return undefined;
  const number = part.get('seat_number').read(label);
  const category = readCategory(part.get('category'), around.categories);
  const { seat_guid: key, position } = seat;
  if (key !== undefined) around.guids.add(key, part.get('seat_guid'));
  if (key === undefined || number === undefined || position === undefined || !category) return undefined;
  return {
    label: signOf(around.sign, number),
    ...shift(position, around.offset),
    zoneKey: category.name,
    key,
    ...category.kinds,
    // No key of the format, but one that generators write.
    isAccessible: category.kinds.isAccessible || part.get('wheelchair').value === true,
    path: part.path,
  };
}

function readCategory(part: DocumentPart, categories: Categories) {
  // In the form that the names are read in: composed, with single spaces.
  const name = label.safeParse(part.value).data ?? '';
  const category = categories.get(name);
  if (category) return { name, kinds: category.kinds };
  const names = listKeys(new Set(categories.keys()));
  return part.fault(`expected the name of a category (${names}), got ${describe(part.value)}`);
}

/** What the sign of a row or a seat says. */
function signOf(sign: string | null, number: string): string {
  return sign === null || plainSigns.has(sign.toLowerCase()) ? number : sign.replaceAll('%s', number);
}

/** Halves of a row beside an aisle share its label, and are told apart only where they share a seat's as well. */
function tellRowsApart(rows: readonly RowDraft[]): RowDraft[] {
  const repeats = new Set<string>();
  const seen = new Set<string>();
  for (const { label, seats } of rows) {
    for (const seat of seats) {
      const name = JSON.stringify([label, seat.label]);
      if (seen.has(name)) repeats.add(label);
      seen.add(name);
    }
  }
  return rows.map((row, index) =>
    repeats.has(row.label) ? { ...row, label: `${row.label} (row ${index + 1})` } : row,
  );
}

/** Those that share their label get their place in the list added: "Stalls (zone 2)". */
function tellApart<Part>(
  parts: readonly Part[],
  labelOf: (part: Part) => string,
  relabel: (part: Part, label: string) => Part,
  what: string,
): Part[] {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(labelOf(part), (counts.get(labelOf(part)) ?? 0) + 1);
  return parts.map((part, index) =>
    (counts.get(labelOf(part)) ?? 0) > 1 ? relabel(part, `${labelOf(part)} (${what} ${index + 1})`) : part,
  );
}

/** A text that may be left out, or empty. */
function written(part: DocumentPart): string | undefined {
  return isWritten(part) ? part.read(label) : undefined;
}

function isWritten({ isPresent, value }: DocumentPart): boolean {
  return isPresent && value !== '';
}

function shift(at: Point, offset: Point): Point {
  return { x: at.x + offset.x, y: at.y + offset.y };
}
