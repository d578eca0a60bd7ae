/** The part of sessionStorage that is used. */
export interface KeptStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface KeptSelection {
  readonly seats: readonly number[];
  /** Position of a section, and how many places. */
  readonly standing: readonly (readonly [section: number, count: number])[];
}

const nothing: KeptSelection = { seats: [], standing: [] };

/** What was chosen in this plan for this event. Nothing where storage is refused, or holds what nobody here wrote. */
export function readKept(storage: KeptStorage | undefined, eventId: string, planId: string): KeptSelection {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(eventId, planId)) ?? 'null');
    return isSelection(kept) ? kept : nothing;
  } catch {
    return nothing;
  }
}

export function writeKept(
  storage: KeptStorage | undefined,
  eventId: string,
  planId: string,
  selection: KeptSelection,
): void {
  const isEmpty = selection.seats.length === 0 && selection.standing.length === 0;
  try {
    if (isEmpty) storage?.removeItem(keyOf(eventId, planId));
    else storage?.setItem(keyOf(eventId, planId), JSON.stringify(selection));
  } catch {
    // A full or refused storage: the selection lives as long as the page then.
  }
}

/** Indexes mean something in one plan only. */
function keyOf(eventId: string, planId: string): string {
  return `parterre:chosen:${eventId}:${planId}`;
}

function isSelection(value: unknown): value is KeptSelection {
  if (typeof value !== 'object' || value === null || !('seats' in value) || !('standing' in value))
    return false;
  const isIndex = (part: unknown) => Number.isInteger(part) && Number(part) >= 0;
  return (
    Array.isArray(value.seats) &&
    value.seats.every(isIndex) &&
    Array.isArray(value.standing) &&
    value.standing.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isIndex))
  );
}
