import type { BookingId, EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ChangedSeat, Holds, SaleTerms, TakenSeat } from '../../application/ports/places.ts';
import type { EventOnSale } from '../../domain/event.ts';
import { countPlaces, type RequestedPlaces } from '../../domain/requested-places.ts';
import type { HoldRow, SeatHold } from '../../domain/seat-hold.ts';
import type { TicketTypes } from '../../domain/ticket-type.ts';
import { isOver } from './entities.ts';
import { queueBooking, queueBuyer, queueHold } from './sale-locks.ts';
import { type ObstacleColumns, readObstacles } from './seat-obstacles.ts';
import { obstacleRows } from './seats.ts';

/** A row of holds as `holdColumns` selects it. What a tombstone lacks is null in the table (0003). */
interface HoldColumns {
  readonly booking_id: BookingId;
  readonly hold_status: HoldRow['status'];
  readonly event_id: EventId;
  readonly is_over: boolean;
  readonly seat_ids: readonly SeatId[];
  readonly places: number;
  readonly requested: Omit<RequestedPlaces, 'bookingId'>;
  readonly answer: SeatHold;
}
/** The columns of a hold, of the table alias `h`. */
const holdColumns = `h.booking_id, h.status as hold_status, h.event_id, h.seat_ids, h.places, h.requested,
  h.answer, h.expires_at <= clock_timestamp() as is_over`;

interface TermsColumns extends Omit<EventOnSale, 'id'> {
  /** Null, as all that is the event's, when there is no such event. */
  readonly id: EventId | null;
  readonly expires_at: Date | null;
  readonly already_held: number;
  readonly known: HoldColumns | null;
  readonly ticketTypes: TicketTypes | null;
}

/** What is known of a booking and its buyer at the event `e` ($1). */
const termsColumns = (
  booking: string,
  user: string,
) => `e.id, e.organizer_id as "organizerId", e.hall_id as "hallId", e.plan_id as "planId", e.title,
            case when e.status = 'ON_SALE' and ${isOver('e.ends_at')} then 'ENDED' else e.status end as status,
            e.starts_at as "startsAt", e.ends_at as "endsAt", e.currency, e.hold_seconds as "holdSeconds",
            e.max_seats_per_user as "maxSeatsPerUser", e.refund_tiers as "refundTiers",
            e.refuses_single_seats as "refusesSingleSeats",
            date_trunc('milliseconds', least(clock_timestamp() + make_interval(secs => e.hold_seconds), e.ends_at))
              as expires_at,
            (select coalesce(sum(o.places), 0)::int from holds o
             where o.user_id = ${user} and o.event_id = $1 and o.status = 'HELD'
               and o.expires_at > clock_timestamp()) as already_held,
            (select jsonb_agg(jsonb_build_object(
               'id', t.id, 'key', t.key, 'label', t.label, 'maxPerBooking', t.max_per_booking,
               'maxPerEvent', t.max_per_event, 'needsId', t.needs_id, 'proof', t.proof) order by t.place)
             from ticket_types t where t.event_id = e.id and t.place is not null) as "ticketTypes",
            (select to_jsonb(known) from (select ${holdColumns} from holds h where h.booking_id = ${booking}) known)
              as known`;

type TakenColumns = Omit<TakenSeat, 'price'> & { readonly price_minor: string };

/** SQL, all of it: locks, and changes that look and act in one statement. The clock is the database's, everywhere. */
export const statements = {
  heldInAll: statement<{ held: number }>(
    `select coalesce(sum(places), 0)::int as held from holds
     where user_id = $1 and status = 'HELD' and expires_at > clock_timestamp()`,
  ),

  terms: statement<TermsColumns>(
    `select ${termsColumns('$2', '$3')} from (select) one left join events e on e.id = $1`,
  ),

  // One statement sees everything as of one moment, and waits for nobody.
  look: statement<TermsColumns & { readonly obstacles: readonly ObstacleColumns[] }>(
    `select ${termsColumns('$3', '$4')},
            (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from (${obstacleRows("'{F}'")}) o) as obstacles
     from (select) one left join events e on e.id = $1`,
  ),

  // The race for a seat is closed here, in one statement: the rows that can be had are locked in seat order
  // and without waiting, counted, and changed only when all of them were got. A row that somebody else has
  // locked is skipped; one that somebody changed since the statement began is looked at again when it is
  // locked, and drops out. Never a read first and a write after it: that sells seats twice.
  takeSeats: statement<TakenColumns>(
    `with wanted as materialized (
       select seat_id from event_seats
       where event_id = $1 and seat_id = any ($2::uuid[])
         and (state = 'F' or (state = 'H' and held_until <= clock_timestamp()))
       order by seat_index
       for update skip locked
     ), taken as (
       update event_seats set state = 'H', booking_id = $3, held_until = $4, version = version + 1
       where event_id = $1 and seat_id in (select seat_id from wanted)
         and (select count(*) from wanted) = $5
       returning seat_id, seat_index, version, price_minor
     )
     select t.seat_id as "seatId", t.seat_index as index, t.version, t.price_minor,
            s.section_id as "sectionId", s.price_zone_id as "priceZoneId"
     from taken t join seats s on s.id = t.seat_id order by t.seat_index`,
  ),

  record: statement(
    `insert into holds (booking_id, event_id, user_id, status, expires_at, seat_ids, places, requested, answer)
     values ($1, $2, $3, 'HELD', $4, $5, $6, $7, $8)`,
  ),

  lock: statement<HoldColumns>(
    `select ${holdColumns} from holds h where h.booking_id = $1 for no key update`,
  ),

  isOnSale: statement<{ id: EventId }>(`select id from events where id = $1 and status = 'ON_SALE'`),

  sellSeats: statement<ChangedSeat>(
    `update event_seats set state = 'S', held_until = null, version = version + 1
     where event_id = $1 and seat_id = any ($2::uuid[]) and booking_id = $3
       and state = 'H' and held_until > clock_timestamp()
     returning seat_id as "seatId", seat_index as index, version`,
  ),

  markSold: statement<{ booking_id: BookingId }>(
    `update holds h set status = 'SOLD'
     where h.booking_id = $1 and h.status = 'HELD' and h.expires_at > clock_timestamp()
       and h.places = cardinality(h.seat_ids) + (
         select coalesce(sum(p.quantity), 0) from standing_holds p where p.booking_id = h.booking_id)
     returning h.booking_id`,
  ),

  freeSeats: statement<ChangedSeat>(
    `with own as materialized (
       select seat_id from event_seats
       where event_id = $1 and seat_id = any ($2::uuid[]) and booking_id = $3
       order by seat_index
       for update
     )
     update event_seats set state = 'F', booking_id = null, held_until = null, version = version + 1
     where event_id = $1 and seat_id in (select seat_id from own)
     returning seat_id as "seatId", seat_index as index, version`,
  ),

  shrink: statement(
    `update holds set seat_ids = $2, places = $3, status = case when $3 = 0 then 'RELEASED' else status end
     where booking_id = $1`,
  ),

  forbid: statement(`insert into holds (booking_id, status) values ($1, 'FORBIDDEN')`),

  // A volatile function is a filter and reads every open hold; asked once, it is a condition of the index.
  expire: statement<{ bookingId: BookingId; eventId: EventId }>(
    `update holds set status = 'EXPIRED' where booking_id in (
       select booking_id from holds where status = 'HELD' and expires_at <= (select clock_timestamp())
       order by expires_at limit $1 for update skip locked)
     returning booking_id as "bookingId", event_id as "eventId"`,
  ),

  // Only what still is the booking's: the next buyer may have taken a seat since it could be had.
  freeExpiredSeats: statement<ChangedSeat & { booking_id: BookingId }>(
    `update event_seats s set state = 'F', booking_id = null, held_until = null, version = s.version + 1
     from holds h
     where h.booking_id = any ($1::uuid[]) and s.event_id = h.event_id and s.seat_id = any (h.seat_ids)
       and s.booking_id = h.booking_id and s.state = 'H'
     returning h.booking_id, s.seat_id as "seatId", s.seat_index as index, s.version`,
  ),

  pruneEnded: statement<{ booking_id: BookingId }>(
    `delete from holds where booking_id = any (array(
       select booking_id from holds h
       where status in ('RELEASED', 'EXPIRED')
         and not exists (select from standing_holds p where p.booking_id = h.booking_id)
         and created_at < now() - $1 * interval '1 day'
       limit $2 for update skip locked
     )) returning booking_id`,
  ),

  pruneTombstones: statement<{ booking_id: BookingId }>(
    `delete from holds where booking_id = any (array(
       select booking_id from holds where status = 'FORBIDDEN' and created_at < now() - $1 * interval '1 day'
       limit $2 for update skip locked
     )) returning booking_id`,
  ),
};

/** Holds in PostgreSQL. */
export function createPostgresHolds(database: Database): Holds {
  return {
    queue: queueHold,
    queueBooking,

    async queueBuyer(tx, userId) {
      await queueBuyer(tx, userId);
      // A statement of its own: it sees what the one before it waited for.
      const [row] = await tx.sql(statements.heldInAll, [userId]);
      return row?.held ?? 0;
    },

    async terms(tx, { eventId, bookingId, userId }) {
      const [row] = await tx.sql(statements.terms, [eventId, bookingId, userId]);
      if (!row) throw new Error('expected one row of terms, got none');
      return readTerms(row);
    },

    async look({ eventId, seatIds, bookingId, userId }) {
      const [row] = await database.sql(statements.look, [eventId, seatIds, bookingId, userId]);
      if (!row) throw new Error('expected one row of terms, got none');
      const { obstacles, ...terms } = row;
      return { ...readTerms(terms), obstacles: readObstacles(seatIds, obstacles) };
    },

    async takeSeats(tx, { eventId, bookingId, seatIds }, { currency }, expiresAt) {
      const rows = await tx.sql(statements.takeSeats, [
        eventId,
        seatIds,
        bookingId,
        expiresAt,
        seatIds.length,
      ]);
      if (rows.length !== seatIds.length) return null;
      return rows.map(({ price_minor, ...seat }) => ({
        ...seat,
        price: money(BigInt(price_minor), currency),
      }));
    },

    async record(tx, { bookingId, ...requested }, hold) {
      await tx.sql(statements.record, [
        bookingId,
        requested.eventId,
        requested.userId,
        hold.expiresAt,
        // Those that were taken: the request may name them as an earlier plan of the event did.
        hold.items.flatMap(({ seatId }) => seatId ?? []),
        countPlaces(requested),
        JSON.stringify(requested),
        JSON.stringify(hold),
      ]);
    },

    async lock(tx, bookingId) {
      const [row] = await tx.sql(statements.lock, [bookingId]);
      return row ? readHold(row) : null;
    },

    async isOnSale(tx, eventId) {
      return (await tx.sql(statements.isOnSale, [eventId])).length === 1;
    },

    async sellSeats(tx, hold) {
      if (hold.status === 'FORBIDDEN') return [];
      const seats = await tx.sql(statements.sellSeats, [hold.eventId, hold.seatIds, hold.bookingId]);
      return seats.sort(inPlanOrder);
    },

    async markSold(tx, { bookingId }) {
      return (await tx.sql(statements.markSold, [bookingId])).length === 1;
    },

    async freeSeats(tx, hold, seatIds) {
      if (hold.status === 'FORBIDDEN' || seatIds.length === 0) return [];
      const seats = await tx.sql(statements.freeSeats, [hold.eventId, seatIds, hold.bookingId]);
      return seats.sort(inPlanOrder);
    },

    async shrink(tx, { bookingId }, { seatIds, places }) {
      await tx.sql(statements.shrink, [bookingId, seatIds, places]);
    },

    async forbid(tx, bookingId) {
      await tx.sql(statements.forbid, [bookingId]);
    },

    async expire(tx, limit) {
      const expired = await tx.sql(statements.expire, [limit]);
      if (expired.length === 0) return [];
      const freed = await tx.sql(statements.freeExpiredSeats, [expired.map((hold) => hold.bookingId)]);
      const byBooking = Map.groupBy(freed.sort(inPlanOrder), (seat) => seat.booking_id);
      return expired.map((hold) => ({
        ...hold,
        seats: (byBooking.get(hold.bookingId) ?? []).map(({ booking_id: _, ...seat }) => seat),
      }));
    },

    async prune({ ended, tombstones }, limit) {
      const endedHolds = await database.sql(statements.pruneEnded, [ended, limit]);
      const forbidden = await database.sql(statements.pruneTombstones, [tombstones, limit]);
      return endedHolds.length + forbidden.length;
    },
  };
}

function readTerms({
  id,
  expires_at: expiresAt,
  already_held: alreadyHeld,
  known,
  ticketTypes,
  ...event
}: TermsColumns): SaleTerms {
  return {
    event: id && { id, ...event },
    ticketTypes,
    expiresAt,
    alreadyHeld,
    known: known && readHold(known),
  };
}

function readHold(row: HoldColumns): HoldRow {
  const { booking_id: bookingId, hold_status: status } = row;
  if (status === 'FORBIDDEN') return { status, bookingId };
  const { event_id: eventId, is_over: isOver, seat_ids: seatIds, places, requested, answer } = row;
  return { status, bookingId, eventId, isOver, seatIds, places, requested, answer };
}

function inPlanOrder(a: ChangedSeat, b: ChangedSeat): number {
  return a.index - b.index;
}
