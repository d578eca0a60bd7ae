import { z } from 'zod';
import {
  type PlanDraft,
  type Point,
  planLimits,
  type RowDraft,
  type SeatDraft,
  type SectionDraft,
  type ZoneDraft,
} from '../seating-plan.ts';
import {
  anything,
  color,
  coordinate,
  type DocumentPart,
  describe,
  flag,
  label,
  point,
  SeenKeys,
  seatKey,
  wholeNumber,
} from './document-part.ts';

/** The value of `format` in Parterre's own documents. */
const FORMAT = 'parterre-seating-plan/1';
const MAX_SEATS_IN_ROW = 1_000;

// The format, object by object (docs/seating-plan-format.md). `anything` is read further on.
const planShape = {
  format: z.literal(FORMAT, { error: ({ input }) => `expected "${FORMAT}", got ${describe(input)}` }),
  name: label,
  stage: point.nullish(),
  priceZones: anything,
  sections: anything,
};
const zoneShape = { key: label, label, color };
const standingShape = {
  kind: anything,
  label,
  outline: anything,
  capacity: wholeNumber(1, planLimits.standingCapacity),
  zone: anything,
};
const seatedShape = { kind: anything, label, outline: anything, zone: anything, rows: anything };
const rowShape = { label, seats: anything };
const seatShape = {
  label,
  x: coordinate,
  y: coordinate,
  zone: anything,
  key: seatKey.nullish(),
  accessible: flag,
  companion: flag,
  restrictedView: flag,
};

/**
 * Reads Parterre's own format. Unlike a foreign format it tolerates no unknown key: a misspelt key would otherwise be
 * lost without a word. Faults go to the list; the draft counts only when there are none.
 */
export function readParterrePlan(root: DocumentPart): PlanDraft {
  const plan = root.onlyFields(planShape);
  if (!plan) return { name: '', stage: null, priceZones: [], sections: [] };
  const priceZones = readZones(root.get('priceZones'));
  const known = {
    zoneKeys: new Set(priceZones.map((zone) => zone.key)),
    seatKeys: new SeenKeys('every seat to have a key'),
  };
  const sections = root.get('sections').requiredItems(planLimits.sections);
  return {
    name: plan.name ?? '',
    stage: plan.stage ?? null,
    priceZones,
    sections: sections.flatMap((section) => readSection(section, known) ?? []),
  };
}

function readZones(list: DocumentPart): ZoneDraft[] {
  const seen = new SeenKeys('every zone to have a key');
  return list.requiredItems(planLimits.priceZones).flatMap((part) => {
    const zone = part.onlyFields(zoneShape);
    if (zone?.key === undefined) return [];
    const { key, label = key, color = '#000000' } = zone;
    seen.add(key, part.get('key'));
    // A zone with a fault in its label still counts as a zone, so that its seats are no faults too.
    return [{ key, label, color }];
  });
}

/** What the parts of a plan refer to, and what they must not repeat. */
interface Known {
  readonly zoneKeys: ReadonlySet<string>;
  readonly seatKeys: SeenKeys;
}

function readSection(part: DocumentPart, known: Known): SectionDraft | undefined {
  switch (part.get('kind').value) {
    case 'STANDING':
      return readStandingSection(part, known.zoneKeys);
    case 'SEATED':
      return readSeatedSection(part, known);
    default: {
      const section = part.fields({ label, kind: anything });
      if (!section) return undefined;
      return part.get('kind').fault(`expected "SEATED" or "STANDING", got ${describe(section.kind)}`);
    }
  }
}

function readStandingSection(part: DocumentPart, zoneKeys: ReadonlySet<string>): SectionDraft | undefined {
  const section = part.onlyFields(standingShape);
  const outline = readOutline(part);
  const zoneKey = readZoneKey(part.get('zone'), zoneKeys);
  if (section?.capacity === undefined || zoneKey === undefined) return undefined;
  const { label = '', capacity } = section;
  return { kind: 'STANDING', label, outline, capacity, zoneKey, path: part.path };
}

function readSeatedSection(part: DocumentPart, known: Known): SectionDraft {
  const section = part.onlyFields(seatedShape);
  const outline = readOutline(part);
  const zone = part.get('zone');
  const around = {
    hasZone: zone.isPresent,
    zoneKey: zone.isPresent ? readZoneKey(zone, known.zoneKeys) : undefined,
  };
  const rows = part.get('rows').requiredItems(planLimits.rows);
  return {
    kind: 'SEATED',
    label: section?.label ?? '',
    outline,
    rows: rows.map((row) => readRow(row, around, known)),
    path: part.path,
  };
}

/** The section around a row: whether it names a zone for its seats, and which, if that is one of the plan. */
interface SectionZone {
  readonly hasZone: boolean;
  readonly zoneKey: string | undefined;
}

function readRow(part: DocumentPart, around: SectionZone, known: Known): RowDraft {
  const row = part.onlyFields(rowShape);
  if (!row) return { label: '', seats: [] };
  const seats = part.get('seats').requiredItems(MAX_SEATS_IN_ROW);
  return { label: row.label ?? '', seats: seats.flatMap((seat) => readSeat(seat, around, known) ?? []) };
}

function readSeat(
  part: DocumentPart,
  around: SectionZone,
  { zoneKeys, seatKeys }: Known,
): SeatDraft | undefined {
  const seat = part.onlyFields(seatShape);
  if (!seat) return undefined;
  const zone = part.get('zone');
  const zoneKey = zone.isPresent || !around.hasZone ? readZoneKey(zone, zoneKeys) : around.zoneKey;
  const { label, x, y, key = null } = seat;
  if (key !== null) seatKeys.add(key, part.get('key'));
  if (label === undefined || x === undefined || y === undefined || zoneKey === undefined) return undefined;
  // A flag with a fault is listed, and the draft does not count.
  const { accessible: isAccessible = false, companion: isCompanion = false } = seat;
  const { restrictedView: hasRestrictedView = false } = seat;
  const kinds = { isAccessible, isCompanion, hasRestrictedView };
  return { label, x, y, zoneKey, key, ...kinds, path: part.path };
}

function readOutline(section: DocumentPart): Point[] {
  const corners = section.get('outline').items(planLimits.outlinePoints);
  return corners.flatMap((corner) => corner.read(point) ?? []);
}

function readZoneKey(part: DocumentPart, zoneKeys: ReadonlySet<string>): string | undefined {
  const key = keyAmong(zoneKeys, part.value);
  return (
    key ?? part.fault(`expected the key of a price zone (${listKeys(zoneKeys)}), got ${describe(part.value)}`)
  );
}

/** The one of the keys that a document means, by a text or by a number. */
export function keyAmong(keys: ReadonlySet<string>, value: unknown): string | undefined {
  const key = typeof value === 'number' ? String(value) : value;
  return typeof key === 'string' && keys.has(key.trim()) ? key.trim() : undefined;
}

/** The keys that a document offers, at most ten of them. */
export function listKeys(keys: ReadonlySet<string>): string {
  if (keys.size === 0) return 'there is none';
  const shown = [...keys].slice(0, 10).map((key) => `"${key}"`);
  return keys.size > 10 ? `${shown.join(', ')}, …` : shown.join(', ');
}
