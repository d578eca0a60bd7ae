import type { PriceZoneId, SeatId, SeatingPlanId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { type Id, newId } from '@parterre/platform/kernel/ids.ts';

/** Limits on a plan. The largest theatres, arenas and stadiums fit. */
export const planLimits = {
  /** Characters of the document. */
  documentLength: 10_000_000,
  /** The largest stadiums. An import takes 3 s of a processor, of the 30 s that it may take (bench/README.md). */
  seats: 100_000,
  /**
   * Seats of a plan that may be asked for one by one, all at once: with what the page of an event shows besides they are
   * 730,000 of the 800,000 values that the gateway admits. Clients draw by the geometry, which knows no such limit.
   */
  seatsOneByOne: 50_000,
  sections: 1_000,
  rows: 10_000,
  priceZones: 100,
  /** Standing places of all sections. */
  standingCapacity: 1_000_000,
  labelLength: 100,
  /** Characters of the key that a document gives a seat. */
  seatKeyLength: 200,
  /** Corners of one outline. */
  outlinePoints: 1_000,
  /** Corners of all outlines: every section may be a circle of 24. */
  outlinePointsInAll: 24_000,
  /** Greatest distance of anything from the origin, in units of the drawing. */
  coordinate: 10_000_000,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a document describes, before anything in it has an identifier. Zones are named by their keys. */
export interface PlanDraft {
  readonly name: string;
  readonly stage: Point | null;
  readonly priceZones: readonly ZoneDraft[];
  readonly sections: readonly SectionDraft[];
  /** What the document says and this plan cannot: imported otherwise, and told. Absent: nothing was dropped. */
  readonly warnings?: readonly Omit<PlanNotice, 'line'>[];
}
/** Something about a document, and where: the line, from 1, and a JSON path such as `$.sections[2].label`. */
export interface PlanNotice {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}
export interface ZoneDraft {
  readonly key: string;
  readonly label: string;
  /** #RRGGBB. */
  readonly color: string;
}
export type SectionDraft = SeatedSectionDraft | StandingSectionDraft;
export interface SeatedSectionDraft {
  readonly kind: 'SEATED';
  readonly label: string;
  readonly outline: readonly Point[];
  readonly rows: readonly RowDraft[];
  /** JSON path of the section in its document. */
  readonly path: string;
}
export interface StandingSectionDraft {
  readonly kind: 'STANDING';
  readonly label: string;
  readonly outline: readonly Point[];
  readonly capacity: number;
  readonly zoneKey: string;
  /** JSON path of the section in its document. */
  readonly path: string;
}
export interface RowDraft {
  readonly label: string;
  readonly seats: readonly SeatDraft[];
}
/** What a seat is good for, beside sitting. */
export interface SeatKinds {
  /** A wheelchair place. */
  readonly isAccessible: boolean;
  /** For who comes with somebody at a wheelchair place. */
  readonly isCompanion: boolean;
  /** From here not all of the stage is seen. */
  readonly hasRestrictedView: boolean;
}
export interface SeatDraft extends Point, SeatKinds {
  readonly label: string;
  readonly zoneKey: string;
  /** What the document calls it from version to version; null: it is known by the names of section, row and seat. */
  readonly key: string | null;
  /** JSON path of the seat in its document, for faults that only the whole plan shows. */
  readonly path: string;
}

export type RowId = Id<'Row'>;

/** A plan, every part identified. Never changes: a hall gets another one as its next version. */
export interface SeatingPlan {
  readonly id: SeatingPlanId;
  readonly name: string;
  readonly stage: Point | null;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly priceZones: readonly PlanZone[];
  readonly sections: readonly PlanSection[];
  readonly rows: readonly PlanRow[];
  /** In plan order: the seat at position n has index n. Seats of one section are neighbours. */
  readonly seats: readonly PlanSeat[];
}
export interface PlanZone extends ZoneDraft {
  readonly id: PriceZoneId;
}
export interface PlanSection {
  readonly id: SectionId;
  readonly kind: 'SEATED' | 'STANDING';
  readonly label: string;
  readonly outline: readonly Point[];
  readonly capacity: number | null;
  readonly priceZoneId: PriceZoneId | null;
  /** Index of its first seat; its seats are `firstSeatIndex` to `firstSeatIndex + seatCount - 1`. */
  readonly firstSeatIndex: number;
  readonly seatCount: number;
}
export interface PlanRow {
  readonly id: RowId;
  readonly sectionId: SectionId;
  readonly label: string;
}
export interface PlanSeat extends Point, SeatKinds {
  readonly id: SeatId;
  /** Unique in the plan. In the next version of the plan the seat of this key is the same seat. */
  readonly key: string;
  readonly sectionId: SectionId;
  readonly rowId: RowId;
  readonly priceZoneId: PriceZoneId;
  readonly label: string;
}

/** The key of a seat that is known by its names. No label has the control character between them. */
export function keyByNames(section: string, row: string, seat: string): string {
  return [section, row, seat].join('\u001f');
}

/** Gives every part of a checked draft its identifier and every seat its place in plan order. */
export function layOutPlan(draft: PlanDraft): SeatingPlan {
  const priceZones = draft.priceZones.map((zone) => ({ ...zone, id: newId<'PriceZone'>() }));
  const zoneIds = new Map(priceZones.map((zone) => [zone.key, zone.id]));
  const zoneId = (key: string): PriceZoneId => {
    const id = zoneIds.get(key);
    if (!id) throw new Error(`expected a checked draft, got a place in the unknown zone "${key}"`);
    return id;
  };
  const sections: PlanSection[] = [];
  const rows: PlanRow[] = [];
  const seats: PlanSeat[] = [];
  for (const section of draft.sections) {
    const id = newId<'Section'>();
    const firstSeatIndex = seats.length;
    if (section.kind === 'SEATED') {
      for (const row of section.rows) {
        const rowId = newId<'Row'>();
        rows.push({ id: rowId, sectionId: id, label: row.label });
        for (const { zoneKey, key, path: _, ...seat } of row.seats) {
          seats.push({
            ...seat,
            id: newId<'Seat'>(),
            key: key ?? keyByNames(section.label, row.label, seat.label),
            sectionId: id,
            rowId,
            priceZoneId: zoneId(zoneKey),
          });
        }
      }
    }
    sections.push({
      id,
      kind: section.kind,
      label: section.label,
      outline: section.outline,
      capacity: section.kind === 'STANDING' ? section.capacity : null,
      priceZoneId: section.kind === 'STANDING' ? zoneId(section.zoneKey) : null,
      firstSeatIndex,
      seatCount: seats.length - firstSeatIndex,
    });
  }
  return {
    id: newId<'SeatingPlan'>(),
    name: draft.name,
    stage: draft.stage,
    seatCount: seats.length,
    standingCapacity: sections.reduce((sum, section) => sum + (section.capacity ?? 0), 0),
    priceZones,
    sections,
    rows,
    seats,
  };
}
