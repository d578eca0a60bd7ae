import type { Plan } from '../plan/geometry.ts';

/** What a buyer wants to see. What does not pass is faded, cannot be hit, and is no part of the list. */
export interface PlaceFilter {
  /** Ids of zones; empty for all. */
  readonly zones: readonly string[];
  /** In minor units; null for any price. */
  readonly upTo: number | null;
  readonly isAccessibleOnly?: boolean;
}

export const everything: PlaceFilter = { zones: [], upTo: null };

/** Whether two filters leave the same places, so that nothing has to be counted anew. */
export function isSameFilter(one: PlaceFilter, other: PlaceFilter): boolean {
  return (
    one.upTo === other.upTo &&
    (one.isAccessibleOnly ?? false) === (other.isAccessibleOnly ?? false) &&
    one.zones.length === other.zones.length &&
    one.zones.every((id) => other.zones.includes(id))
  );
}

/** Which zones pass, by their position in the plan: 1 or 0. */
export function passingZones(
  plan: Pick<Plan, 'zones'>,
  prices: ReadonlyMap<string, number>,
  { zones, upTo }: PlaceFilter,
): Uint8Array {
  return Uint8Array.from(plan.zones, ({ id }) => {
    const price = prices.get(id);
    const isWanted = zones.length === 0 || zones.includes(id);
    const isPaid = upTo === null || (price !== undefined && price <= upTo);
    return isWanted && isPaid ? 1 : 0;
  });
}

/** Whether a seat passes. */
export function seatTest(
  plan: Plan,
  prices: ReadonlyMap<string, number>,
  filter: PlaceFilter,
): (seat: number) => boolean {
  const zones = passingZones(plan, prices, filter);
  const isAccessibleOnly = filter.isAccessibleOnly ?? false;
  return (seat) =>
    zones[plan.zone[seat] ?? 0] === 1 && (!isAccessibleOnly || ((plan.flags[seat] ?? 0) & 1) === 1);
}
