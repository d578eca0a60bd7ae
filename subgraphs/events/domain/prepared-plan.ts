import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { planGeometry } from './plan-geometry.ts';
import { type PlanFormat, type PlanReading, readPlanDocument } from './plan-import/read-plan-document.ts';
import { layOutPlan, type PlanNotice, type Point, type SeatingPlan } from './seating-plan.ts';

/**
 * A plan ready to be stored, its parts as JSON texts that the database reads by itself: whoever hands them on
 * need not touch 50,000 seats. Keys are the columns that they go to; lists are in plan order.
 */
export interface PreparedPlan {
  readonly id: SeatingPlanId;
  readonly name: string;
  readonly stage: Point | null;
  readonly seatCount: number;
  readonly standingCapacity: number;
  /** See plan-geometry.ts. */
  readonly geometry: string;
  readonly zones: string;
  readonly sections: string;
  readonly rows: string;
  /** In batches, of which each is one statement. */
  readonly seats: readonly string[];
}

export type PlanPreparation =
  | { readonly kind: 'read'; readonly plan: PreparedPlan; readonly warnings: readonly PlanNotice[] }
  | Exclude<PlanReading, { kind: 'read' }>;

/** Some 1 MB of text, and 100 ms of the database. */
const SEATS_A_BATCH = 5_000;

/** Reads a document into a plan that can be stored, or tells every fault. Takes half a second for 50,000 seats. */
export function preparePlan(format: PlanFormat, document: string): PlanPreparation {
  const reading = readPlanDocument(format, document);
  if (reading.kind !== 'read') return reading;
  const { draft, warnings } = reading;
  return { kind: 'read', plan: writePlan(layOutPlan(draft)), warnings };
}

function writePlan(plan: SeatingPlan): PreparedPlan {
  const { id, name, stage, seatCount, standingCapacity } = plan;
  const zonesWithPlaces = new Set([...plan.seats, ...plan.sections].map(({ priceZoneId }) => priceZoneId));
  const zones = plan.priceZones.map((zone, place) => ({
    ...zone,
    place,
    has_places: zonesWithPlaces.has(zone.id),
  }));
  const sections = plan.sections.map((section, place) => ({
    id: section.id,
    place,
    label: section.label,
    kind: section.kind,
    outline: section.outline,
    capacity: section.capacity,
    price_zone_id: section.priceZoneId,
    first_seat_index: section.firstSeatIndex,
    seat_count: section.seatCount,
  }));
  const rows = plan.rows.map((row, place) => ({
    id: row.id,
    section_id: row.sectionId,
    place,
    label: row.label,
  }));
  const seats = plan.seats.map((seat, index) => ({
    seat_index: index,
    id: seat.id,
    section_id: seat.sectionId,
    row_id: seat.rowId,
    price_zone_id: seat.priceZoneId,
    label: seat.label,
    x: seat.x,
    y: seat.y,
    is_accessible: seat.isAccessible,
    is_companion: seat.isCompanion,
    has_restricted_view: seat.hasRestrictedView,
    key: seat.key,
  }));
  const batches = Array.from({ length: Math.ceil(seats.length / SEATS_A_BATCH) }, (_, batch) =>
    JSON.stringify(seats.slice(batch * SEATS_A_BATCH, (batch + 1) * SEATS_A_BATCH)),
  );
  return {
    id,
    name,
    stage,
    seatCount,
    standingCapacity,
    geometry: planGeometry(plan),
    zones: JSON.stringify(zones),
    sections: JSON.stringify(sections),
    rows: JSON.stringify(rows),
    seats: batches,
  };
}
