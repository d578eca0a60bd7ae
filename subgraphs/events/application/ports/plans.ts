import type {
  HallId,
  PriceZoneId,
  SeatId,
  SeatingPlanId,
  SectionId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { PlanFormat } from '../../domain/plan-import/read-plan-document.ts';
import type { PlanPreparation, PreparedPlan } from '../../domain/prepared-plan.ts';
import type { PlanSection, Point, RowId, SeatKinds } from '../../domain/seating-plan.ts';

/** Reads documents of any size without keeping others waiting. */
export interface PlanReader {
  read(format: PlanFormat, document: string): Promise<PlanPreparation>;
}

/** A plan without its parts. */
export interface PlanView {
  readonly id: SeatingPlanId;
  readonly version: number;
  readonly name: string;
  readonly stage: Point | null;
  readonly seatCount: number;
  readonly standingCapacity: number;
}
/** What creating and publishing an event must know of a plan. */
export interface PlanOutline {
  readonly id: SeatingPlanId;
  readonly version: number;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly zones: readonly PlanZoneOutline[];
}
export interface PlanZoneOutline {
  readonly id: PriceZoneId;
  readonly key: string;
  readonly label: string;
  /** Whether any seat or standing place is in it. */
  readonly hasPlaces: boolean;
}

export interface SeatingPlans {
  byId(ids: readonly SeatingPlanId[]): Promise<ReadonlyMap<string, PlanView>>;
  /** The newest plan of each of these halls, by hall; a hall that has none is missing. */
  newestByHall(hallIds: readonly HallId[]): Promise<ReadonlyMap<string, PlanView>>;
  /** What is needed to draw plans (domain/plan-geometry.ts); null in plans from before it was kept. */
  geometries(planIds: readonly SeatingPlanId[]): Promise<ReadonlyMap<SeatingPlanId, string | null>>;
  keepGeometry(planId: SeatingPlanId, geometry: string): Promise<void>;

  /** The version after the hall's newest. Locks the hall, so that two imports cannot get the same one. */
  nextVersion(tx: Transaction, hallId: HallId): Promise<number>;
  add(tx: Transaction, hallId: HallId, version: number, plan: PreparedPlan): Promise<void>;
  /** The newest plan of a hall; null when it has none. */
  newest(tx: Transaction, hallId: HallId): Promise<PlanOutline | null>;
  outline(tx: Transaction, id: SeatingPlanId): Promise<PlanOutline>;
  /** A plan of this hall; null when it is another's, or nobody's. */
  ofHall(tx: Transaction, hallId: HallId, id: SeatingPlanId): Promise<PlanOutline | null>;
}

export interface SectionView extends PlanSection {
  readonly planId: SeatingPlanId;
}
export interface RowView {
  readonly id: RowId;
  readonly sectionId: SectionId;
  readonly label: string;
}
export interface SeatView extends Point, SeatKinds {
  readonly id: SeatId;
  readonly planId: SeatingPlanId;
  readonly index: number;
  readonly sectionId: SectionId;
  readonly rowId: RowId;
  readonly priceZoneId: PriceZoneId;
  readonly label: string;
  readonly key: string;
}
export interface ZoneView {
  readonly id: PriceZoneId;
  readonly planId: SeatingPlanId;
  readonly key: string;
  readonly label: string;
  readonly color: string;
}
/** A place in a plan, by its index. */
export interface SeatPlace {
  readonly planId: SeatingPlanId;
  readonly index: number;
}

/** What plans consist of, by the batch and in plan order. */
export interface PlanParts {
  zones(ids: readonly PriceZoneId[]): Promise<ReadonlyMap<string, ZoneView>>;
  zonesOf(planIds: readonly SeatingPlanId[]): Promise<ReadonlyMap<string, readonly ZoneView[]>>;
  sections(ids: readonly SectionId[]): Promise<ReadonlyMap<string, SectionView>>;
  sectionsOf(planIds: readonly SeatingPlanId[]): Promise<ReadonlyMap<string, readonly SectionView[]>>;
  rows(ids: readonly RowId[]): Promise<ReadonlyMap<string, RowView>>;
  rowsOf(sectionIds: readonly SectionId[]): Promise<ReadonlyMap<string, readonly RowView[]>>;
  rowsOfPlan(planId: SeatingPlanId): Promise<readonly RowView[]>;
  seats(ids: readonly SeatId[]): Promise<ReadonlyMap<string, SeatView>>;
  seatsOfPlans(planIds: readonly SeatingPlanId[]): Promise<ReadonlyMap<string, readonly SeatView[]>>;
  seatsOfRows(rowIds: readonly RowId[]): Promise<ReadonlyMap<string, readonly SeatView[]>>;
  /** Seats by their places, keyed `planId/index`. */
  seatsAt(places: readonly SeatPlace[]): Promise<ReadonlyMap<string, SeatView>>;
}
