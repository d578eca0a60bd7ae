import { type Look, look } from '../../../seat-map/places/looks.ts';
import type { Plan } from '../../../seat-map/plan/geometry.ts';

/** How the places of a price zone stand. */
export interface ZoneCount {
  readonly zone: Plan['zones'][number];
  /** Position in the plan: letter and colour follow from it. */
  readonly at: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  readonly blocked: number;
  /** Standing places that are not free; which of them are held and which sold the map does not tell. */
  readonly standingTaken: number;
  readonly total: number;
}

interface Places {
  readonly plan: Pick<Plan, 'zones' | 'zone' | 'sections' | 'seatCount'>;
  readonly stateOf: (seat: number) => Look;
  /** Free standing places of a section, by its position. */
  readonly available: (section: number) => number;
}

/** Zones in plan order; those without places are left out. */
export function countZones({ plan, stateOf, available }: Places): readonly ZoneCount[] {
  const counts = plan.zones.map((zone, at) => ({
    zone,
    at,
    free: 0,
    held: 0,
    sold: 0,
    blocked: 0,
    standingTaken: 0,
    total: 0,
  }));
  for (let seat = 0; seat < plan.seatCount; seat += 1) {
    const count = counts[plan.zone[seat] ?? -1];
    if (!count) continue;
    count.total += 1;
    const state = stateOf(seat);
    if (state === look.free) count.free += 1;
    else if (state === look.held) count.held += 1;
    else if (state === look.sold) count.sold += 1;
    else count.blocked += 1;
  }
  for (const [at, { isStanding, zone, capacity }] of plan.sections.entries()) {
    const count = isStanding ? counts[zone ?? -1] : undefined;
    if (!count) continue;
    const free = Math.min(capacity, available(at));
    count.total += capacity;
    count.free += free;
    count.standingTaken += capacity - free;
  }
  return counts.filter(({ total }) => total > 0);
}

/** What of chosen seats can be taken off sale, what can be put back, and what neither. */
export interface ChosenSeats {
  readonly free: readonly number[];
  readonly blocked: readonly number[];
  readonly held: readonly number[];
  readonly sold: readonly number[];
}

export function sortChosen(chosen: readonly number[], stateOf: (seat: number) => Look): ChosenSeats {
  const of = (state: Look) => chosen.filter((seat) => stateOf(seat) === state);
  return { free: of(look.free), blocked: of(look.blocked), held: of(look.held), sold: of(look.sold) };
}

/** All seats of the row, or of the section, that a seat is in. */
export function seatsAround(
  plan: Pick<Plan, 'row' | 'rows' | 'section' | 'sections'>,
  seat: number,
  of: 'row' | 'section',
): readonly number[] {
  const range = of === 'row' ? plan.rows[plan.row[seat] ?? -1] : plan.sections[plan.section[seat] ?? -1];
  if (!range) return [];
  return Array.from({ length: range.seatCount }, (_, at) => range.firstSeat + at);
}
