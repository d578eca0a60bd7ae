import type { DraftFault, PlanDraft, SeatedDraft, SectionDraft } from './plan-draft.ts';

/** A document of subgraphs/events/docs/seating-plan-format.md, as far as the editor writes it. */
export interface PlanDocument {
  readonly format: 'parterre-seating-plan/1';
  readonly name: string;
  readonly stage: PlanPoint;
  readonly priceZones: readonly { readonly key: string; readonly label: string; readonly color: string }[];
  readonly sections: readonly PlanDocumentSection[];
}

export interface PlanPoint {
  readonly x: number;
  readonly y: number;
}

export type PlanDocumentSection =
  | {
      readonly kind: 'SEATED';
      readonly label: string;
      readonly zone: string;
      readonly rows: readonly { readonly label: string; readonly seats: readonly PlanDocumentSeat[] }[];
    }
  | {
      readonly kind: 'STANDING';
      readonly label: string;
      readonly zone: string;
      readonly capacity: number;
      readonly outline: readonly PlanPoint[];
    };

export interface PlanDocumentSeat extends PlanPoint {
  readonly label: string;
  readonly accessible?: true;
}

/** Between neighbours, and between rows; the unit is a tenth of that. */
const PITCH = 10;
const ROW_GAP = 11;
const SECTION_GAP = 18;
export const mostOf = { rows: 100, seatsInRow: 200, capacity: 100_000 } as const;

/** The draft as a document. Sections stand one behind the other, the first one before the stage; each is in the middle. */
export function documentOf(draft: PlanDraft): PlanDocument {
  let y = 24;
  const sections = draft.sections.map((section) => {
    const { part, depth } = place(section, y);
    y += depth + SECTION_GAP;
    return part;
  });
  return {
    format: 'parterre-seating-plan/1',
    name: draft.name.trim(),
    stage: { x: 0, y: 0 },
    priceZones: draft.zones.map(({ key, label, color }) => ({ key, label: label.trim(), color })),
    sections,
  };
}

function place(section: SectionDraft, top: number): { part: PlanDocumentSection; depth: number } {
  const { label, zoneKey: zone } = section;
  if (section.kind === 'STANDING') {
    // A square metre for three people, drawn twice as wide as deep.
    const depth = Math.max(20, round(Math.sqrt((section.capacity / 3) * 50)));
    const [left, right] = [-depth, depth];
    const outline = [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: round(top + depth) },
      { x: left, y: round(top + depth) },
    ];
    return {
      part: { kind: 'STANDING', label: label.trim(), zone, capacity: section.capacity, outline },
      depth,
    };
  }
  const wheelchairs = new Set(section.wheelchairs.split(/[,;\s]+/).map(plainName));
  const counts = seatCounts(section);
  const names = rowNames(section.firstRow, section.rows);
  // Rows of an arc around the stage: all have one centre, so that they keep their distance.
  const firstRadius = radiusOf(section, top);
  const rows = counts.map((count, at) => {
    const name = names[at] ?? '';
    const distance = at * ROW_GAP;
    return {
      label: name,
      seats: Array.from({ length: count }, (_, seat) => {
        const label = String(section.numbersFrom === 'left' ? seat + 1 : count - seat);
        const across = (seat - (count - 1) / 2) * PITCH;
        const accessible = wheelchairs.has(plainName(name + label)) ? { accessible: true as const } : {};
        return { label, ...seatPoint(across, firstRadius, top, distance), ...accessible };
      }),
    };
  });
  const depth = Math.max(0, ...rows.flatMap(({ seats }) => seats.map(({ y }) => y - top)));
  return { part: { kind: 'SEATED', label: label.trim(), zone, rows }, depth };
}

/** The radius of the first row of an arc; null for straight rows. An arc never closes to more than a third of a circle. */
function radiusOf(section: SeatedDraft, top: number): number | null {
  if (section.shape === 'straight') return null;
  const widest = Math.max(...seatCounts(section).map((count, at) => count * PITCH - at * ROW_GAP * 2));
  return Math.max(top * 1.5, widest / ((2 * Math.PI) / 3), 60);
}

function seatPoint(across: number, radius: number | null, top: number, distance: number): PlanPoint {
  if (radius === null) return { x: round(across), y: round(top + distance) };
  const own = radius + distance;
  const angle = across / own;
  // The ends of an arc come towards the stage: it begins deeper, by what its first row is bent.
  return {
    x: round(own * Math.sin(angle)),
    y: round(top + distance + own * (Math.cos(angle) - 1) + bend(radius)),
  };
}

/** How far the ends of the widest arc come forward. */
function bend(radius: number): number {
  return radius * (1 - Math.cos(Math.PI / 3)) * 0.5;
}

/** How many seats each row has; empty when `seats` is no list of numbers. */
export function seatCounts({ rows, seats }: Pick<SeatedDraft, 'rows' | 'seats'>): readonly number[] {
  const given = seats.split(/[,;\s]+/).filter((text) => text !== '');
  const counts = given.map(Number);
  if (
    counts.length === 0 ||
    counts.length > rows ||
    counts.some((count) => !isWhole(count, mostOf.seatsInRow))
  )
    return [];
  return Array.from({ length: rows }, (_, at) => counts[at] ?? counts.at(-1) ?? 0);
}

/** A, B, … Z, AA, or 1, 2, …: from the first one on. Empty when it is neither a number nor letters. */
export function rowNames(first: string, count: number): readonly string[] {
  const text = first.trim();
  if (/^\d{1,4}$/.test(text)) return Array.from({ length: count }, (_, at) => String(Number(text) + at));
  if (!/^[A-Za-z]{1,2}$/.test(text)) return [];
  const start = [...text.toUpperCase()].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0);
  return Array.from({ length: count }, (_, at) => letters(start + at));
}

function letters(value: number): string {
  const last = String.fromCharCode(65 + ((value - 1) % 26));
  return value <= 26 ? last : letters(Math.floor((value - 1) / 26)) + last;
}

/** What speaks against making a document of the draft. */
export function faultsOf({ zones, sections }: PlanDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (zones.some(({ label }) => label.trim() === '')) faults.push({ at: 'zones', kind: 'zone-label' });
  if (sections.length === 0) faults.push({ at: 'sections', kind: 'no-sections' });
  for (const [index, section] of sections.entries()) {
    const at = { section: section.id };
    const label = section.label.trim();
    if (label === '') faults.push({ at, kind: 'no-label' });
    else if (sections.findIndex((other) => other.label.trim() === label) < index)
      faults.push({ at, kind: 'label-twice' });
    if (section.kind === 'STANDING') {
      if (!isWhole(section.capacity, mostOf.capacity)) faults.push({ at, kind: 'capacity' });
      continue;
    }
    if (!isWhole(section.rows, mostOf.rows)) faults.push({ at, kind: 'rows' });
    else if (seatCounts(section).length === 0) faults.push({ at, kind: 'seats' });
    else if (rowNames(section.firstRow, section.rows).length === 0) faults.push({ at, kind: 'first-row' });
    else if (unknownWheelchairs(section).length > 0) faults.push({ at, kind: 'wheelchairs' });
  }
  return faults;
}

/** Wheelchair places that the section has not. */
function unknownWheelchairs(section: SeatedDraft): readonly string[] {
  const names = rowNames(section.firstRow, section.rows);
  const known = new Set(
    seatCounts(section).flatMap((count, row) =>
      Array.from({ length: count }, (_, seat) => plainName(`${names[row]}${seat + 1}`)),
    ),
  );
  return section.wheelchairs
    .split(/[,;\s]+/)
    .map(plainName)
    .filter((name) => name !== '' && !known.has(name));
}

function plainName(name: string): string {
  return name.trim().toUpperCase().replaceAll('-', '');
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
