import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { planGeometry } from './plan-geometry.ts';
import { type PlanFormat, type PlanReading, readPlanDocument } from './plan-import/read-plan-document.ts';
import { layOutPlan, type PlanNotice, type PlanSeat, type Point, type SeatingPlan } from './seating-plan.ts';

/**
 * A plan ready to be stored, its parts as JSON texts that the database reads by itself: whoever hands them on
 * need not touch 100,000 seats. Keys are the columns that they go to; lists are in plan order.
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
  /** Neighbours by neighbours (`NeighbouringSeats`), in batches, of which each is one statement. */
  readonly seats: readonly string[];
}

export type PlanPreparation =
  | { readonly kind: 'read'; readonly plan: PreparedPlan; readonly warnings: readonly PlanNotice[] }
  | Exclude<PlanReading, { kind: 'read' }>;

/** Some 0.4 MB of text, and 100 ms of the database. */
const SEATS_A_BATCH = 5_000;

/**
 * Seats beside one another in a row that are in one zone, as lists: what they share is said once, so that 100,000 seats
 * are 9 MB and not 36. Seat n of them has the index `first_index` + n.
 */
interface NeighbouringSeats {
  readonly row_id: string;
  readonly section_id: string;
  readonly price_zone_id: string;
  readonly first_index: number;
  readonly ids: string[];
  readonly labels: string[];
  readonly keys: string[];
  readonly xs: number[];
  readonly ys: number[];
  readonly accessible: boolean[];
  readonly companion: boolean[];
  readonly restricted_view: boolean[];
}

/** Reads a document into a plan that can be stored, or tells every fault. Takes half a second for 100,000 seats. */
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
  const seats = seatsInARow(plan.seats);
  const batches = Array.from(batchesOf(seats), (batch) => JSON.stringify(batch));
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

function seatsInARow(seats: SeatingPlan['seats']): NeighbouringSeats[] {
  const runs: NeighbouringSeats[] = [];
  let run: NeighbouringSeats | undefined;
  for (const [index, seat] of seats.entries()) {
    if (run?.row_id !== seat.rowId || run.price_zone_id !== seat.priceZoneId) {
      run = beginRun(seat, index);
      runs.push(run);
    }
    run.ids.push(seat.id);
    run.labels.push(seat.label);
    run.keys.push(seat.key);
    run.xs.push(seat.x);
    run.ys.push(seat.y);
    run.accessible.push(seat.isAccessible);
    run.companion.push(seat.isCompanion);
    run.restricted_view.push(seat.hasRestrictedView);
  }
  return runs;
}

function beginRun({ rowId, sectionId, priceZoneId }: PlanSeat, first: number): NeighbouringSeats {
  return {
    row_id: rowId,
    section_id: sectionId,
    price_zone_id: priceZoneId,
    first_index: first,
    ids: [],
    labels: [],
    keys: [],
    xs: [],
    ys: [],
    accessible: [],
    companion: [],
    restricted_view: [],
  };
}

/** A row has at most 1,000 seats, so a batch has at most that many more. */
function* batchesOf(runs: readonly NeighbouringSeats[]): Generator<readonly NeighbouringSeats[]> {
  let batch: NeighbouringSeats[] = [];
  let seats = 0;
  for (const run of runs) {
    batch.push(run);
    seats += run.ids.length;
    if (seats < SEATS_A_BATCH) continue;
    yield batch;
    batch = [];
    seats = 0;
  }
  if (batch.length > 0) yield batch;
}
