import { planLimits, type ZoneDraft } from '../seating-plan.ts';
import { color, type DocumentPart, describe, flag, label, SeenKeys } from './document-part.ts';
import { keyAmong, listKeys } from './parterre-plan.ts';

const DEFAULT_COLOR = '#888888';

const categoryShape = { key: label, label, color: color.nullish(), accessible: flag };

/** The categories of a chart, as price zones, and how its parts refer to them. */
export interface SeatsIoCategories {
  readonly zones: readonly ZoneDraft[];
  /** Keys of the categories whose every seat is a wheelchair place. */
  readonly accessible: ReadonlySet<string>;
  /**
   * The category of a seat, row, area or section: its own, else the inherited one. Null, with a fault,
   * when its own is unknown, or when it is `required` and there is neither.
   */
  of(part: DocumentPart, inherited: string | null, options: { readonly required: boolean }): string | null;
}

/** Reads `categories.list`. Keys are numbers or texts; 9 and "9" are one key, as in the drawing itself. */
export function readCategories(part: DocumentPart): SeatsIoCategories {
  const zones: ZoneDraft[] = [];
  const accessible = new Set<string>();
  const keys = new Set<string>();
  const seen = new SeenKeys('every category to have a key');
  const list = part.isObject() ? part.get('list').requiredItems(planLimits.priceZones) : [];
  for (const element of list) {
    const category = element.fields(categoryShape);
    if (category?.key === undefined) continue;
    const { key, label = key, color } = category;
    seen.add(key, element.get('key'));
    if (keys.has(key)) continue;
    keys.add(key);
    if (category.accessible) accessible.add(key);
    // A category with a fault in its label still counts, so that its seats are no faults too.
    zones.push({ key, label, color: color ?? DEFAULT_COLOR });
  }
  return {
    zones,
    accessible,
    of(part, inherited, { required }) {
      const own = part.get('categoryKey');
      if (own.isPresent) {
        const key = keyAmong(keys, own.value);
        if (key !== undefined) return key;
        own.fault(`expected the key of a category (${listKeys(keys)}), got ${describe(own.value)}`);
        return null;
      }
      if (inherited !== null || !required) return inherited;
      own.fault('expected a category, got none here and none around it to inherit');
      return null;
    },
  };
}
