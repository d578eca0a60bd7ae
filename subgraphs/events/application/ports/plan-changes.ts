import type {
  EventId,
  PriceZoneId,
  SeatId,
  SeatingPlanId,
  SectionId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Loss, MovedShard, StandingAfter, StandingBefore } from '../../domain/plan-change.ts';

/**
 * What becomes of the places of an event that comes to another plan. A seat of the one is that of the other when their keys
 * are the same, a standing section when the labels are. The event is locked (Events.lock).
 */
export interface PlanChanges {
  /** Locks whatever holds or bought places of the event, so that no hold ends meanwhile. */
  lockHolds(tx: Transaction, eventId: EventId): Promise<void>;
  /** Seats that are sold or held in time, and that the plan has not; the first `named` of them by name. */
  lostSeats(tx: Transaction, eventId: EventId, planId: SeatingPlanId, named: number): Promise<Loss>;
  /** The standing sections of the event as they are, and those of the plan. */
  standing(
    tx: Transaction,
    eventId: EventId,
    planId: SeatingPlanId,
  ): Promise<{ readonly before: readonly StandingBefore[]; readonly after: readonly StandingAfter[] }>;
  /** Locks every seat of the event, puts it on the plan and into its hall, and remembers the plan before. */
  setPlan(tx: Transaction, eventId: EventId, planId: SeatingPlanId): Promise<void>;
  /** Moves every seat to the plan of now, drops those that it has not, opens those that it has more; after `setPlan`. */
  moveSeats(tx: Transaction, eventId: EventId, planId: SeatingPlanId): Promise<void>;
  moveStanding(tx: Transaction, eventId: EventId, shards: readonly MovedShard[]): Promise<void>;
  /** These seats as those of the event's plan of now, where they are of a plan that it was on before; in their order. */
  presentSeats(tx: Transaction, eventId: EventId, seatIds: readonly SeatId[]): Promise<readonly SeatId[]>;
  /** The same of standing sections. */
  presentSections(
    tx: Transaction,
    eventId: EventId,
    sectionIds: readonly SectionId[],
  ): Promise<readonly SectionId[]>;
  /** Those of these zones that other plans of the event have too, by their keys: plans that it is on or was on before. */
  equivalentZones(
    tx: Transaction,
    eventId: EventId,
    priceZoneIds: readonly PriceZoneId[],
  ): Promise<readonly EquivalentZones[]>;
}

/** A price zone of a plan of an event, and the zones of its key in the event's other plans. */
export interface EquivalentZones {
  readonly priceZoneId: PriceZoneId;
  readonly equivalentIds: readonly PriceZoneId[];
}
