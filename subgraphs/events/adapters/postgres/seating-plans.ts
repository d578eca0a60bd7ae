import type { SeatingPlanId } from '@parterre/platform/kernel/ids.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';
import type { PlanOutline, PlanZoneOutline, SeatingPlans } from '../../application/ports/seating-plans.ts';
import { planGeometry } from '../../domain/plan-geometry.ts';
import type { SeatingPlan } from '../../domain/seating-plan.ts';

/** Seating plans in PostgreSQL: one statement a table, however many seats. */
export const seatingPlans: SeatingPlans = {
  async nextVersion(tx, hallId) {
    await tx.sql('select from halls where id = $1 for no key update', [hallId]);
    const [row] = await tx.sql<{ version: number }>(
      'select coalesce(max(version), 0) + 1 as version from seating_plans where hall_id = $1',
      [hallId],
    );
    return row?.version ?? 1;
  },

  async add(tx, plan) {
    await addPlan(tx, plan);
    await addZones(tx, plan);
    await addSections(tx, plan);
    await addRows(tx, plan);
    await addSeats(tx, plan);
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

async function addPlan(tx: Transaction, plan: SeatingPlan): Promise<void> {
  const { id, hallId, version, name, stage, seatCount, standingCapacity } = plan;
  await tx.sql(
    `insert into seating_plans
       (id, hall_id, version, name, stage_x, stage_y, seat_count, standing_capacity, geometry)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      hallId,
      version,
      name,
      stage?.x ?? null,
      stage?.y ?? null,
      seatCount,
      standingCapacity,
      planGeometry(plan),
    ],
  );
}

async function addZones(tx: Transaction, { id, priceZones }: SeatingPlan): Promise<void> {
  await tx.sql(
    `insert into price_zones (plan_id, place, id, key, label, color)
     select $1, place, id, key, label, color
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) with ordinality
       as zone (id, key, label, color, place)`,
    [
      id,
      priceZones.map((zone) => zone.id),
      priceZones.map((zone) => zone.key),
      priceZones.map((zone) => zone.label),
      priceZones.map((zone) => zone.color),
    ],
  );
}

async function addSections(tx: Transaction, { id, sections }: SeatingPlan): Promise<void> {
  await tx.sql(
    `insert into sections
       (plan_id, place, id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count)
     select $1, place, id, label, kind, outline::jsonb, capacity, price_zone_id, first_seat_index, seat_count
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::int[], $9::int[])
       with ordinality
       as section (id, label, kind, outline, capacity, price_zone_id, first_seat_index, seat_count, place)`,
    [
      id,
      sections.map((section) => section.id),
      sections.map((section) => section.label),
      sections.map((section) => section.kind),
      sections.map((section) => JSON.stringify(section.outline)),
      sections.map((section) => section.capacity),
      sections.map((section) => section.priceZoneId),
      sections.map((section) => section.firstSeatIndex),
      sections.map((section) => section.seatCount),
    ],
  );
}

async function addRows(tx: Transaction, { rows }: SeatingPlan): Promise<void> {
  await tx.sql(
    `insert into plan_rows (id, section_id, label, place)
     select id, section_id, label, place
     from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as plan_row (id, section_id, label, place)`,
    [rows.map((row) => row.id), rows.map((row) => row.sectionId), rows.map((row) => row.label)],
  );
}

async function addSeats(tx: Transaction, { id, seats }: SeatingPlan): Promise<void> {
  await tx.sql(
    `insert into seats
       (plan_id, seat_index, id, section_id, row_id, price_zone_id, label, x, y, is_accessible)
     select $1, place - 1, id, section_id, row_id, price_zone_id, label, x, y, is_accessible
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::float8[], $8::float8[], $9::boolean[])
       with ordinality
       as seat (id, section_id, row_id, price_zone_id, label, x, y, is_accessible, place)`,
    [
      id,
      seats.map((seat) => seat.id),
      seats.map((seat) => seat.sectionId),
      seats.map((seat) => seat.rowId),
      seats.map((seat) => seat.priceZoneId),
      seats.map((seat) => seat.label),
      seats.map((seat) => seat.x),
      seats.map((seat) => seat.y),
      seats.map((seat) => seat.isAccessible),
    ],
  );
}
