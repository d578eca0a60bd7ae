import {
  type PlanDraft,
  planLimits,
  type RowDraft,
  type SectionDraft,
  type ZoneDraft,
} from '../seating-plan.ts';
import { describe, type JsonNode } from './json-node.ts';
import type { FaultList } from './plan-fault.ts';

/** The value of `format` in Parterre's own documents. */
const FORMAT = 'parterre-seating-plan/1';
const MAX_SEATS_IN_ROW = 1_000;

/**
 * Reads Parterre's own format (docs/seating-plan-format.md). Unlike a foreign format it tolerates no unknown
 * key: a misspelt key would otherwise be lost without a word. Faults go to the list; the draft counts only
 * when there are none.
 */
export function readParterrePlan(root: JsonNode, faults: FaultList): PlanDraft {
  const empty: PlanDraft = { name: '', stage: null, priceZones: [], sections: [] };
  if (!root.isObject()) return empty;
  allowKeys(root, ['format', 'name', 'stage', 'priceZones', 'sections']);
  if (root.get('format').value !== FORMAT) {
    root.get('format').fault(`expected "${FORMAT}", got ${describe(root.get('format').value)}`);
  }
  const priceZones = readZones(root.get('priceZones'), faults);
  const zoneKeys = new Set(priceZones.map((zone) => zone.key));
  return {
    name: root.get('name').label() ?? '',
    stage: root.get('stage').isPresent ? (root.get('stage').point() ?? null) : null,
    priceZones,
    sections: readSections(root.get('sections'), zoneKeys),
  };
}

function readZones(list: JsonNode, faults: FaultList): ZoneDraft[] {
  const seen = new Set<string>();
  return list.items({ required: true, max: planLimits.priceZones }).flatMap((node) => {
    if (!node.isObject()) return [];
    allowKeys(node, ['key', 'label', 'color']);
    const key = node.get('key').label();
    const label = node.get('label').label();
    const color = node.get('color').color();
    if (key === undefined) return [];
    if (seen.has(key))
      faults.add(node.get('key').path, `expected every zone to have a key of its own, got "${key}" again`);
    seen.add(key);
    // A zone with a fault in its label still counts as a zone, so that its seats are not told as faults too.
    return [{ key, label: label ?? key, color: color ?? '#000000' }];
  });
}

function readSections(list: JsonNode, zoneKeys: ReadonlySet<string>): SectionDraft[] {
  return list.items({ required: true, max: planLimits.sections }).flatMap((node) => {
    if (!node.isObject()) return [];
    const section = readSection(node, node.get('label').label() ?? '', zoneKeys);
    return section ? [section] : [];
  });
}

function readSection(node: JsonNode, label: string, zoneKeys: ReadonlySet<string>): SectionDraft | undefined {
  const outline = node
    .get('outline')
    .items({ max: planLimits.outlinePoints })
    .flatMap((corner) => corner.point() ?? []);
  const kind = node.get('kind').value;
  if (kind === 'STANDING') {
    allowKeys(node, ['kind', 'label', 'outline', 'capacity', 'zone']);
    const capacity = node.get('capacity').wholeNumber(1, planLimits.standingCapacity);
    const zoneKey = readZoneKey(node.get('zone'), zoneKeys);
    if (capacity === undefined || zoneKey === undefined) return undefined;
    return { kind, label, outline, capacity, zoneKey, path: node.path };
  }
  if (kind === 'SEATED') {
    allowKeys(node, ['kind', 'label', 'outline', 'zone', 'rows']);
    const zone = node.get('zone');
    const inherited = zone.isPresent ? readZoneKey(zone, zoneKeys) : undefined;
    const rows = node
      .get('rows')
      .items({ required: true, max: planLimits.rows })
      .map((row) => readRow(row, inherited, zone.isPresent, zoneKeys));
    return { kind, label, outline, rows, path: node.path };
  }
  return node.get('kind').fault(`expected "SEATED" or "STANDING", got ${describe(kind)}`);
}

function readRow(
  node: JsonNode,
  inherited: string | undefined,
  sectionHasZone: boolean,
  zoneKeys: ReadonlySet<string>,
): RowDraft {
  if (!node.isObject()) return { label: '', seats: [] };
  allowKeys(node, ['label', 'seats']);
  const seats = node
    .get('seats')
    .items({ required: true, max: MAX_SEATS_IN_ROW })
    .flatMap((seat) => {
      if (!seat.isObject()) return [];
      allowKeys(seat, ['label', 'x', 'y', 'zone', 'accessible']);
      const label = seat.get('label').label();
      const x = seat.get('x').coordinate();
      const y = seat.get('y').coordinate();
      const isAccessible = seat.get('accessible').flag();
      const zone = seat.get('zone');
      const zoneKey = zone.isPresent || !sectionHasZone ? readZoneKey(zone, zoneKeys) : inherited;
      if (label === undefined || x === undefined || y === undefined) return [];
      if (zoneKey === undefined || isAccessible === undefined) return [];
      return [{ label, x, y, zoneKey, isAccessible, path: seat.path }];
    });
  return { label: node.get('label').label() ?? '', seats };
}

function readZoneKey(node: JsonNode, zoneKeys: ReadonlySet<string>): string | undefined {
  const key = typeof node.value === 'number' ? String(node.value) : node.value;
  if (typeof key === 'string' && zoneKeys.has(key.trim())) return key.trim();
  return node.fault(`expected the key of a price zone (${listKeys(zoneKeys)}), got ${describe(node.value)}`);
}

/** The keys that a document offers, at most ten of them. */
export function listKeys(keys: ReadonlySet<string>): string {
  if (keys.size === 0) return 'there is none';
  const shown = [...keys].slice(0, 10).map((key) => `"${key}"`);
  return keys.size > 10 ? `${shown.join(', ')}, …` : shown.join(', ');
}

function allowKeys(node: JsonNode, allowed: readonly string[]): void {
  for (const key of Object.keys(node.value as object)) {
    if (!allowed.includes(key)) node.get(key).fault(`expected only the keys ${allowed.join(', ')}`);
  }
}
