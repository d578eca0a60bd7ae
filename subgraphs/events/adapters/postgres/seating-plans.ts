import type { HallId, SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';
import type { PlanOutline, PlanZoneOutline, SeatingPlans } from '../../application/ports/storage.ts';
import type { PreparedPlan } from '../../domain/prepared-plan.ts';

/** Seating plans in PostgreSQL. Their parts come as JSON, which it reads itself: one statement a table or batch. */
export const seatingPlans: SeatingPlans = {
  async nextVersion(tx, hallId) {
    await tx.sql('select from halls where id = $1 for no key update', [hallId]);
    const [row] = await tx.sql<{ version: number }>(
      'select coalesce(max(version), 0) + 1 as version from seating_plans where hall_id = $1',
      [hallId],
    );
    return row?.version ?? 1;
  },

  async add(tx, hallId, version, plan) {
    await addPlan(tx, hallId, version, plan);
    await addParts(tx, plan);
  },

  async newest(sql, hallId) {
    const [plan] = await sql.sql<{ id: SeatingPlanId }>(
      'select id from seating_plans where hall_id = $1 order by version desc limit 1',
      [hallId],
    );
    return plan ? readOutline(sql, plan.id) : null;
  },

  outline: readOutline,
};

async function readOutline(sql: Sql, id: SeatingPlanId): Promise<PlanOutline> {
  const [plan] = await sql.sql<Omit<PlanOutline, 'zones'>>(
    `select id, seat_count as "seatCount", standing_capacity as "standingCapacity"
     from seating_plans where id = $1`,
    [id],
  );
  if (!plan) throw new Error(`expected the seating plan ${id}, got none`);
  const zones = await sql.sql<PlanZoneOutline>(
    `select z.id, z.label,
            exists (select from seats s where s.plan_id = z.plan_id and s.price_zone_id = z.id)
            or exists (select from sections s where s.plan_id = z.plan_id and s.price_zone_id = z.id)
              as "hasPlaces"
     from price_zones z where z.plan_id = $1 order by z.place`,
    [id],
  );
  return { ...plan, zones };
}

async function addPlan(tx: Transaction, hallId: HallId, version: number, plan: PreparedPlan): Promise<void> {
  const { id, name, stage, seatCount, standingCapacity, geometry } = plan;
  await tx.sql(
    `insert into seating_plans
       (id, hall_id, version, name, stage_x, stage_y, seat_count, standing_capacity, geometry)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, hallId, version, name, stage?.x ?? null, stage?.y ?? null, seatCount, standingCapacity, geometry],
  );
}

async function addParts(tx: Transaction, plan: PreparedPlan): Promise<void> {
  await tx.sql(
    `insert into price_zones (plan_id, place, id, key, label, color)
     select $1, place, id, key, label, color
     from json_to_recordset($2::json) as zone (place int, id uuid, key text, label text, color text)`,
    [plan.id, plan.zones],
  );
  await tx.sql(
    `insert into sections
       (plan_id, place, id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count)
     select $1, place, id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count
     from json_to_recordset($2::json)
       as section (place int, id uuid, label text, kind text, outline jsonb, capacity int, price_zone_id uuid,
                   first_seat_index int, seat_count int)`,
    [plan.id, plan.sections],
  );
  await tx.sql(
    `insert into plan_rows (id, section_id, place, label)
     select id, section_id, place, label
     from json_to_recordset($1::json) as plan_row (id uuid, section_id uuid, place int, label text)`,
    [plan.rows],
  );
  for (const seats of plan.seats) {
    await tx.sql(
      `insert into seats
         (plan_id, seat_index, id, section_id, row_id, price_zone_id, label, x, y, is_accessible)
       select $1, seat_index, id, section_id, row_id, price_zone_id, label, x, y, is_accessible
       from json_to_recordset($2::json)
         as seat (seat_index int, id uuid, section_id uuid, row_id uuid, price_zone_id uuid, label text,
                  x float8, y float8, is_accessible boolean)`,
      [plan.id, seats],
    );
  }
}
