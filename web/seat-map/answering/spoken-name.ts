import type { Scene, Target } from '../picture/scene.ts';
import { seatParts, stateName } from '../places/seat-names.ts';
import type { SeatStore } from '../places/store.ts';

/**
 * The full name of what the keys stand on, with state and price; null where there is nothing to say.
 * @param prices by id of the zone, in minor units
 */
export function spokenName(
  { plan, counts, zones, say }: Scene,
  store: SeatStore,
  prices: ReadonlyMap<string, number>,
  target: Target,
): string | null {
  if (target.kind === 'seat') {
    const parts = seatParts(plan, target.seat);
    const letter = zones[plan.zone[target.seat] ?? 0]?.letter ?? '';
    const price = prices.get(parts.zone.id) ?? null;
    return say.seat({ ...parts, state: stateName(store, target.seat), letter, price });
  }
  const section = plan.sections[target.section];
  const count = counts[target.section];
  if (!section || !count) return null;
  const { label, isStanding } = section;
  return say.area({ ...count, section: target.section, label, isStanding });
}
