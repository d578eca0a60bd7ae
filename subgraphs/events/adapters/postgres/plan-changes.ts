import type { BookingId, EventId, SeatId, SeatingPlanId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { EquivalentZones, PlanChanges } from '../../application/ports/plan-changes.ts';
import type { MovedShard, StandingAfter, StandingBefore } from '../../domain/plan-change.ts';

/** Above every index that a plan can have (domain/seating-plan.ts), below what an int holds. */
const OUT_OF_THE_WAY = 1_000_000;

interface LossColumns {
  readonly count: number;
  readonly names: readonly string[];
}
interface FormerColumns<Kind> {
  readonly former: Kind;
  readonly present: Kind;
}

/**
 * SQL, because seats move by the ten thousand, matched by their keys, without coming here. Whoever calls these has stopped
 * the sales of the event (sale-locks.ts); what else touches its rows is the sweep of expired holds, which skips locked
 * holds, and the blocking of seats, which waits for nobody.
 */
export const statements = {
  // Before any seat: the sweep locks a hold first, and its seats after it.
  lockHolds: statement<{ booking_id: BookingId }>(
    `select booking_id from holds where booking_id in (
       select booking_id from event_seats where event_id = $1 and booking_id is not null
       union select booking_id from standing_holds where event_id = $1)
     order by booking_id for no key update`,
  ),

  lostSeats: statement<LossColumns>(
    `with lost as (
       select e.seat_index, c.label || ', row ' || r.label || ', seat ' || s.label as name
       from event_seats e
       join seats s on s.id = e.seat_id
       join plan_rows r on r.id = s.row_id
       join sections c on c.id = s.section_id
       where e.event_id = $1
         and (e.state = 'S' or (e.state = 'H' and e.held_until > clock_timestamp()))
         and not exists (select from seats n where n.plan_id = $2 and n.key = s.key)
     )
     select (select count(*)::int from lost) as count,
            coalesce((select json_agg(name order by seat_index) from (
              select name, seat_index from lost order by seat_index limit $3) first), '[]') as names`,
  ),

  standingBefore: statement<StandingBefore>(
    `select s.section_id as "sectionId", c.label,
            json_agg(json_build_object('shard', s.shard, 'taken', s.taken, 'version', s.version) order by s.shard) as shards
     from standing_shards s join sections c on c.id = s.section_id
     where s.event_id = $1 group by s.section_id, c.label, c.place order by c.place`,
  ),

  standingAfter: statement<StandingAfter>(
    `select id as "sectionId", label, capacity from sections where plan_id = $1 and kind = 'STANDING' order by place`,
  ),

  // After `moveOutOfTheWay`, as a statement of its own: it sees the version of a seat that was being blocked until then.
  // An event is in the hall of its plan, and was on each plan once, however often it came back to it; each time counts.
  setPlan: statement(
    `update events set plan_id = $2, hall_id = (select hall_id from seating_plans where id = $2),
       former_plan_ids = array_remove(former_plan_ids, plan_id) || plan_id,
       plan_changes = greatest(plan_changes, cardinality(former_plan_ids)) + 1,
       seat_versions_from = greatest(seat_versions_from,
         (select coalesce(max(version), 0) from event_seats where event_id = $1))
     where id = $1`,
  ),

  // No two seats of an event have one index, not even between two rows of a statement. It locks every seat, and waits for
  // whoever is blocking one.
  moveOutOfTheWay: statement('update event_seats set seat_index = seat_index + $2 where event_id = $1'),

  // From this version on a change is one of the new plan (domain/seat-map.ts).
  moveSeats: statement(
    `update event_seats e set seat_id = n.id, seat_index = n.seat_index, price_minor = p.price_minor,
       version = v.seat_versions_from
     from events v, seats o, seats n, ticket_types t, event_prices p
     where e.event_id = $1 and v.id = $1 and o.id = e.seat_id and n.plan_id = v.plan_id and n.key = o.key
       and t.event_id = $1 and t.place = 0
       and p.event_id = $1 and p.ticket_type_id = t.id and p.price_zone_id = n.price_zone_id`,
  ),

  dropSeats: statement('delete from event_seats where event_id = $1 and seat_index >= $2'),

  openSeats: statement(
    `insert into event_seats (event_id, seat_id, seat_index, price_minor, version)
     select v.id, n.id, n.seat_index, p.price_minor, v.seat_versions_from
     from events v
     join seats n on n.plan_id = v.plan_id
     join ticket_types t on t.event_id = v.id and t.place = 0
     join event_prices p
       on p.event_id = v.id and p.ticket_type_id = t.id and p.price_zone_id = n.price_zone_id
     where v.id = $1
       and not exists (select from event_seats e where e.event_id = v.id and e.seat_id = n.id)
     order by n.seat_index`,
  ),

  // What was asked for and answered stays as it was: the booking asks again in its own words.
  moveHolds: statement(
    `update holds h set seat_ids = array(
       select n.id from unnest(h.seat_ids) with ordinality as held (id, place)
       join seats o on o.id = held.id
       join seats n on n.plan_id = $2 and n.key = o.key
       order by held.place)
     where h.booking_id in (
       select booking_id from event_seats where event_id = $1 and booking_id is not null)`,
  ),

  openShards: statement(
    `insert into standing_shards (event_id, section_id, shard, capacity, taken, version)
     select $1, section_id, shard, capacity, taken, version
     from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[])
       as part (section_id, shard, capacity, taken, version)`,
  ),

  moveStandingHolds: statement(
    `update standing_holds h set section_id = part.section_id, shard = part.shard
     from unnest($2::uuid[], $3::int[], $4::uuid[], $5::int[])
       as part (former_section_id, former_shard, section_id, shard)
     where h.event_id = $1 and h.section_id = part.former_section_id and h.shard = part.former_shard`,
  ),

  dropShards: statement(
    `delete from standing_shards s using events v, sections c
     where s.event_id = $1 and v.id = $1 and c.id = s.section_id and c.plan_id <> v.plan_id`,
  ),

  presentSeats: statement<FormerColumns<SeatId>>(
    `select o.id as former, n.id as present
     from events v
     join seats o on o.id = any ($2::uuid[]) and o.plan_id = any (v.former_plan_ids)
     join seats n on n.plan_id = v.plan_id and n.key = o.key
     where v.id = $1`,
  ),

  presentSections: statement<FormerColumns<SectionId>>(
    `select o.id as former, n.id as present
     from events v
     join sections o on o.id = any ($2::uuid[]) and o.plan_id = any (v.former_plan_ids)
     join sections n on n.plan_id = v.plan_id and n.label = o.label and n.kind = o.kind
     where v.id = $1`,
  ),

  // An event that is back on a plan was on it before too.
  equivalentZones: statement<EquivalentZones>(
    `select z.id as "priceZoneId", json_agg(o.id order by o.id) as "equivalentIds"
     from events v
     join price_zones z on z.id = any ($2::uuid[]) and z.plan_id = any (v.plan_id || v.former_plan_ids)
     join price_zones o on o.plan_id = any (v.plan_id || v.former_plan_ids) and o.key = z.key and o.id <> z.id
     where v.id = $1
     group by z.id order by z.id`,
  ),
};

/** Events that come to another plan, in PostgreSQL. */
export function createPostgresPlanChanges(): PlanChanges {
  return {
    async lockHolds(tx, eventId) {
      await tx.sql(statements.lockHolds, [eventId]);
    },

    async lostSeats(tx, eventId, planId, named) {
      const [loss] = await tx.sql(statements.lostSeats, [eventId, planId, named]);
      return loss ?? { count: 0, names: [] };
    },

    async standing(tx, eventId, planId) {
      const before = await tx.sql(statements.standingBefore, [eventId]);
      return { before, after: await tx.sql(statements.standingAfter, [planId]) };
    },

    async setPlan(tx, eventId, planId) {
      await tx.sql(statements.moveOutOfTheWay, [eventId, OUT_OF_THE_WAY]);
      await tx.sql(statements.setPlan, [eventId, planId]);
    },

    async moveSeats(tx, eventId, planId) {
      await tx.sql(statements.moveSeats, [eventId]);
      await tx.sql(statements.dropSeats, [eventId, OUT_OF_THE_WAY]);
      await tx.sql(statements.moveHolds, [eventId, planId]);
      await tx.sql(statements.openSeats, [eventId]);
    },

    async moveStanding(tx, eventId, shards) {
      await openShards(tx, eventId, shards);
      await moveStandingHolds(tx, eventId, shards);
      await tx.sql(statements.dropShards, [eventId]);
    },

    async presentSeats(tx, eventId, seatIds) {
      return translate(seatIds, await tx.sql(statements.presentSeats, [eventId, seatIds]));
    },

    async presentSections(tx, eventId, sectionIds) {
      return translate(sectionIds, await tx.sql(statements.presentSections, [eventId, sectionIds]));
    },

    equivalentZones(tx, eventId, priceZoneIds) {
      return tx.sql(statements.equivalentZones, [eventId, priceZoneIds]);
    },
  };
}

async function openShards(tx: Transaction, eventId: EventId, shards: readonly MovedShard[]): Promise<void> {
  await tx.sql(statements.openShards, [
    eventId,
    shards.map((part) => part.sectionId),
    shards.map((part) => part.shard),
    shards.map((part) => part.capacity),
    shards.map((part) => part.taken),
    shards.map((part) => part.version),
  ]);
}

async function moveStandingHolds(
  tx: Transaction,
  eventId: EventId,
  shards: readonly MovedShard[],
): Promise<void> {
  const taken = shards.filter((part) => part.before !== null);
  await tx.sql(statements.moveStandingHolds, [
    eventId,
    taken.map((part) => part.formerSectionId),
    taken.map((part) => part.before),
    taken.map((part) => part.sectionId),
    taken.map((part) => part.shard),
  ]);
}

function translate<Kind extends SeatId | SectionId | SeatingPlanId>(
  ids: readonly Kind[],
  known: readonly FormerColumns<Kind>[],
): readonly Kind[] {
  const presents = new Map(known.map(({ former, present }) => [former, present]));
  return ids.map((id) => presents.get(id) ?? id);
}
