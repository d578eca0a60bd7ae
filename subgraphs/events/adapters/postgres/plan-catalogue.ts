import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type {
  Catalogue,
  PlanView,
  RowView,
  SeatView,
  SectionView,
  ZoneView,
} from '../../application/ports/catalogue.ts';
import { planGeometry } from '../../domain/plan-geometry.ts';
import type { PlanRow } from '../../domain/seating-plan.ts';
import { byKey, groupsByKey } from './batches.ts';

type PlanCatalogue = Pick<
  Catalogue,
  | 'plans'
  | 'newestPlansOf'
  | 'zones'
  | 'zonesOf'
  | 'sections'
  | 'sectionsOf'
  | 'rows'
  | 'rowsOf'
  | 'seats'
  | 'seatsOfPlans'
  | 'seatsOfRows'
  | 'seatsAt'
  | 'geometries'
>;

const planColumns = `id, hall_id as "hallId", version, name, seat_count as "seatCount",
  standing_capacity as "standingCapacity",
  case when stage_x is not null then json_build_object('x', stage_x, 'y', stage_y) end as stage`;
const zoneColumns = `id, plan_id as "planId", key, label, color`;
const sectionColumns = `id, plan_id as "planId", kind, label, outline, capacity,
  price_zone_id as "priceZoneId", first_seat_index as "firstSeatIndex", seat_count as "seatCount"`;
const rowColumns = `id, section_id as "sectionId", label`;
const seatColumns = `id, plan_id as "planId", seat_index as index, section_id as "sectionId",
  row_id as "rowId", price_zone_id as "priceZoneId", label, x, y, is_accessible as "isAccessible"`;

type StoredSeat = SeatView & { readonly planId: SeatingPlanId };

/** Seating plans and their parts. They never change once they are written. */
export function planCatalogue({ sql }: Sql): PlanCatalogue {
  const catalogue: Omit<PlanCatalogue, 'geometries'> = {
    async plans(ids) {
      const rows = await sql<PlanView>(
        `select ${planColumns} from seating_plans where id = any ($1::uuid[])`,
        [ids],
      );
      return byKey(rows, (plan) => plan.id);
    },

    async newestPlansOf(hallIds) {
      const rows = await sql<PlanView & { hallId: string }>(
        `select distinct on (hall_id) ${planColumns} from seating_plans
         where hall_id = any ($1::uuid[]) order by hall_id, version desc`,
        [hallIds],
      );
      return byKey(rows, (plan) => plan.hallId);
    },

    async zones(ids) {
      const rows = await sql<ZoneView>(`select ${zoneColumns} from price_zones where id = any ($1::uuid[])`, [
        ids,
      ]);
      return byKey(rows, (zone) => zone.id);
    },

    async zonesOf(planIds) {
      const rows = await sql<ZoneView>(
        `select ${zoneColumns} from price_zones where plan_id = any ($1::uuid[]) order by plan_id, place`,
        [planIds],
      );
      return groupsByKey(rows, (zone) => zone.planId);
    },

    async sections(ids) {
      const rows = await sql<SectionView>(
        `select ${sectionColumns} from sections where id = any ($1::uuid[])`,
        [ids],
      );
      return byKey(rows, (section) => section.id);
    },

    async sectionsOf(planIds) {
      const rows = await sql<SectionView>(
        `select ${sectionColumns} from sections where plan_id = any ($1::uuid[]) order by plan_id, place`,
        [planIds],
      );
      return groupsByKey(rows, (section) => section.planId);
    },

    async rows(ids) {
      const rows = await sql<RowView>(`select ${rowColumns} from plan_rows where id = any ($1::uuid[])`, [
        ids,
      ]);
      return byKey(rows, (row) => row.id);
    },

    async rowsOf(sectionIds) {
      // Rows count their places through the whole plan, so this is the order within each section as well.
      const rows = await sql<RowView>(
        `select ${rowColumns} from plan_rows where section_id = any ($1::uuid[]) order by section_id, place`,
        [sectionIds],
      );
      return groupsByKey(rows, (row) => row.sectionId);
    },

    async seats(ids) {
      const rows = await sql<StoredSeat>(`select ${seatColumns} from seats where id = any ($1::uuid[])`, [
        ids,
      ]);
      return byKey(rows, (seat) => seat.id);
    },

    async seatsOfPlans(planIds) {
      const rows = await sql<StoredSeat>(
        `select ${seatColumns} from seats where plan_id = any ($1::uuid[]) order by plan_id, seat_index`,
        [planIds],
      );
      return groupsByKey(rows, (seat) => seat.planId);
    },

    async seatsOfRows(rowIds) {
      const rows = await sql<StoredSeat>(
        `select ${seatColumns} from seats where row_id = any ($1::uuid[]) order by row_id, seat_index`,
        [rowIds],
      );
      return groupsByKey(rows, (seat) => seat.rowId);
    },

    async seatsAt(places) {
      const rows = await sql<StoredSeat>(
        `select ${seatColumns} from seats
         where (plan_id, seat_index) in (select * from unnest($1::uuid[], $2::int[]))`,
        [places.map((place) => place.planId), places.map((place) => place.index)],
      );
      return byKey(rows, (seat) => `${seat.planId}/${seat.index}`);
    },
  };

  /** That of a plan from before geometries were kept: made of its parts, once. */
  const makeGeometry = async (id: string): Promise<string> => {
    const [plans, zones, sections, rows, seats] = await Promise.all([
      catalogue.plans([id]),
      catalogue.zonesOf([id]),
      catalogue.sectionsOf([id]),
      sql<PlanRow>(
        `select r.id, r.section_id as "sectionId", r.label
         from plan_rows r join sections s on s.id = r.section_id where s.plan_id = $1 order by r.place`,
        [id],
      ),
      catalogue.seatsOfPlans([id]),
    ]);
    const geometry = planGeometry({
      ...found(plans.get(id), id),
      priceZones: zones.get(id) ?? [],
      sections: sections.get(id) ?? [],
      rows,
      seats: seats.get(id) ?? [],
    });
    await sql('update seating_plans set geometry = $2 where id = $1', [id, geometry]);
    return geometry;
  };

  return {
    ...catalogue,
    async geometries(ids) {
      const known = await sql<{ id: string; geometry: string | null }>(
        'select id, geometry from seating_plans where id = any ($1::uuid[])',
        [ids],
      );
      const geometries = new Map<string, string>();
      // One after the other: each may be a plan of 50,000 seats.
      for (const { id, geometry } of known) geometries.set(id, geometry ?? (await makeGeometry(id)));
      return geometries;
    },
  };
}

function found(plan: PlanView | undefined, id: string): PlanView {
  if (plan) return plan;
  throw new Error(`expected the seating plan ${id}, got none`);
}
