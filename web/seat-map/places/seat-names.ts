import { flags, type Plan } from '../plan/geometry.ts';
import { type Look, look } from './looks.ts';
import type { SeatStore } from './store.ts';

/** What is said of a seat, as parts: the caller has the language. */
export interface SeatParts {
  readonly index: number;
  readonly section: string;
  /** Empty where rows have no names. */
  readonly row: string;
  readonly seat: string;
  readonly zone: { readonly id: string; readonly label: string };
  readonly isAccessible: boolean;
  readonly isCompanion: boolean;
  readonly hasRestrictedView: boolean;
}

export type StateName = 'free' | 'held' | 'sold' | 'blocked' | 'chosen' | 'mine';

const names: Readonly<Record<Look, StateName>> = {
  [look.free]: 'free',
  [look.held]: 'held',
  [look.sold]: 'sold',
  [look.blocked]: 'blocked',
  [look.chosen]: 'chosen',
  [look.mine]: 'mine',
};

/** @throws when there is no such seat */
export function seatParts(plan: Plan, index: number): SeatParts {
  const row = plan.rows[plan.row[index] ?? -1];
  const section = plan.sections[plan.section[index] ?? -1];
  const zone = plan.zones[plan.zone[index] ?? -1];
  if (!row || !section || !zone)
    throw new Error(`expected a seat from 0 to ${plan.seatCount - 1}, got ${index}`);
  const bits = plan.flags[index] ?? 0;
  return {
    index,
    section: section.label,
    row: row.label,
    seat: seatLabel(plan, index),
    zone: { id: zone.id, label: zone.label },
    isAccessible: (bits & flags.accessible) !== 0,
    isCompanion: (bits & flags.companion) !== 0,
    hasRestrictedView: (bits & flags.restrictedView) !== 0,
  };
}

export function seatLabel(plan: Plan, index: number): string {
  return plan.labels[plan.label[index] ?? -1] ?? '';
}

export function stateName(store: SeatStore, index: number): StateName {
  return names[(store.looks[index] ?? look.blocked) as Look];
}
