import { type InferEntity, raw } from '@mikro-orm/postgresql';
import type { HallId } from '@parterre/contracts/kernel/ids.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PlanOutline, PlanView, PlanZoneOutline, SeatingPlans } from '../../application/ports/plans.ts';
import { SeatingPlanRow } from './venue-entities.ts';

/**
 * SQL, because a plan is large: its parts come as JSON, which PostgreSQL reads itself, one statement a table or batch,
 * and its geometry as a parameter of megabytes, which MikroORM would write into the text of the statement.
 */
export const statements = {
  // Leaves the hall to events that are just drafted in it, which a lock for update would not.
  lockHall: statement('select from halls where id = $1 for no key update'),

  addPlan: statement(
    `insert into seating_plans
       (id, hall_id, version, name, stage_x, stage_y, seat_count, standing_capacity, geometry)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  ),

  addZones: statement(
    `insert into price_zones (plan_id, place, id, key, label, color, has_places)
     select $1, place, id, key, label, color, has_places
     from json_to_recordset($2::json)
       as zone (place int, id uuid, key text, label text, color text, has_places boolean)`,
  ),

  addSections: statement(
    `insert into sections
       (plan_id, place, id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count)
     select $1, place, id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count
     from json_to_recordset($2::json)
       as section (place int, id uuid, label text, kind text, outline jsonb, capacity int, price_zone_id uuid,
                   first_seat_index int, seat_count int)`,
  ),

  addRows: statement(
    `insert into plan_rows (id, section_id, place, label)
     select id, section_id, place, label
     from json_to_recordset($1::json) as plan_row (id uuid, section_id uuid, place int, label text)`,
  ),

  addSeats: statement(
    `insert into seats
       (plan_id, seat_index, id, section_id, row_id, price_zone_id, label, x, y, key,
        is_accessible, is_companion, has_restricted_view)
     select $1, first_index + (place - 1)::int, id, section_id, row_id, price_zone_id, label, x, y, key,
            is_accessible, is_companion, has_restricted_view
     from json_to_recordset($2::json)
       as neighbours (row_id uuid, section_id uuid, price_zone_id uuid, first_index int,
                      ids uuid[], labels text[], keys text[], xs float8[], ys float8[],
                      accessible boolean[], companion boolean[], restricted_view boolean[])
     cross join lateral unnest(ids, labels, keys, xs, ys, accessible, companion, restricted_view) with ordinality
       as seat (id, label, key, x, y, is_accessible, is_companion, has_restricted_view, place)`,
  ),

  // Whether a zone has places is seen without reading any.
  zoneOutlines: statement<PlanZoneOutline>(
    `select z.id, z.key, z.label,
            exists (select from seats s where s.plan_id = z.plan_id and s.price_zone_id = z.id)
            or exists (select from sections s where s.plan_id = z.plan_id and s.price_zone_id = z.id)
              as "hasPlaces"
     from price_zones z where z.plan_id = $1 order by z.place`,
  ),
};

/** Seating plans in PostgreSQL. */
export function createPostgresSeatingPlans(database: Database): SeatingPlans {
  return {
    async byId(ids) {
      const rows = await database.em().find(SeatingPlanRow, { id: { $in: [...ids] } });
      return new Map(rows.map((row) => [row.id, readPlan(row)]));
    },

    async newestByHall(hallIds) {
      const isNewest = (plan: string) =>
        `${plan}.version = (select max(n.version) from seating_plans n where n.hall_id = ${plan}.hall_id)`;
      const rows = await database
        .em()
        .find(SeatingPlanRow, { hall: { $in: [...hallIds] }, [raw(isNewest)]: [] });
      return new Map(rows.map((row) => [row.hall.id, readPlan(row)]));
    },

    async geometries(planIds) {
      const rows = await database
        .em()
        .find(SeatingPlanRow, { id: { $in: [...planIds] } }, { fields: ['geometry'] });
      return new Map(rows.map(({ id, geometry }) => [id, geometry ?? null]));
    },

    async keepGeometry(id, geometry) {
      await database.em().nativeUpdate(SeatingPlanRow, { id }, { geometry });
    },

    async nextVersion(tx, hallId) {
      await tx.sql(statements.lockHall, [hallId]);
      const newest = await findNewest(tx, hallId);
      return (newest?.version ?? 0) + 1;
    },

    async add(tx, hallId, version, plan) {
      const { id, name, stage, seatCount, standingCapacity, geometry } = plan;
      const { x = null, y = null } = stage ?? {};
      const columns = [id, hallId, version, name, x, y, seatCount, standingCapacity, geometry];
      await tx.sql(statements.addPlan, columns);
      await tx.sql(statements.addZones, [id, plan.zones]);
      await tx.sql(statements.addSections, [id, plan.sections]);
      await tx.sql(statements.addRows, [plan.rows]);
      for (const seats of plan.seats) await tx.sql(statements.addSeats, [id, seats]);
    },

    async newest(tx, hallId) {
      const plan = await findNewest(tx, hallId);
      return plan && readOutline(tx, plan);
    },

    async outline(tx, id) {
      return readOutline(tx, await tx.em.findOneOrFail(SeatingPlanRow, { id }));
    },

    async ofHall(tx, hall, id) {
      const plan = await tx.em.findOne(SeatingPlanRow, { id, hall });
      return plan && readOutline(tx, plan);
    },
  };
}

type StoredPlan = InferEntity<typeof SeatingPlanRow>;

function findNewest(tx: Transaction, hall: HallId): Promise<StoredPlan | null> {
  return tx.em.findOne(SeatingPlanRow, { hall }, { orderBy: { version: 'desc' } });
}

async function readOutline(tx: Transaction, plan: StoredPlan): Promise<PlanOutline> {
  const { id, version, seatCount, standingCapacity } = plan;
  return { id, version, seatCount, standingCapacity, zones: await tx.sql(statements.zoneOutlines, [id]) };
}

function readPlan({ id, version, name, stageX, stageY, seatCount, standingCapacity }: StoredPlan): PlanView {
  const stage = stageX == null || stageY == null ? null : { x: stageX, y: stageY };
  return { id, version, name, stage, seatCount, standingCapacity };
}
