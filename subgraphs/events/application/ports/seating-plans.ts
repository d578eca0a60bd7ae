import type { HallId, SeatingPlanId } from '@parterre/platform/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';
import type { PreparedPlan } from '../../domain/prepared-plan.ts';

/** What creating and publishing an event must know of a plan. */
export interface PlanOutline {
  readonly id: SeatingPlanId;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly zones: readonly PlanZoneOutline[];
}
export interface PlanZoneOutline {
  readonly id: string;
  readonly label: string;
  /** Whether any seat or standing place is in it. */
  readonly hasPlaces: boolean;
}

export interface SeatingPlans {
  /** The version after the hall's newest. Locks the hall, so that two imports cannot get the same one. */
  nextVersion(tx: Transaction, hallId: HallId): Promise<number>;
  add(tx: Transaction, hallId: HallId, version: number, plan: PreparedPlan): Promise<void>;
  /** The newest plan of a hall; null when it has none. */
  newest(sql: Sql, hallId: HallId): Promise<PlanOutline | null>;
  outline(sql: Sql, id: SeatingPlanId): Promise<PlanOutline>;
}
