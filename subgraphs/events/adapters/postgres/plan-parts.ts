import type { InferEntity } from '@mikro-orm/postgresql';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PlanParts, RowView, SeatView, SectionView, ZoneView } from '../../application/ports/plans.ts';
import { PriceZoneRow, SectionRow } from './venue-entities.ts';

const rowColumns = 'r.id, r.section_id as "sectionId", r.label';
const seatColumns = `id, plan_id as "planId", seat_index as index, section_id as "sectionId",
  row_id as "rowId", price_zone_id as "priceZoneId", label, x, y, key,
  is_accessible as "isAccessible", is_companion as "isCompanion", has_restricted_view as "hasRestrictedView"`;

/** SQL, because rows and seats are read by the ten thousand, and MikroORM would make an entity of each. */
export const statements = {
  rows: statement<RowView>(`select ${rowColumns} from plan_rows r where r.id = any ($1::uuid[])`),

  // Rows count their places through the whole plan, so this is the order within each section as well.
  rowsOf: statement<RowView>(
    `select ${rowColumns} from plan_rows r where r.section_id = any ($1::uuid[]) order by r.section_id, r.place`,
  ),

  rowsOfPlan: statement<RowView>(
    `select ${rowColumns} from plan_rows r join sections s on s.id = r.section_id
     where s.plan_id = $1 order by r.place`,
  ),

  seats: statement<SeatView>(`select ${seatColumns} from seats where id = any ($1::uuid[])`),

  seatsOfPlans: statement<SeatView>(
    `select ${seatColumns} from seats where plan_id = any ($1::uuid[]) order by plan_id, seat_index`,
  ),

  seatsOfRows: statement<SeatView>(
    `select ${seatColumns} from seats where row_id = any ($1::uuid[]) order by row_id, seat_index`,
  ),

  seatsAt: statement<SeatView>(
    `select ${seatColumns} from seats
     where (plan_id, seat_index) in (select * from unnest($1::uuid[], $2::int[]))`,
  ),
};

/** The parts of seating plans in PostgreSQL. They never change once they are written. */
export function createPostgresPlanParts(database: Database): PlanParts {
  return {
    async zones(ids) {
      const zones = await database.em().find(PriceZoneRow, { id: { $in: [...ids] } });
      return byId(zones.map(readZone));
    },

    async zonesOf(planIds) {
      const zones = await database
        .em()
        .find(PriceZoneRow, { plan: { $in: [...planIds] } }, { orderBy: { plan: 'asc', place: 'asc' } });
      return Map.groupBy(zones.map(readZone), (zone) => zone.planId);
    },

    async sections(ids) {
      const sections = await database.em().find(SectionRow, { id: { $in: [...ids] } });
      return byId(sections.map(readSection));
    },

    async sectionsOf(planIds) {
      const sections = await database
        .em()
        .find(SectionRow, { plan: { $in: [...planIds] } }, { orderBy: { plan: 'asc', place: 'asc' } });
      return Map.groupBy(sections.map(readSection), (section) => section.planId);
    },

    async rows(ids) {
      return byId(await database.sql(statements.rows, [ids]));
    },

    async rowsOf(sectionIds) {
      return Map.groupBy(await database.sql(statements.rowsOf, [sectionIds]), (row) => row.sectionId);
    },

    async rowsOfPlan(planId) {
      return database.sql(statements.rowsOfPlan, [planId]);
    },

    async seats(ids) {
      return byId(await database.sql(statements.seats, [ids]));
    },

    async seatsOfPlans(planIds) {
      return Map.groupBy(await database.sql(statements.seatsOfPlans, [planIds]), (seat) => seat.planId);
    },

    async seatsOfRows(rowIds) {
      return Map.groupBy(await database.sql(statements.seatsOfRows, [rowIds]), (seat) => seat.rowId);
    },

    async seatsAt(places) {
      const seats = await database.sql(statements.seatsAt, [
        places.map((place) => place.planId),
        places.map((place) => place.index),
      ]);
      return new Map(seats.map((seat) => [`${seat.planId}/${seat.index}`, seat]));
    },
  };
}

function byId<Part extends { readonly id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

function readZone({ id, plan, key, label, color }: InferEntity<typeof PriceZoneRow>): ZoneView {
  return { id, planId: plan.id, key, label, color };
}

function readSection({ plan, priceZone, ...section }: InferEntity<typeof SectionRow>): SectionView {
  return {
    id: section.id,
    planId: plan.id,
    kind: section.kind,
    label: section.label,
    outline: section.outline,
    capacity: section.capacity ?? null,
    priceZoneId: priceZone?.id ?? null,
    firstSeatIndex: section.firstSeatIndex,
    seatCount: section.seatCount,
  };
}
