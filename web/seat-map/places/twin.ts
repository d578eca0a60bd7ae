import { countSections, type SectionCount } from '../plan/sections.ts';
import { everything, type PlaceFilter, passingZones, seatTest } from './filter.ts';
import { look } from './looks.ts';
import { type SeatParts, type StateName, seatParts, stateName } from './seat-names.ts';
import type { SeatStore } from './store.ts';

/** The map as a list. Sections first; rows and seats are asked for when somebody opens one. */
export interface TwinSection extends SectionCount {
  readonly section: number;
  readonly id: string;
  readonly label: string;
  readonly isStanding: boolean;
  /** Standing places that are chosen. */
  readonly chosenStanding: number;
}

export interface TwinRow {
  readonly row: number;
  readonly label: string;
  readonly free: number;
  readonly seatCount: number;
}

export interface TwinSeat extends SeatParts {
  readonly state: StateName;
  /** Letter and colour come from zoneLooks, by this position. */
  readonly zoneAt: number;
  /** In minor units; null where none is known. */
  readonly price: number | null;
  readonly isChoosable: boolean;
}

export interface TwinSource {
  readonly store: SeatStore;
  /** By id of the zone, in minor units. */
  readonly prices: ReadonlyMap<string, number>;
  readonly filter?: PlaceFilter;
}

/** Sections of which something passes the filter, in plan order. */
export function twinSections({ store, prices, filter = everything }: TwinSource): readonly TwinSection[] {
  const { plan } = store;
  const counts = countSections(plan, {
    looks: store.looks,
    available: (section) => store.available(section),
    prices,
    passes: seatTest(plan, prices, filter),
    passingZones: passingZones(plan, prices, filter),
  });
  return plan.sections.flatMap(({ id, label, isStanding }, section) => {
    const count = counts[section];
    if (!count || count.total === 0) return [];
    const chosenStanding = store.chosenStanding.get(section) ?? 0;
    return [{ section, id, label, isStanding, chosenStanding, ...count }];
  });
}

/** Rows of a section of which a seat passes the filter, in plan order. */
export function twinRows(
  { store, prices, filter = everything }: TwinSource,
  section: number,
): readonly TwinRow[] {
  const { plan } = store;
  const passes = seatTest(plan, prices, filter);
  const { firstRow = 0, rowCount = 0 } = plan.sections[section] ?? {};
  return plan.rows.slice(firstRow, firstRow + rowCount).flatMap(({ label, firstSeat, seatCount }, at) => {
    const seats = Array.from({ length: seatCount }, (_, place) => firstSeat + place).filter(passes);
    const free = seats.filter((seat) => {
      const state = store.looks[seat];
      return state === look.free || state === look.chosen;
    });
    return seats.length === 0
      ? []
      : [{ row: firstRow + at, label, free: free.length, seatCount: seats.length }];
  });
}

/** Seats of a row that pass the filter, in plan order. */
export function twinSeats(
  { store, prices, filter = everything }: TwinSource,
  row: number,
): readonly TwinSeat[] {
  const { plan } = store;
  const passes = seatTest(plan, prices, filter);
  const { firstSeat = 0, seatCount = 0 } = plan.rows[row] ?? {};
  return Array.from({ length: seatCount }, (_, place) => firstSeat + place)
    .filter(passes)
    .map((seat) => {
      const parts = seatParts(plan, seat);
      return {
        ...parts,
        state: stateName(store, seat),
        zoneAt: plan.zone[seat] ?? 0,
        price: prices.get(parts.zone.id) ?? null,
        isChoosable: store.isChoosable(seat),
      };
    });
}
