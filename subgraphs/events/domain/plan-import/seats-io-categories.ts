import { planLimits, type ZoneDraft } from '../seating-plan.ts';
import { describe, type JsonNode } from './json-node.ts';
import { listKeys } from './parterre-plan.ts';

const DEFAULT_COLOR = '#888888';

/** The categories of a chart, as price zones, and how its parts refer to them. */
export interface SeatsIoCategories {
  readonly zones: readonly ZoneDraft[];
  /** Keys of the categories whose every seat is a wheelchair place. */
  readonly accessible: ReadonlySet<string>;
  /**
   * The category of a seat, row, area or section: its own, else the inherited one. Null, with a fault told,
   * when its own is unknown, or when it is `required` and there is neither.
   */
  of(node: JsonNode, inherited: string | null, options: { readonly required: boolean }): string | null;
}

/** Reads `categories.list`. Keys are numbers or texts; 9 and "9" are one key, as in the drawing itself. */
export function readCategories(node: JsonNode): SeatsIoCategories {
  const zones: ZoneDraft[] = [];
  const accessible = new Set<string>();
  const keys = new Set<string>();
  const list = node.isObject() ? node.get('list').items({ required: true, max: planLimits.priceZones }) : [];
  for (const category of list) {
    if (!category.isObject()) continue;
    const key = category.get('key').label();
    const label = category.get('label').label();
    const color = category.get('color').isPresent ? category.get('color').color() : DEFAULT_COLOR;
    const isAccessible = category.get('accessible').flag();
    if (key === undefined) continue;
    if (keys.has(key)) {
      category.get('key').fault(`expected every category to have a key of its own, got "${key}" again`);
      continue;
    }
    keys.add(key);
    if (isAccessible) accessible.add(key);
    // A category with a fault in its label still counts, so that its seats are not told as faults too.
    zones.push({ key, label: label ?? key, color: color ?? DEFAULT_COLOR });
  }
  return {
    zones,
    accessible,
    of(part, inherited, { required }) {
      const own = part.get('categoryKey');
      if (!own.isPresent) {
        if (inherited !== null || !required) return inherited;
        own.fault('expected a category, got none here and none around it to inherit');
        return null;
      }
      const key = typeof own.value === 'number' ? String(own.value) : own.value;
      if (typeof key === 'string' && keys.has(key.trim())) return key.trim();
      own.fault(`expected the key of a category (${listKeys(keys)}), got ${describe(own.value)}`);
      return null;
    },
  };
}
